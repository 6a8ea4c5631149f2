import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toArticlePage } from '../demo/article-page.ts';
import { findWrongFigures } from '../demo/check-figures.ts';
import { type Report, readReport } from '../demo/report.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World, waitForChips } from './open-story.ts';

const COINS = [
  'bitcoin',
  'ethereum',
  'cardano',
  'dogecoin',
  'solana',
  'ripple',
  'sui',
  'uniswap',
  'near',
  'mog-coin',
];
const VENUES = ['venue:bybit', 'venue:binance', 'venue:gate'];

interface Story {
  readonly name: string;
  readonly toBody: () => string;
  readonly subjects: readonly string[];
}

const SEED = new URL('../../../shared/seed-article.txt', import.meta.url);

const STORIES: readonly Story[] = [
  { name: 'demonstration story', toBody: () => toStoryPage('simulated'), subjects: [...COINS, ...VENUES] },
  // The article that the demonstration retells is not ours to ship: it is read where it lies beside the project.
  ...(existsSync(SEED)
    ? [
        {
          name: 'seed article',
          toBody: () => toArticlePage(readFileSync(SEED, 'utf8'), 'Story'),
          subjects: [...COINS, ...VENUES, 'venue:btse'],
        },
      ]
    : []),
];
if (STORIES.length === 1) console.warn('The seed article is not beside the project: its tests are left out.');

const RUNS = STORIES.flatMap((story) => BROWSERS.map((browser) => ({ ...story, browser })));

/** The venues that tell something on that day, largest first. */
const READ = ['bybit', 'binance', 'gate', 'okx', 'htx', 'bitget', 'bitfinex', 'dydx'];
const DAY_MS = 86_400_000;

/** The truth of the whole day. The reader sees a little less: the window moves on, and venues thin and group what they tell. */
const sumOfDay = ({ market: { scenario } }: World, venueIds: readonly string[]) => {
  const sums = venueIds.map((venueId) =>
    scenario.liquidationTotal({ venueId }, scenario.anchorMs - DAY_MS, scenario.anchorMs),
  );
  const add = (side: 'longUsd' | 'shortUsd') => sums.reduce((total, sum) => total + sum[side], 0);
  return { longUsd: add('longUsd'), shortUsd: add('shortUsd') };
};

const expectNear = (shown: number, truth: number): void => {
  expect(Math.abs(shown / truth - 1), `${shown} for ${truth}`).toBeLessThan(0.05);
};

/** How far the page's content has jumped so far, as browsers that measure it count. */
const READ_SHIFT = `(() => {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'layout-shift', buffered: true });
  return observer.takeRecords().reduce((sum, { value }) => sum + value, 0);
})()`;

describe.each(RUNS)('the $name in $browser', ({ browser, toBody, subjects }) => {
  let world: World;
  let report: Report;
  let marketLine: string;
  const shifts = { placed: 0, later: 0 };

  beforeAll(async () => {
    world = await openWorld(browser);
    await world.logDay();
    const page = await world.open({ body: toBody() });
    await showText(page);
    await waitForChips(page);
    if (browser === 'chromium') shifts.placed = Number(await page.evaluate(READ_SHIFT));
    const chip = await page.waitFor('mn-chip >>> .chip');
    await chip.hover();
    await page.waitFor('mn-card >>> .card');
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row .mn-live');
    marketLine = await until('every exchange in the sum of the market', async () => {
      const line = await (await popup.waitFor('.market-liquidations')).text();
      return READ.every((venueId) => line.toLowerCase().includes(venueId)) && line;
    });
    report = await readReport(world.browser, page, popup);
    if (browser === 'chromium') shifts.later = Number(await page.evaluate(READ_SHIFT));
  });
  afterAll(() => world?.close());

  it('annotates every coin and exchange with its id, and nothing else', () => {
    expect([...new Set(report.mentions.map(({ id }) => id))].sort()).toEqual([...subjects].sort());
  });

  it('makes one note of a name with its ticker', () => {
    expect(report.mentions).toContainEqual({
      id: 'bitcoin',
      kind: 'coin',
      surface: 'Bitcoin (BTC)',
      form: 'name+ticker',
    });
    expect(report.mentions.map(({ surface }) => surface)).toContain('Cardano’s ADA');
  });

  it('puts one chip beside the first mention of each', () => {
    expect(report.chips.map(({ id }) => id).sort()).toEqual([...subjects].sort());
  });

  it('shows the figures of the market and no others', () => {
    expect(findWrongFigures(report, world.market)).toEqual([]);
    expect(report.chips.filter(({ state }) => state === 'live').length).toBe(13);
  });

  it.each(['bybit', 'binance', 'gate'])('shows for %s about what the story says, as a floor', (venueId) => {
    const text = report.chips.find(({ id }) => id === `venue:${venueId}`)?.text ?? '';
    const [, millions, percent] = /^≥ \$([\d.]+)M liq\. ?(\d+)% short$/.exec(text) ?? [];
    const { longUsd, shortUsd } = sumOfDay(world, [venueId]);
    expectNear(Number(millions) * 1e6, longUsd + shortUsd);
    expectNear(Number(percent) / 100, shortUsd / (longUsd + shortUsd));
  });

  it('shows price and liquidations with source and age on the card', () => {
    expect(report.card?.id).toBe('bitcoin');
    expect(report.card?.text).toMatch(/CoinGecko · \d+ (sec|min)/);
    expect(report.card?.text).toMatch(/Gate Long \$[\d.]+M Short \$[\d.]+M full 24 h · \d+ (sec|min)/);
    expect(report.card?.text).toContain('at least $');
  });

  it('sums the market as a floor, with the largest order of the day', () => {
    const text = marketLine.replaceAll(/\s+/g, ' ');
    const { longUsd, shortUsd } = sumOfDay(world, READ);
    expectNear(Number(/at least \$(\d+)M/.exec(text)?.[1]) * 1e6, longUsd + shortUsd);
    expectNear(Number(/Short \$(\d+)M/i.exec(text)?.[1]) * 1e6, shortUsd);
    expect(text).toContain('on Bybit, Binance, Gate, OKX, HTX, Bitget, Bitfinex, dYdX');
    expect(text).toMatch(/Largest order seen: \$4\.50M of ETH, short, on Binance at \d\d:\d\d/);
  });

  it('fills the dead ticker with the watch-list', () => {
    expect(report.ticker.replaced).toBe(1);
    expect(report.ticker.items.map(({ id }) => id)).toEqual([
      'bitcoin',
      'ethereum',
      'solana',
      'ripple',
      'dogecoin',
    ]);
  });

  // Firefox does not measure it.
  if (browser === 'chromium')
    it('moves nothing by new figures', () => {
      expect(shifts.placed).toBeGreaterThan(0);
      expect(shifts.later - shifts.placed).toBeLessThan(0.001);
    });

  it('leaves no error behind', () => {
    expect(report.errors).toEqual([]);
  });
});
