import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topCoinIds } from '../../src/domain/coins/coin-table.ts';
import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import { readChips } from '../demo/report.ts';
import type { MarketRequest } from '../market/market.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const SECRET = 'zanzibar';
const PATH = `/${SECRET}-story`;

/** Two coins outside the fixed set in view, one far below, and one that every reader asks for. */
const PAGE = toPage(`<h1>${SECRET} and the coins</h1>
<p>Bitcoin (BTC) rose in ${SECRET}, Mog Coin (MOG) fell, and Kava (KAVA) stood still.</p>
<div style="height: 4000px"></div>
<p>GMX (GMX) was busy on Bybit.</p>`);

const idsOf = ({ host, path }: MarketRequest): string[] =>
  host === 'api.coingecko.com'
    ? (new URL(path, `https://${host}`).searchParams.get('ids')?.split(',') ?? [])
    : [];

describe.each(BROWSERS)('what the market learns of a reader in %s', (name) => {
  let world: World;
  const askedAlone = (): string[] =>
    world.market.requests
      .map(idsOf)
      .filter(({ length }) => length === 1)
      .flat();

  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it('is a coin outside the fixed set, alone, and not before the reader can see it', async () => {
    const page = await world.open(PAGE, PATH);
    await until('the coins in view', async () =>
      ['kava', 'mog-coin'].every((id) => askedAlone().includes(id)),
    );
    expect(world.market.requests.some(({ path }) => /gmx/i.test(path))).toBe(false);
    expect((await readChips(page)).find(({ id }) => id === 'gmx')?.state ?? 'pending').toBe('pending');
    await page.evaluate('scrollTo(0, 5000)');
    await until('the coin further down', async () => askedAlone().includes('gmx'), 30_000);
  });

  it('is never the page, its title or its words', () => {
    const said = JSON.stringify(world.market.requests);
    expect(said).not.toContain(SECRET);
    expect(said).not.toMatch(/coindesk/i);
  });

  it('is otherwise the watch-list and the fixed page', () => {
    const fixed = new Set([...DEFAULT_WATCH_LIST, ...topCoinIds(250)]);
    for (const ids of world.market.requests.map(idsOf)) {
      expect(ids.length <= 1 || ids.every((id) => fixed.has(id))).toBe(true);
    }
    expect(new Set(askedAlone())).toEqual(new Set(['mog-coin', 'kava', 'gmx']));
  });

  it('leaves no error', () => {
    expect(world.browser.errors).toEqual([]);
  });
});

const OPEN_NEWER = `new Promise((resolve) => {
  const request = indexedDB.open('mn-liquidations', 99);
  request.onsuccess = () => { request.result.close(); resolve('opened'); };
  request.onerror = () => resolve('refused');
})`;

/** Longer than the waits of the test together: when one is in vain, its own words are to be read. */
const PATIENCE_MS = 120_000;

describe.each(BROWSERS)('a disk that refuses the log in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it(
    'is said in the popup, and figures go on from memory',
    async () => {
      const text = '<p>Gate.io was busy, and Bitcoin fell.</p>';
      const page = await world.open(toPage(text));
      await waitForChips(page);
      const popup = await world.browser.openExtensionPage('src/popup/index.html');
      // A database of a newer version can be opened by no older one: every use of it fails from here on.
      expect(await popup.evaluate(OPEN_NEWER)).toBe('opened');
      await until(
        'the notice of the log',
        async () => String(await popup.evaluate('document.body.innerText')).includes('cannot be stored'),
        40_000,
      );
      const second = await world.open(toPage(text), '/second');
      await until(
        'figures out of memory',
        async () => {
          const chips = await readChips(second);
          return chips.length === 2 && chips.every(({ state }) => state === 'live');
        },
        40_000,
      );
    },
    PATIENCE_MS,
  );

  it('leaves no error but the one warning', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
