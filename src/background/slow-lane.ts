import type { CoinId } from '../domain/coins/coin.ts';
import type { Money } from '../domain/market/money.ts';
import type { Candidate } from '../domain/market/reconcile.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import { NO_QUOTES, type QuoteSnapshot } from '../platform/background-items.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import type { MarketSource } from '../sources/prices/price-source.ts';
import { isDue, type Pace } from './due.ts';
import { findCandidate, toFailedSnapshot, toNextSnapshot } from './snapshot.ts';
import type { IsSwitchedOff } from './switched-off.ts';

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
  /** Both snapshots, the fixed set first. Empty while CoinGecko is switched off. */
  readSnapshots(): Promise<readonly [QuoteSnapshot, QuoteSnapshot]>;
  readState(): Promise<SourceState>;
}

export interface SlowLaneParts {
  readonly source: MarketSource;
  readonly http: Http;
  readonly fixed: StoredItem<QuoteSnapshot>;
  readonly others: StoredItem<QuoteSnapshot>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

/**
 * At most 15 calls an hour for the fixed set, and 10 for coins outside of it beside a first one for each; with the
 * exchange rates that stays below the 30 that we allow ourselves of CoinGecko's keyless service. A newly watched coin
 * waits a few seconds only.
 */
const FIXED_PACE: Pace = { everyMs: 240_000, forUnaskedMs: 20_000 };
/** A call names one coin outside the set: two in one question would tell which story is being read. */
const RENEW_OTHERS_EVERY_MS = 360_000;
/** Keyless, CoinGecko answers some five to fifteen calls a minute: a page full of unknown coins must not use them up. */
const MOST_OTHERS_AT_ONCE = 3;
const NEXT_OTHER_AFTER_MS = 15_000;

const SWITCHED_OFF: QuoteSnapshot = { ...NO_QUOTES, failure: 'switched-off' };

const isUnasked = ({ quotes, notListed }: QuoteSnapshot, coinId: CoinId): boolean =>
  !quotes[coinId] && !notListed.includes(coinId);

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
  const { source, http, fixed, others, findRetryAtMs, isSwitchedOff, now } = parts;
  let underWay: Promise<void> | null = null;

  const ask = async (
    item: StoredItem<QuoteSnapshot>,
    coinIds: readonly CoinId[],
    money: Money,
  ): Promise<void> => {
    const outcome = await source.fetchQuotes(http, coinIds, money);
    await item.update((before) => {
      if (!outcome.ok) return toFailedSnapshot(before, outcome.failure.code, now());
      const arrived = new Set(outcome.value.map(({ coinId }) => coinId));
      const missing = coinIds.filter((id) => !arrived.has(id) && !before.quotes[id]);
      const unlisted = before.notListed.filter((id) => !coinIds.includes(id));
      return toNextSnapshot(before, outcome.value, [...unlisted, ...missing], money.currency, now());
    });
  };

  const askFixed = async (coinIds: readonly CoinId[], money: Money): Promise<void> => {
    const known = await fixed.read();
    const isOtherMoney = known.currency !== money.currency;
    const hasUnasked = coinIds.some((id) => isUnasked(known, id));
    if (isDue(known, FIXED_PACE, isOtherMoney || hasUnasked, now())) await ask(fixed, coinIds, money);
  };

  /** Those that were never asked for, a few a round, else the one that was asked for longest ago. Each in its own question. */
  const askOther = async (coinIds: readonly CoinId[], money: Money): Promise<void> => {
    const known = await others.read();
    const askedAtMs = (id: CoinId): number => known.quotes[id]?.receivedAtMs ?? 0;
    const unasked = coinIds.filter((id) => isUnasked(known, id)).slice(0, MOST_OTHERS_AT_ONCE);
    const [oldest] = coinIds
      .filter((id) => known.quotes[id])
      .toSorted((one, other) => askedAtMs(one) - askedAtMs(other));
    const isNews = unasked.length > 0 || known.currency !== money.currency;
    const pace = { everyMs: RENEW_OTHERS_EVERY_MS, forUnaskedMs: NEXT_OTHER_AFTER_MS };
    if (!isDue(known, pace, isNews, now())) return;
    const next = unasked.length > 0 ? unasked : coinIds.filter((id) => id === oldest);
    for (const coinId of next) await ask(others, [coinId], money);
  };

  const askAll = async (coins: SlowLaneCoins, money: Money): Promise<void> => {
    if (await isSwitchedOff(source.id)) return;
    const asked = coins.fixed.slice(0, source.batchSize);
    await askFixed(asked, money);
    await askOther(
      coins.wanted.filter((id) => !asked.includes(id)),
      money,
    );
  };

  return {
    refresh(coins, money) {
      underWay ??= askAll(coins, money).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    readSnapshots: async () =>
      (await isSwitchedOff(source.id))
        ? [SWITCHED_OFF, SWITCHED_OFF]
        : [await fixed.read(), await others.read()],

    async readState() {
      const { lastGoodAtMs, failure } = await fixed.read();
      const retryAtMs = await findRetryAtMs(source.origin);
      const isOff = await isSwitchedOff(source.id);
      return {
        sourceId: source.id,
        kind: 'prices',
        lastGoodAtMs,
        failure: isOff ? 'switched-off' : failure,
        retryAtMs,
      };
    },
  };
};
