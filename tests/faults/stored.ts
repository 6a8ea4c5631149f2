import { readPopupItems } from '../demo/report.ts';
import { until } from '../support/until.ts';
import { waitForMarket } from './ask-background.ts';
import { ensure, type FaultCase } from './fault-case.ts';
import { type FaultWorld, waitToSee } from './fault-world.ts';

/** What a storage may hold after a crash, a bad update or another program: none of it fits. */
const GARBAGE: readonly unknown[] = [
  42,
  'text',
  null,
  { version: 1, value: null },
  { version: 1, value: [{ a: 1 }] },
  { version: 999, value: {} },
  { version: 1, value: { binance: { quotes: { bitcoin: { priceUsd: 'NaN' } } } } },
];

const withStorage = (body: string): string =>
  `(async () => { const { storage } = globalThis.browser ?? globalThis.chrome; ${body} })()`;

const listKeys = async ({ console }: FaultWorld): Promise<readonly (readonly [string, string])[]> => {
  const keys = await console.evaluate(
    withStorage(`
      const areas = await Promise.all(['session', 'local', 'sync'].map(async (area) =>
        Object.keys(await storage[area].get(null)).filter((key) => key.startsWith('mn-')).map((key) => [area, key])));
      return areas.flat();`),
  );
  return keys as readonly (readonly [string, string])[];
};

const write = ({ console }: FaultWorld, area: string, key: string, value: unknown): Promise<unknown> =>
  console.evaluate(
    withStorage(
      `await storage[${JSON.stringify(area)}].set({ ${JSON.stringify(key)}: ${JSON.stringify(value)} });`,
    ),
  );

const hasFigures = (world: FaultWorld) =>
  waitForMarket(
    world,
    'figures',
    ({ coins, venues }) =>
      coins.every(({ quote }) => quote !== null && quote.priceUsd > 80) && venues.length > 0,
  );

/** Fills what is left of an area, in pieces as large as it takes; Firefox takes any number of them into `local`. */
const FILL = withStorage(`
  for (const area of ['session', 'local', 'sync']) {
    for (let size = area === 'sync' ? 8000 : 4_000_000, at = 0; size > 100 && at < 30; at += 1) {
      await storage[area].set({ ['filler-' + at]: 'x'.repeat(size) }).catch(() => { size >>= 1; });
    }
  }`);

export const storedCases: readonly FaultCase[] = [
  {
    name: 'every stored value corrupted, one by one',
    short: 'firefox',
    async run(world) {
      await world.openStory();
      const popup = await world.browser.openExtensionPage('src/popup/index.html');
      await popup.waitFor('.coin-row .mn-live');
      await popup.close();
      await hasFigures(world);
      const keys = await listKeys(world);
      for (const [at, [area, key]] of keys.entries()) {
        await world.browser.stopBackground();
        await write(world, area, key, GARBAGE[at % GARBAGE.length]);
        await hasFigures(world).catch(() => ensure(false, `no figures with a broken ${key}`));
      }
      return `${keys.length} values, figures after each`;
    },
  },
  {
    name: 'every stored value corrupted at once',
    async run(world) {
      await world.openStory();
      await hasFigures(world);
      const keys = await listKeys(world);
      for (const garbage of GARBAGE) {
        await world.browser.stopBackground();
        for (const [area, key] of keys) await write(world, area, key, garbage);
        await hasFigures(world).catch(() => ensure(false, `no figures with ${JSON.stringify(garbage)}`));
      }
      const page = await world.openStory();
      const chips = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      return chips.map(({ text }) => text).join('; ');
    },
  },
  {
    name: 'storage full',
    short: 'chromium',
    async run(world) {
      await world.console.evaluate(FILL);
      const page = await world.openStory();
      const chips = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      const popup = await world.browser.openExtensionPage('src/popup/index.html');
      await popup.waitFor('.coin-row[data-id="bitcoin"] .mn-live');
      const ids = async () => (await readPopupItems(popup)).map(({ id }) => id);
      await (await popup.waitFor('.coin-row[data-id="bitcoin"] .icon-button')).click();
      await until('Bitcoin off the list', async () => !(await ids()).includes('bitcoin'));
      await popup.close();
      return `${chips.map(({ text }) => text).join('; ')}; the watch-list still changes`;
    },
  },
];
