import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { RANDOM_PAGE } from '../host-pages/random/page.ts';
import type { BrowserPage } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, openWorld, type World } from './open-story.ts';

/** Of 150 edits each. */
const ROUNDS = 20;
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
    page = await world.open(RANDOM_PAGE);
    await until('chips in most paragraphs', async () => (await countChips()) > 100);
  });
  afterAll(() => world?.close());

  it('loses no character', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await page.evaluate(`runRound(${round})`);
      expect(await page.evaluate('findLost()'), `round ${round}, at once`).toEqual([]);
      await sleep(WAITS_MS[round % WAITS_MS.length] ?? 0);
      expect(await page.evaluate('findLost()'), `round ${round}, later`).toEqual([]);
    }
    expect(await countChips()).toBeGreaterThan(20);
  });

  it('has its own nodes back, and no others, when we leave', async () => {
    await store('mn-blocked-sites', ['coindesk.com']);
    await until('our nodes to go', async () => (await page.findAll('mn-chip')).length === 0);
    expect(await page.evaluate('findUnequal()')).toEqual([]);
    expect(await page.evaluate('hostErrors')).toEqual([]);
  });
});
