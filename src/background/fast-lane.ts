import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin } from '../domain/coins/coin-table.ts';
import { toFreshness } from '../domain/market/freshness.ts';
import { checkPair } from '../domain/market/pair-check.ts';
import type { Quote } from '../domain/market/quote.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import { NO_QUOTES, type PairList, type TickerSnapshot } from '../platform/background-items.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import type { Pair, TickerAnswer, TickerSource } from '../sources/prices/price-source.ts';
import { isDue } from './due.ts';
import { toFailedSnapshot, toNextSnapshot } from './snapshot.ts';
import { type IsSwitchedOff, withoutSwitchedOff } from './switched-off.ts';

/** What the fast lane is told by the slow one. */
export interface References {
  /** CoinGecko's quote of a coin while it is live. */
  readonly findLive: (coinId: CoinId) => Quote | null;
  readonly usdtUsd: number | null;
}

/** Prices of the coins in view from exchanges, every few seconds. */
export interface FastLane {
  refresh(coinIds: readonly CoinId[], references: References): Promise<void>;
  /** By source, in the order in which they are asked. */
  readSnapshots(): Promise<readonly TickerSnapshot[]>;
  /** The coin's pair at an exchange; null where there is none, or none that is known to mean the coin. */
  findPair(source: TickerSource, coinId: CoinId): Promise<Pair | null>;
  /** The live price of a coin at the first exchange that has one. */
  findPriceUsd(coinId: CoinId): Promise<number | null>;
  /** Of every source that was asked so far. */
  readStates(): Promise<SourceState[]>;
}

export interface FastLaneParts {
  readonly sources: readonly TickerSource[];
  readonly http: Http;
  readonly snapshots: StoredItem<Record<string, TickerSnapshot>>;
  readonly pairLists: StoredItem<Record<string, PairList>>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

const NEVER_ASKED: TickerSnapshot = { ...NO_QUOTES, askedAtMs: {}, confirmed: [] };
const NO_PAIRS: PairList = {
  attemptedAtMs: 0,
  lastGoodAtMs: null,
  failure: null,
  symbols: [],
  wrongUntilMs: {},
};

const DAY_MS = 24 * 3_600_000;
const FOR_UNASKED_MS = 1500;

/** The ticker of so large a coin means that coin everywhere; others wait until CoinGecko's price has confirmed them. */
const CERTAIN_RANK = 250;

const isCertain = (coinId: CoinId): boolean =>
  (findCoin(coinId)?.rank ?? Number.POSITIVE_INFINITY) <= CERTAIN_RANK;

export const createFastLane = (parts: FastLaneParts): FastLane => {
  const { sources, http, snapshots, pairLists, findRetryAtMs, isSwitchedOff, now } = parts;
  let underWay: Promise<void> | null = null;

  const change = (id: string, patch: (before: TickerSnapshot) => TickerSnapshot) =>
    snapshots.update((all) => ({ ...all, [id]: patch(all[id] ?? NEVER_ASKED) }));

  const changePairs = (id: string, patch: (before: PairList) => PairList) =>
    pairLists.update((all) => ({ ...all, [id]: patch(all[id] ?? NO_PAIRS) }));

  /** What the exchange trades, asked for again once a day; a failed renewal keeps the old list. */
  const readPairList = async (source: TickerSource): Promise<PairList> => {
    const known = (await pairLists.read())[source.id] ?? NO_PAIRS;
    const pace = { everyMs: DAY_MS, forUnaskedMs: DAY_MS };
    if (!source.fetchSymbols || !isDue(known, pace, false, now())) return known;
    const outcome = await source.fetchSymbols(http);
    await changePairs(source.id, (before) =>
      outcome.ok
        ? { ...before, attemptedAtMs: now(), lastGoodAtMs: now(), failure: null, symbols: outcome.value }
        : { ...before, attemptedAtMs: now(), failure: outcome.failure.code },
    );
    return (await pairLists.read())[source.id] ?? NO_PAIRS;
  };

  const findPairs = async (source: TickerSource, coinIds: readonly CoinId[]): Promise<Pair[]> => {
    const { symbols, wrongUntilMs } = await readPairList(source);
    const isUsable = ({ symbol }: Pair): boolean =>
      (!source.fetchSymbols || symbols.includes(symbol)) && (wrongUntilMs[symbol] ?? 0) < now();
    return coinIds
      .flatMap((coinId) => source.findPairs(coinId).filter(isUsable).slice(0, 1))
      .slice(0, source.mostCoins);
  };

  /** Quotes that may be shown; pairs that mean another coin are not used again for a day. */
  const sift = async (
    source: TickerSource,
    quotes: readonly Quote[],
    pairs: readonly Pair[],
    references: References,
  ) => {
    const known = (await snapshots.read())[source.id] ?? NEVER_ASKED;
    const checked = quotes.map((quote) => {
      const reference = references.findLive(quote.coinId);
      return { quote, check: reference && checkPair(quote.priceUsd, reference) };
    });
    const wrong = checked.filter(({ check }) => check === 'wrong').map(({ quote }) => quote.coinId);
    const confirmed = checked.filter(({ check }) => check === 'confirmed').map(({ quote }) => quote.coinId);
    const all = [...new Set([...known.confirmed, ...confirmed])].filter((id) => !wrong.includes(id));
    if (wrong.length > 0) {
      const symbols = pairs.filter(({ coinId }) => wrong.includes(coinId)).map(({ symbol }) => symbol);
      const until = Object.fromEntries(symbols.map((symbol) => [symbol, now() + DAY_MS]));
      await changePairs(source.id, (before) => ({
        ...before,
        wrongUntilMs: { ...before.wrongUntilMs, ...until },
      }));
    }
    const isUsable = ({ coinId }: Quote): boolean =>
      !wrong.includes(coinId) && (source.knowsCoins || all.includes(coinId) || isCertain(coinId));
    return { usable: quotes.filter(isUsable), wrong, confirmed: all };
  };

  const ask = async (
    source: TickerSource,
    coinIds: readonly CoinId[],
    references: References,
  ): Promise<void> => {
    const known = (await snapshots.read())[source.id] ?? NEVER_ASKED;
    const lastAskedMs = (id: CoinId): number => known.askedAtMs[id] ?? 0;
    const listed = coinIds.filter((id) => !known.notListed.includes(id));
    if (listed.length === 0) return;
    // Where not all fit into one round, those that waited longest go first.
    const waiting = listed.toSorted((one, other) => lastAskedMs(one) - lastAskedMs(other));
    const pairs = await findPairs(source, waiting);
    if (pairs.length === 0) {
      const { failure } = (await pairLists.read())[source.id] ?? NO_PAIRS;
      if (failure) await change(source.id, (before) => ({ ...before, failure }));
      return;
    }
    const pace = { everyMs: source.everyMs, forUnaskedMs: Math.min(source.everyMs, FOR_UNASKED_MS) };
    const hasUnasked = pairs.some(({ coinId }) => lastAskedMs(coinId) === 0);
    if (!isDue(known, pace, hasUnasked, now())) return;
    const outcome = await source.fetchTickers(http, pairs, references.usdtUsd);
    if (!outcome.ok) {
      await change(source.id, (before) => toFailedSnapshot(before, outcome.failure.code, now()));
      return;
    }
    await store(source, outcome.value, pairs, references);
  };

  const store = async (
    source: TickerSource,
    { quotes, unknownSymbols }: TickerAnswer,
    pairs: readonly Pair[],
    references: References,
  ): Promise<void> => {
    const { usable, wrong, confirmed } = await sift(source, quotes, pairs, references);
    const unknown = pairs.filter(({ symbol }) => unknownSymbols.includes(symbol)).map(({ coinId }) => coinId);
    const asked = Object.fromEntries(pairs.map(({ coinId }) => [coinId, now()]));
    await change(source.id, (before) => {
      const notListed = [...new Set([...before.notListed, ...unknown])];
      const next = toNextSnapshot(before, usable, notListed, 'usd', now());
      const kept = Object.entries(next.quotes).filter(([coinId]) => !wrong.includes(coinId));
      const askedAtMs = { ...before.askedAtMs, ...asked };
      return { ...next, quotes: Object.fromEntries(kept), askedAtMs, confirmed };
    });
  };

  const hasLive = async (source: TickerSource, coinId: CoinId): Promise<boolean> => {
    const quote = (await snapshots.read())[source.id]?.quotes[coinId];
    return quote !== undefined && toFreshness('quote', quote.atMs, now(), source.id) === 'live';
  };

  const listAsked = () => withoutSwitchedOff(sources, ({ id }) => id, isSwitchedOff);

  /** Each source for what those before it do not have. */
  const askAll = async (coinIds: readonly CoinId[], references: References): Promise<void> => {
    let open = [...coinIds];
    for (const source of await listAsked()) {
      const wanted = source.isSpare ? open.filter((id) => !references.findLive(id)) : open;
      if (wanted.length > 0) await ask(source, wanted, references);
      const served = await Promise.all(open.map((id) => hasLive(source, id)));
      open = open.filter((_id, index) => !served[index]);
    }
  };

  return {
    refresh(coinIds, references) {
      underWay ??= askAll(coinIds, references).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async readSnapshots() {
      const all = await snapshots.read();
      return (await listAsked()).map(({ id }) => all[id] ?? NEVER_ASKED);
    },

    async findPair(source, coinId) {
      if (await isSwitchedOff(source.id)) return null;
      const { confirmed } = (await snapshots.read())[source.id] ?? NEVER_ASKED;
      if (!confirmed.includes(coinId) && !isCertain(coinId)) return null;
      return (await findPairs(source, [coinId]))[0] ?? null;
    },

    async findPriceUsd(coinId) {
      const all = await snapshots.read();
      const quotes = (await listAsked()).flatMap(({ id }) => all[id]?.quotes[coinId] ?? []);
      const live = quotes.find((quote) => toFreshness('quote', quote.atMs, now(), quote.source) === 'live');
      return live?.priceUsd ?? null;
    },

    async readStates() {
      const all = await snapshots.read();
      const asked = await listAsked();
      const isOff = (source: TickerSource): boolean => !asked.includes(source);
      const told = sources.filter((source) => all[source.id] || isOff(source));
      return Promise.all(
        told.map(async (source) => {
          const { id, origin } = source;
          const { lastGoodAtMs, failure: failed } = all[id] ?? NEVER_ASKED;
          const failure = isOff(source) ? ('switched-off' as const) : failed;
          const retryAtMs = await findRetryAtMs(origin);
          return { sourceId: id, kind: 'prices' as const, lastGoodAtMs, failure, retryAtMs };
        }),
      );
    },
  };
};
