import type { Quote } from '../../src/domain/market/quote.ts';
import type { Market } from '../../src/platform/protocol.ts';

/** An answer of the background that holds nothing but `part`. */
export const toMarket = (part: Partial<Market>): Market => ({
  coins: [],
  venues: [],
  liquidationRecords: [],
  derivatives: [],
  sources: [],
  liquidationLog: 'disk',
  topCoinIds: [],
  ...part,
});

/** A day of Bybit: $24M long and $210M short, up to five seconds before `nowMs`. */
export const toBybitDay = (nowMs: number): Market['venues'][number] => ({
  venueId: 'bybit',
  sum: {
    longUsd: 24_000_000,
    shortUsd: 210_000_000,
    largest: null,
    venueIds: ['bybit'],
    fromMs: nowMs - 86_400_000,
    untilMs: nowMs - 5000,
  },
  totals: [],
  absence: null,
});

/** A quote of Bitcoin from Binance that was made at `atMs`; of what `part` leaves out, nothing is known. */
export const toBitcoinQuote = (atMs: number, part: Partial<Quote>): Quote => ({
  coinId: 'bitcoin',
  symbol: 'BTC',
  name: 'Bitcoin',
  rank: 1,
  priceUsd: 93_500,
  change1h: null,
  change24h: null,
  change7d: null,
  low24hUsd: null,
  high24hUsd: null,
  sparkline7dUsd: [],
  source: 'binance',
  atMs,
  receivedAtMs: atMs,
  ...part,
});
