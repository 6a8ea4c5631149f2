import { expect, test, vi } from 'vitest';
import { toChipFigure, toNamedFigure } from '../../../src/content/annotate/chip-figure.ts';
import { CURRENCIES } from '../../../src/domain/market/money.ts';
import type { Quote } from '../../../src/domain/market/quote.ts';
import type { Mention } from '../../../src/domain/mentions/mention.ts';
import type { Market } from '../../../src/platform/protocol.ts';
import { toBitcoinQuote, toBybitDay, toMarket } from '../../ui/readings.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = 1_790_000_000_000;
const QUOTE = toBitcoinQuote(NOW_MS - 4000, { priceUsd: 93_512.34, change24h: 0.062 });

const mentionOf = (id: string): Mention => ({
  start: 0,
  end: 7,
  surface: 'Bitcoin',
  id,
  kind: id.startsWith('venue:') ? 'venue' : 'coin',
  form: 'name',
  evidence: [],
});

const sayCoin = (quote: Partial<Quote> | null, part: Partial<Market> = {}): string => {
  const coins = [
    {
      coinId: 'bitcoin',
      quote: quote && { ...QUOTE, ...quote },
      absence: quote ? null : ('timeout' as const),
    },
  ];
  return toChipFigure(mentionOf('bitcoin'), 'Bitcoin', toMarket({ coins, ...part }), NOW_MS, 'en').label;
};

test('a price and its move are said in words', () => {
  expect(sayCoin({})).toBe('Bitcoin, 93,512 US dollars, up 6.2 percent in 24 hours, live');
  expect(sayCoin({ change24h: -0.031 })).toContain(', down 3.1 percent in 24 hours, ');
  expect(sayCoin({ change24h: 0.0002 })).toContain(', unchanged in 24 hours, ');
  expect(sayCoin({ change24h: null })).toBe('Bitcoin, 93,512 US dollars, live');
});

test("small prices keep their digits, and the reader's money has its name", () => {
  expect(sayCoin({ priceUsd: 0.00001234 })).toContain(', 0.00001234 US dollars, ');
  expect(sayCoin({}, { money: { currency: 'eur', perUsd: 0.5 } })).toContain(', 46,756 euros, ');
  expect(sayCoin({ priceUsd: 2.4 }, { money: { currency: 'sats', perUsd: 1000 } })).toContain(
    ', 2,400 sats, ',
  );
});

test.each(CURRENCIES)('no sign or code is said of an amount in %s', (currency) => {
  const [, amount = ''] = /^Bitcoin, (.*), up 6\.2 percent in 24 hours, live$/.exec(
    sayCoin({}, { money: { currency, perUsd: 1.5 } }),
  ) ?? [''];
  expect(amount).toMatch(/^140,269 \p{Letter}[\p{Letter} ]+$/u);
});

test('an old price is said to be old, an unknown one why', () => {
  expect(sayCoin({ atMs: NOW_MS - 3_600_000 })).toMatch(/, not up to date$/);
  expect(sayCoin(null)).toBe('Bitcoin: no figure. No answer in time');
});

test('sums of an exchange are said in words, as a floor', () => {
  const venues = [toBybitDay(NOW_MS)];
  const { label } = toChipFigure(mentionOf('venue:bybit'), 'Bybit', toMarket({ venues }), NOW_MS, 'en');
  expect(label).toMatch(
    /^Bybit: at least 234 million US dollars liquidated in 24 hours, 24 million US dollars long, 210 million US dollars short, live/,
  );
});

test('away from its words a figure says whose it is, also while there is none', () => {
  const nameIn = (market: Market | null): string => {
    const mention = mentionOf('bitcoin');
    return toNamedFigure(toChipFigure(mention, 'Bitcoin', market, NOW_MS, 'en'), mention, 'Bitcoin', market)
      .value;
  };
  expect(nameIn(toMarket({ coins: [{ coinId: 'bitcoin', quote: QUOTE, absence: null }] }))).toBe(
    'BTC $93,512',
  );
  expect(nameIn(null)).toBe('Bitcoin —');
});

test('an arrow says which way a change goes, and none that it goes nowhere', () => {
  const arrowOf = (change24h: number): string => {
    const coins = [{ coinId: 'bitcoin', quote: { ...QUOTE, change24h }, absence: null }];
    return toChipFigure(mentionOf('bitcoin'), 'Bitcoin', toMarket({ coins }), NOW_MS, 'en').arrow;
  };
  expect([0.062, -0.031, 0.0002].map(arrowOf)).toEqual(['▲', '▼', '']);
});
