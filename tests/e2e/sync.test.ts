import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World } from './open-story.ts';

const STORAGE = '(globalThis.browser ?? chrome).storage';

describe.each(BROWSERS)('what the reader wrote, in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.browser.openExtensionPage('src/popup/index.html');
    await page.waitFor('.coin-row');
  });
  afterAll(() => world?.close());

  const readList = () =>
    page.evaluate(`${STORAGE}.local.get('mn-watch-list').then((all) => all['mn-watch-list']?.value ?? null)`);
  const list = ['mog-coin', 'bitcoin'];

  it('is told to the other machines, in pieces that fit', async () => {
    await page.evaluate(
      `${STORAGE}.local.set(${JSON.stringify({ 'mn-watch-list': { version: 1, value: list } })}).then(() => true)`,
    );
    const told = await until('the list in synced storage', async () => {
      const all = (await page.evaluate(`${STORAGE}.sync.get(null)`)) as Record<string, unknown>;
      return 'mn-watch-list' in all && all;
    });
    expect(told['mn-watch-list']).toMatchObject({ version: 1, pieces: 1 });
    expect(Object.keys(told)).not.toContain('mn-keys');
  });

  it('comes to a machine on which nothing is', async () => {
    await page.evaluate(`${STORAGE}.local.clear().then(() => true)`);
    expect(
      await until('the list', async () => {
        const value = await readList();
        return Array.isArray(value) && value.length === list.length && value;
      }),
    ).toEqual(list);
    expect(world.browser.errors).toEqual([]);
  });
});
