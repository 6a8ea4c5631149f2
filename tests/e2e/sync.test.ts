import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stampChanges } from '../../src/domain/sync/cells.ts';
import { byEntry } from '../../src/domain/sync/division.ts';
import { readTold, toStored } from '../../src/platform/sync-area.ts';
import { readPopupItems } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World } from './open-story.ts';

const KEY = 'mn-watch-list';
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
  const readSynced = async () =>
    readTold((await page.evaluate(`${STORAGE}.sync.get(null)`)) as Record<string, unknown>, KEY);
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

  it('is merged with what another machine added meanwhile, and neither coin is lost', async () => {
    const { toParts } = byEntry<string>((coinId) => coinId);
    const told = await readSynced();
    if (told.kind !== 'cells') throw new Error(`The list was not told in cells: ${told.kind}`);
    const there = stampChanges(told.cells, toParts(list), toParts([...list, 'monero']), Date.now());
    const here = { [KEY]: { version: told.version, value: [...list, 'cardano'] } };
    await until('what this machine remembers of the others', () =>
      page.evaluate(`${STORAGE}.local.get('mn-replicas').then((all) => 'mn-replicas' in all)`),
    );
    // A background that has just started meets at once.
    await world.browser.stopBackground();
    await page.evaluate(`Promise.all([
      ${STORAGE}.local.set(${JSON.stringify(here)}),
      ${STORAGE}.sync.set(${JSON.stringify(toStored(KEY, told.version, there))}),
    ]).then(() => true)`);
    const both = [...list, 'monero', 'cardano'].sort();
    await until('both in the popup', async () => {
      const shown = (await readPopupItems(page)).map(({ id }) => id);
      return shown.sort().join() === both.join();
    });
    await until('both told to the others', async () => {
      const merged = await readSynced();
      return merged.kind === 'cells' && both.every((coinId) => merged.cells[`entry ${coinId}`]?.v === coinId);
    });
  });
});
