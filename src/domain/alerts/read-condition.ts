import { toFreshness } from '../market/freshness.ts';
import type { Quote } from '../market/quote.ts';
import type { AlertCondition, AlertWindow } from './alert.ts';
import type { AlertMarket } from './alert-market.ts';

/** The one figure that a condition is about: in the condition's currency, as a fraction, or in dollars. */
export interface AlertReading {
  readonly value: number;
  /** Who said so; of a sum every venue in it. */
  readonly sourceIds: readonly string[];
  /** The time of the figure. */
  readonly atMs: number;
}

const toChange = (quote: Quote, window: AlertWindow): number | null =>
  ({ '1h': quote.change1h, '24h': quote.change24h, '7d': quote.change7d })[window];

const isLiveQuote = (source: string, atMs: number, nowMs: number): boolean =>
  toFreshness('quote', atMs, nowMs, source) === 'live';

/** The figure that a condition is about, or null when it is unknown or no longer live: an alert is never made of those. */
export const readCondition = (
  condition: AlertCondition,
  { quotes, liquidations, perUsd }: AlertMarket,
  nowMs: number,
): AlertReading | null => {
  if (condition.kind === 'liquidations') {
    const sum = liquidations.get(condition.coinId);
    if (!sum || toFreshness('liquidations', sum.untilMs, nowMs) !== 'live') return null;
    return { value: sum.longUsd + sum.shortUsd, sourceIds: sum.venueIds, atMs: sum.untilMs };
  }
  const quote = quotes.get(condition.coinId);
  if (!quote) return null;
  if (condition.kind === 'change') {
    const value = toChange(quote, condition.window);
    const { source, atMs } = quote.changesFrom ?? quote;
    return value !== null && isLiveQuote(source, atMs, nowMs) ? { value, sourceIds: [source], atMs } : null;
  }
  const { priceUsd, source, atMs } = quote;
  const rate = condition.currency === 'usd' ? 1 : perUsd.get(condition.currency);
  if (rate === undefined || !isLiveQuote(source, atMs, nowMs)) return null;
  return { value: priceUsd * rate, sourceIds: [source], atMs };
};
