import type { CoinId } from '../domain/coins/coin.ts';
import type { Money } from '../domain/market/money.ts';
import type { Candidate } from '../domain/market/reconcile.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { QuoteSnapshot } from '../platform/stored-items.ts';
import type { Http } from '../sources/http.ts';
import type { MarketSource } from '../sources/prices/price-source.ts';
import { isDue, type Pace } from './due.ts';
import { findCandidate, toFailedSnapshot, toNextSnapshot } from './snapshot.ts';

/** Which coins CoinGecko is asked for. */
export interface SlowLaneCoins {
  /** The watch-list and the top of the market: the same whatever is being read. */
  readonly fixed: readonly CoinId[];
  /** What is in view. */
  readonly wanted: readonly CoinId[];
}

/** CoinGecko's quotes with ranks, changes and lines, every few minutes. */
export interface SlowLane {
  refresh(coins: SlowLaneCoins, money: Money): Promise<void>;
  /** Both snapshots, the fixed set first. */
  readSnapshots(): Promise<readonly [QuoteSnapshot, QuoteSnapshot]>;
  readState(): Promise<SourceState>;
}

export interface SlowLaneParts {
  readonly source: MarketSource;
  readonly http: Http;
  readonly fixed: StoredItem<QuoteSnapshot>;
  readonly others: StoredItem<QuoteSnapshot>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly now: () => number;
}

/**
 * At most 15 calls an hour for the fixed set and 10 for coins outside of it; with the exchange rates that stays below
 * the 30 that we allow ourselves of CoinGecko's keyless service. A newly watched coin waits a few seconds only.
 */
const FIXED_PACE: Pace = { everyMs: 240_000, forUnaskedMs: 20_000 };
const OTHERS_PACE: Pace = { everyMs: 360_000, forUnaskedMs: 20_000 };

const hasUnasked = ({ quotes, notListed }: QuoteSnapshot, coinIds: readonly CoinId[]): boolean =>
  coinIds.some((id) => !quotes[id] && !notListed.includes(id));

/** What CoinGecko says of a coin, if anything. */
export const findSlowCandidate = (
  [fixed, others]: readonly [QuoteSnapshot, QuoteSnapshot],
  coinId: CoinId,
): Candidate[] => {
  const [candidate] = [...findCandidate(fixed, coinId), ...findCandidate(others, coinId)].toSorted(
    (one, other) => other.quote.atMs - one.quote.atMs,
  );
  return candidate ? [candidate] : [];
};

export const createSlowLane = (parts: SlowLaneParts): SlowLane => {
  const { source, http, fixed, others, findRetryAtMs, now } = parts;
  let underWay: Promise<void> | null = null;

  const ask = async (
    item: StoredItem<QuoteSnapshot>,
    pace: Pace,
    coinIds: readonly CoinId[],
    money: Money,
  ): Promise<void> => {
    const known = await item.read();
    const isOtherMoney = known.currency !== money.currency;
    if (!isDue(known, pace, isOtherMoney || hasUnasked(known, coinIds), now())) return;
    const outcome = await source.fetchQuotes(http, coinIds, money);
    await item.update((before) => {
      if (!outcome.ok) return toFailedSnapshot(before, outcome.failure.code, now());
      const arrived = new Set(outcome.value.map(({ coinId }) => coinId));
      const notListed = coinIds.filter((id) => !arrived.has(id) && !before.quotes[id]);
      return toNextSnapshot(before, outcome.value, notListed, money.currency, now());
    });
  };

  const askAll = async (coins: SlowLaneCoins, money: Money): Promise<void> => {
    const asked = coins.fixed.slice(0, source.batchSize);
    const outside = coins.wanted.filter((id) => !asked.includes(id)).slice(0, source.batchSize);
    await ask(fixed, FIXED_PACE, asked, money);
    if (outside.length > 0) await ask(others, OTHERS_PACE, outside, money);
  };

  return {
    refresh(coins, money) {
      underWay ??= askAll(coins, money).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    readSnapshots: async () => [await fixed.read(), await others.read()],

    async readState() {
      const { lastGoodAtMs, failure } = await fixed.read();
      const retryAtMs = await findRetryAtMs(source.origin);
      return { sourceId: source.id, kind: 'prices', lastGoodAtMs, failure, retryAtMs };
    },
  };
};
