import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toArticlePage } from '../demo/article-page.ts';
import { findWrongFigures } from '../demo/check-figures.ts';
import { type Report, readReport } from '../demo/report.ts';
import { toStoryPage } from '../demo/story-page.ts';
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

describe.each(RUNS)('the $name in $browser', ({ browser, toBody, subjects }) => {
  let world: World;
  let report: Report;

  beforeAll(async () => {
    world = await openWorld(browser);
    const page = await world.open({ body: toBody() });
    await waitForChips(page);
    const chip = await page.waitFor('mn-chip >>> .chip');
    await chip.hover();
    await page.waitFor('mn-card >>> .card');
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row .mn-live');
    report = await readReport(world.browser, page, popup);
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
    expect(report.chips.filter(({ state }) => state === 'live').length).toBe(11);
  });

  it('says why an exchange has no figure', () => {
    const bybit = report.chips.find(({ id }) => id === 'venue:bybit');
    expect(bybit).toMatchObject({ text: '—', state: 'unknown' });
  });

  it('shows price and liquidations with source and age on the card', () => {
    expect(report.card?.id).toBe('bitcoin');
    expect(report.card?.text).toMatch(/CoinGecko · \d+ (sec|min)/);
    expect(report.card?.text).toMatch(/Gate Long \$[\d.]+M Short \$[\d.]+M full 24 h · \d+ (sec|min)/);
    expect(report.card?.text).toContain('at least $');
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

  it('leaves no error behind', () => {
    expect(report.errors).toEqual([]);
  });
});
