import { type Freshness, toFreshness } from '../domain/market/freshness.ts';
import { type Money, US_DOLLARS } from '../domain/market/money.ts';
import type { Origin, Quote } from '../domain/market/quote.ts';
import type { CoinReading, Market, VenueReading } from '../platform/protocol.ts';

/** What the market says of a coin; `pending` while no answer has held it yet. */
export const toCoinReading = (market: Market | null, coinId: string): CoinReading =>
  market?.coins.find((reading) => reading.coinId === coinId) ?? { coinId, quote: null, absence: 'pending' };

/** A coin's ticker; null before the first answer that names it. */
export const findSymbol = (market: Market | null, coinId: string): string | null => {
  const { quote, symbol } = toCoinReading(market, coinId);
  return quote?.symbol ?? symbol ?? null;
};

/** What the market says of an exchange; `pending` while no answer has held it yet. */
export const toVenueReading = (market: Market | null, venueId: string): VenueReading =>
  market?.venues.find((reading) => reading.venueId === venueId) ?? {
    venueId,
    sum: null,
    totals: [],
    absence: 'pending',
  };

/** The true time at a moment of this machine's clock, which all times of the market are in. */
export const toTrueMs = (market: Market | null, machineMs: number): number =>
  machineMs + (market?.clockSkewMs ?? 0);

export const toPriceFreshness = (quote: Quote | null, nowMs: number): Freshness =>
  toFreshness('quote', quote?.atMs ?? null, nowMs, quote?.source);

const toOriginFreshness = ({ source, atMs }: Origin, nowMs: number): Freshness =>
  toFreshness('quote', atMs, nowMs, source);

/** Where a quote's changes and range come from, and when they were true. */
export const toChangesOrigin = (quote: Quote): Origin => quote.changesFrom ?? quote;

export const toChangesFreshness = (quote: Quote, nowMs: number): Freshness =>
  toOriginFreshness(toChangesOrigin(quote), nowMs);

/** Where its line comes from, and when that was true. */
export const toLineOrigin = (quote: Quote): Origin => quote.lineFrom ?? toChangesOrigin(quote);

export const toLineFreshness = (quote: Quote, nowMs: number): Freshness =>
  toOriginFreshness(toLineOrigin(quote), nowMs);

/** The reader's money, dollars before the first answer. */
export const toMoney = (market: Market | null): Money => market?.money ?? US_DOLLARS;
