import { expect, test } from 'vitest';
import { toBreadth } from '../../../src/domain/market/breadth.ts';
import type { Quote } from '../../../src/domain/market/quote.ts';

const quoteOf = (change24h: number | null, atMs: number): Quote => ({
  coinId: 'coin',
  symbol: 'C',
  name: 'Coin',
  rank: 1,
  priceUsd: 1,
  change1h: null,
  change24h,
  change7d: null,
  low24hUsd: null,
  high24hUsd: null,
  sparkline7dUsd: [],
  source: 'coingecko',
  atMs,
  receivedAtMs: atMs,
});

test('coins without a known day do not count, and one that stands still is not up', () => {
  const quotes = [quoteOf(0.02, 50), quoteOf(null, 10), quoteOf(0, 40), quoteOf(-0.1, 60)];
  expect(toBreadth(quotes)).toEqual({ up: 1, of: 3, atMs: 40 });
  expect(toBreadth([quoteOf(null, 10)])).toBeNull();
});
