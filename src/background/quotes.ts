import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin, topCoinIds } from '../domain/coins/coin-table.ts';
import { type Breadth, toBreadth } from '../domain/market/breadth.ts';
import { toFreshness } from '../domain/market/freshness.ts';
import type { Currency, Money } from '../domain/market/money.ts';
import { type Candidate, type Reconciled, reconcile } from '../domain/market/reconcile.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { QuoteSnapshot } from '../platform/background-items.ts';
import type { CoinReading } from '../platform/protocol.ts';
import type { FastLane, References } from './fast-lane.ts';
import type { Rates } from './rates.ts';
import { findSlowCandidate, type SlowLane, type SlowLaneCoins } from './slow-lane.ts';
import { findCandidate } from './snapshot.ts';

/** The last known quotes of all sources, reconciled, and their refreshing. */
export interface Quotes {
  /** What is known now, at once: a quote of any age, or why there is none. */
  read(coinIds: readonly CoinId[]): Promise<CoinReading[]>;
  /** Asks whichever sources are due. One round at a time. */
  refresh(coins: SlowLaneCoins): Promise<void>;
  readMoney(): Promise<Money>;
  /** How many of the hundred largest coins are up. */
  readBreadth(): Promise<Breadth | null>;
  readStates(): Promise<SourceState[]>;
}

export interface QuotesParts {
  readonly slow: SlowLane;
  readonly fast: FastLane;
  readonly rates: Rates;
  readonly readCurrency: () => Promise<Currency>;
  readonly now: () => number;
}

const USDT: CoinId = 'tether';
const BITCOIN: CoinId = 'bitcoin';
const BREADTH_OF = 100;
/** A peg holds longer than a price: an older measure of it is better than none. */
const USDT_HOLDS_MS = 3_600_000;

type SlowSnapshots = readonly [QuoteSnapshot, QuoteSnapshot];

/** Why there is no quote: what CoinGecko said of the coin, for it is asked for every one. */
const toAbsence = ([fixed, others]: SlowSnapshots, coinId: CoinId): NonNullable<CoinReading['absence']> => {
  if ([fixed, others].some(({ notListed }) => notListed.includes(coinId))) return 'not-listed';
  return others.failure ?? fixed.failure ?? 'pending';
};

/** Changes and lines in a currency that the reader no longer has are none of the reader's. */
const withoutOtherMoney = (quote: Candidate['quote'], isOtherMoney: boolean): Candidate['quote'] =>
  isOtherMoney ? { ...quote, change1h: null, change24h: null, change7d: null } : quote;

export const createQuotes = ({ slow, fast, rates, readCurrency, now }: QuotesParts): Quotes => {
  let underWay: Promise<void> | null = null;

  const reconcileEach = async (
    slowSnapshots: SlowSnapshots,
    coinIds: readonly CoinId[],
  ): Promise<readonly Reconciled[]> => {
    const fastSnapshots = await fast.readSnapshots();
    return coinIds.map((coinId) =>
      reconcile(
        [
          ...findSlowCandidate(slowSnapshots, coinId),
          ...fastSnapshots.flatMap((snapshot) => findCandidate(snapshot, coinId)),
        ],
        now(),
      ),
    );
  };

  const toReferences = async (): Promise<References> => {
    const snapshots = await slow.readSnapshots();
    const [usdt] = await reconcileEach(snapshots, [USDT]);
    const isHolding = usdt?.quote && now() - usdt.quote.atMs < USDT_HOLDS_MS;
    return {
      usdtUsd: isHolding ? usdt.quote.priceUsd : null,
      findLive(coinId) {
        const [candidate] = findSlowCandidate(snapshots, coinId);
        const isLive =
          candidate && toFreshness('quote', candidate.quote.atMs, now(), candidate.quote.source) === 'live';
        return isLive ? candidate.quote : null;
      },
    };
  };

  const refreshAll = async ({ fixed, wanted }: SlowLaneCoins): Promise<void> => {
    await rates.refresh();
    await slow.refresh({ fixed, wanted }, await rates.readMoney());
    const references = await toReferences();
    const currency = await readCurrency();
    const needed = [
      ...wanted,
      ...(currency === 'btc' || currency === 'sats' ? [BITCOIN] : []),
      ...(references.findLive(USDT) ? [] : [USDT]),
    ];
    await fast.refresh([...new Set(needed)], references);
  };

  return {
    async read(coinIds) {
      const currency = await readCurrency();
      const snapshots = await slow.readSnapshots();
      const isOtherMoney = snapshots[0].currency !== currency;
      const reconciled = await reconcileEach(snapshots, coinIds);
      return coinIds.map((coinId, index) => {
        const { quote, setAside } = reconciled[index] ?? { quote: null, setAside: [] };
        const listed = quote ? null : findCoin(coinId);
        return {
          coinId,
          quote: quote && withoutOtherMoney(quote, isOtherMoney),
          absence: quote ? null : toAbsence(snapshots, coinId),
          ...(listed ? { symbol: listed.symbol } : {}),
          ...(setAside.length > 0 ? { setAside: [...setAside] } : {}),
        };
      });
    },

    refresh(coins) {
      underWay ??= refreshAll(coins).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async readMoney() {
      const money = await rates.readMoney();
      if (money.currency === (await readCurrency())) return money;
      // A currency that was just chosen is waited for once: dollars in its place would only flash by.
      await rates.refresh();
      return rates.readMoney();
    },

    async readBreadth() {
      const snapshots = await slow.readSnapshots();
      const known = topCoinIds(BREADTH_OF).flatMap((coinId) => findSlowCandidate(snapshots, coinId));
      return toBreadth(known.map(({ quote }) => quote));
    },

    readStates: async () => [await slow.readState(), ...(await fast.readStates())],
  };
};
