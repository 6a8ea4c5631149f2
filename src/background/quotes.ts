import type { CoinId } from '../domain/coins/coin.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { CoinReading } from '../platform/protocol.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { QuoteSnapshot } from '../platform/stored-items.ts';
import type { Http } from '../sources/http.ts';
import type { PriceSource } from '../sources/prices/price-source.ts';
import { isDue, type Pace } from './due.ts';

/** The last known quotes, and their refreshing. */
export interface Quotes {
  /** What is known now, at once: a quote of any age, or why there is none. */
  read(coinIds: readonly CoinId[]): Promise<CoinReading[]>;
  /** Asks the source when the quotes are due, or when one of the coins was never asked for. One call at a time. */
  refresh(coinIds: readonly CoinId[]): Promise<void>;
  readState(): Promise<SourceState>;
}

export interface QuotesParts {
  readonly source: PriceSource;
  readonly http: Http;
  readonly snapshot: StoredItem<QuoteSnapshot>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly now: () => number;
}

/**
 * At most 24 calls an hour, and CoinGecko's own cache is no finer than a minute. A page with a coin outside the poll set
 * does not wait for the next round, but several such pages share one call.
 */
const PACE: Pace = { everyMs: 150_000, forUnaskedMs: 10_000 };

const hasUnasked = ({ quotes, notListed }: QuoteSnapshot, coinIds: readonly CoinId[]): boolean =>
  coinIds.some((id) => !quotes[id] && !notListed.includes(id));

const toReading = (snapshot: QuoteSnapshot, coinId: CoinId): CoinReading => {
  const quote = snapshot.quotes[coinId] ?? null;
  if (quote) return { coinId, quote, absence: null };
  const absence = snapshot.notListed.includes(coinId) ? 'not-listed' : (snapshot.failure ?? 'pending');
  return { coinId, quote, absence };
};

export const createQuotes = ({ source, http, snapshot, findRetryAtMs, now }: QuotesParts): Quotes => {
  let underWay: Promise<void> | null = null;

  const ask = async (coinIds: readonly CoinId[]): Promise<void> => {
    const known = await snapshot.read();
    const asked = coinIds.slice(0, source.batchSize);
    if (!isDue(known, PACE, hasUnasked(known, asked), now())) return;
    const outcome = await source.fetchQuotes(http, asked);
    await snapshot.update((before) => {
      if (!outcome.ok) return { ...before, attemptedAtMs: now(), failure: outcome.failure.code };
      const arrived = Object.fromEntries(outcome.value.map((quote) => [quote.coinId, quote]));
      // What was not asked for this time keeps its last quote: it grows stale, and says so.
      const quotes = { ...before.quotes, ...arrived };
      const notListed = asked.filter((id) => !quotes[id]);
      return { attemptedAtMs: now(), lastGoodAtMs: now(), failure: null, quotes, notListed };
    });
  };

  return {
    async read(coinIds) {
      const known = await snapshot.read();
      return coinIds.map((id) => toReading(known, id));
    },

    refresh(coinIds) {
      underWay ??= ask(coinIds).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async readState() {
      const { lastGoodAtMs, failure } = await snapshot.read();
      return { sourceId: source.id, lastGoodAtMs, failure, retryAtMs: await findRetryAtMs(source.origin) };
    },
  };
};
