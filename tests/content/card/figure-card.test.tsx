// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { FigureCard } from '../../../src/content/card/FigureCard.tsx';
import { compareFigure } from '../../../src/content/figures/compare-figure.ts';
import type { FigureNote } from '../../../src/content/figures/figure-note.ts';
import type { Market, PastReading } from '../../../src/platform/protocol.ts';
import { draw, findAxeViolations, toSpokenText } from '../../ui/draw.ts';
import { resetFakeBrowser } from '../../ui/fake-browser.ts';
import { toBitcoinQuote, toBybitDay, toMarket } from '../../ui/readings.ts';
import { NOW_MS, toFigureNote, toNote, toPageFacts } from '../page-facts.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const QUOTE = toBitcoinQuote(NOW_MS - 4000, { change24h: 0.0621 });
const MARKET = toMarket({
  coins: [
    { coinId: 'bitcoin', quote: QUOTE, absence: null },
    { coinId: 'cardano', quote: null, absence: 'blocked', symbol: 'ADA' },
  ],
  venues: [toBybitDay(NOW_MS)],
});
const PAST: PastReading = {
  price: {
    priceUsd: 85_000,
    atMs: NOW_MS - 86_400_000,
    granularity: 'minute',
    source: 'binance',
    usdtUsd: 1,
  },
  absence: null,
};
const NOTES = [toNote('bitcoin', 'Bitcoin'), toNote('cardano', 'Cardano')];

const drawFigure = (note: FigureNote, market: Market | null = MARKET): Promise<HTMLElement> =>
  draw(<FigureCard comparison={compareFigure(note, toPageFacts(market, NOTES, PAST))} />);

beforeEach(resetFakeBrowser);

test.each<[string, FigureNote, RegExp]>([
  [
    'a price',
    toFigureNote('$93,500', {
      kind: 'price',
      value: 93_500,
      currency: 'USD',
      approx: 'over',
      coins: ['bitcoin'],
    }),
    /over \$93,500.*At publication ?\$85,000\.00.*Now ?\$93,500\.00.*\+10\.0% since.*Binance · 4 sec/,
  ],
  [
    'a change of several coins, of which one is not known',
    toFigureNote('14%', { kind: 'move', value: 0.14, coins: ['bitcoin', 'cardano'] }),
    /14%.*Bitcoin \+6\.2%.*Cardano Blocked here/,
  ],
  [
    'a sum of the whole market',
    toFigureNote('$530 million', {
      kind: 'liquidations',
      value: 530_000_000,
      currency: 'USD',
      side: 'short',
    }),
    /Whole market.*at least \$210M.*on Bybit/,
  ],
  [
    'a sum of one exchange',
    toFigureNote('$234 million', {
      kind: 'liquidations',
      value: 234_000_000,
      currency: 'USD',
      venue: 'venue:bybit',
    }),
    /Bybit.*at least \$234M/,
  ],
  [
    'a largest order that nobody saw',
    toFigureNote('$4.5 million', {
      kind: 'largest-order',
      value: 4_500_000,
      currency: 'USD',
      venue: 'venue:bybit',
    }),
    /Bybit.*\$4\.5 million/,
  ],
])(
  'the card of %s says what the story says and what is now, and is accessible',
  async (_what, note, text) => {
    const body = await drawFigure(note);
    expect(toSpokenText(body)).toMatch(text);
    expect(await findAxeViolations(body)).toEqual([]);
  },
);

test('before the first answer it says that it was asked for, and is accessible', async () => {
  const note = toFigureNote('$93,500', { kind: 'price', value: 93_500, currency: 'USD', coins: ['bitcoin'] });
  const body = await drawFigure(note, null);
  expect(toSpokenText(body)).toMatch(/Now ?Asked for, no answer yet/);
  expect(await findAxeViolations(body)).toEqual([]);
});
