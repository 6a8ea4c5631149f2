import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { RANDOM_PAGE } from '../host-pages/random/page.ts';
import type { BrowserPage } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, openWorld, type World } from './open-story.ts';

/** Of 150 edits each. A block that is rewritten more often than some eight times gets no chips any more. */
const ROUNDS = 10;
const FIRST_SEEDS = [1, 101] as const;
/** Some edits come while notes are being put, others long after. */
const WAITS_MS = [30, 400, 1600] as const;

describe.each(BROWSERS)('a page that edits itself at random, in %s', (name) => {
  let world: World;
  let popup: BrowserPage;
  let page: BrowserPage;
  const store = (key: string, value: unknown): Promise<unknown> =>
    popup.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ '${key}': { version: 1, value: ${JSON.stringify(value)} } })`,
    );
  const countChips = async (): Promise<number> => (await readChips(page)).length;

  beforeAll(async () => {
    world = await openWorld(name);
    popup = await world.browser.openExtensionPage('src/popup/index.html');
    await store('mn-settings', { density: 'all' });
  });
  afterAll(() => world?.close());

  it.each(FIRST_SEEDS)(
    'loses no character and has its own nodes back when we leave, from seed %i',
    async (seed) => {
      await store('mn-blocked-sites', []);
      page = await world.open(RANDOM_PAGE);
      await until('chips in most paragraphs', async () => (await countChips()) > 100);
      for (let round = seed; round < seed + ROUNDS; round += 1) {
        await page.evaluate(`runRound(${round})`);
        expect(await page.evaluate('findLost()'), `round ${round}, at once`).toEqual([]);
        await sleep(WAITS_MS[round % WAITS_MS.length] ?? 0);
        expect(await page.evaluate('findLost()'), `round ${round}, later`).toEqual([]);
        if (round === seed + ROUNDS / 2) await until('chips again', async () => (await countChips()) > 20);
      }
      await store('mn-blocked-sites', ['coindesk.com']);
      await until('our nodes to go', async () => (await page.findAll('mn-chip')).length === 0);
      expect(await page.evaluate('findUnequal()')).toEqual([]);
      expect(await page.evaluate('hostErrors')).toEqual([]);
      await page.close();
    },
  );
});
