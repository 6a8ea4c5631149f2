import type { CoinId } from '../domain/coins/coin.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import type { Currency } from '../domain/market/money.ts';
import type { Quote } from '../domain/market/quote.ts';
import type { Candidate } from '../domain/market/reconcile.ts';
import type { QuoteSnapshot } from '../platform/background-items.ts';

/** A source that failed keeps what it said before: it grows stale, and says so. */
export const toFailedSnapshot = <S extends QuoteSnapshot>(
  before: S,
  code: FailureCode,
  nowMs: number,
): S => ({ ...before, attemptedAtMs: nowMs, failure: code });

/**
 * What is known after a good answer. What was not asked for this time keeps its last quote. `notListed` are those of the
 * coins asked for that the source does not have.
 */
export const toNextSnapshot = <S extends QuoteSnapshot>(
  before: S,
  arrived: readonly Quote[],
  notListed: readonly CoinId[],
  currency: Currency,
  nowMs: number,
): S => {
  const isNews = ({ coinId, atMs }: Quote): boolean => atMs > (before.quotes[coinId]?.atMs ?? 0);
  const replaced = arrived.flatMap((quote) => {
    const { priceUsd, atMs } = before.quotes[quote.coinId] ?? {};
    return isNews(quote) && priceUsd !== undefined && atMs !== undefined
      ? [[quote.coinId, { priceUsd, atMs }] as const]
      : [];
  });
  return {
    ...before,
    attemptedAtMs: nowMs,
    lastGoodAtMs: nowMs,
    failure: null,
    quotes: { ...before.quotes, ...Object.fromEntries(arrived.map((quote) => [quote.coinId, quote])) },
    previous: { ...before.previous, ...Object.fromEntries(replaced) },
    notListed: [...notListed],
    currency,
  };
};

/** What one source says of a coin, if anything. */
export const findCandidate = ({ quotes, previous }: QuoteSnapshot, coinId: CoinId): Candidate[] => {
  const quote = quotes[coinId];
  return quote ? [{ quote, previous: previous[coinId] ?? null }] : [];
};
