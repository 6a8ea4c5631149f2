import type { CoinId } from '../domain/coins/coin.ts';
import { topCoinIds } from '../domain/coins/coin-table.ts';
import type { WatchList } from '../domain/watch-list.ts';
import type { LogState } from '../platform/event-log.ts';
import type { Market, Request } from '../platform/protocol.ts';
import type { Demand } from './demand.ts';
import type { DerivativesService } from './derivatives.ts';
import type { Liquidations } from './liquidations.ts';
import type { NewCoins } from './new-coins.ts';
import type { Quotes } from './quotes.ts';
import type { Streams } from './streams.ts';

/** Coins whose price is waited for, and whether records of liquidations are. */
export interface UnseenSubjects {
  readonly coinIds: readonly CoinId[];
  readonly needsLiquidations: boolean;
}

/** What pages and popups are told of the market. */
export interface MarketService {
  /** What is known now; starts whatever refresh is due and does not wait for it. */
  read(asked: Request<'readMarket'>): Promise<Market>;
  /** Runs whatever refresh is due, short of prices: those are asked for only when somebody reads them. */
  refresh(): Promise<void>;
  /**
   * For whoever waits for something of these coins without looking: asks for whatever is due of prices and of records of
   * liquidations, and opens no stream. What arrived is then read as ever, from `quotes` and `liquidations`.
   */
  refreshUnseen(subjects: UnseenSubjects): Promise<void>;
}

export interface MarketParts {
  readonly quotes: Quotes;
  readonly liquidations: Liquidations;
  readonly streams: Pick<Streams, 'attend'>;
  readonly findLogState: () => LogState;
  readonly derivatives: DerivativesService;
  readonly demand: Demand;
  readonly newCoins: NewCoins;
  readonly readWatchList: () => Promise<WatchList>;
  readonly clockSkewMs: () => number;
}

/**
 * Every reader asks for the same fixed set first, whatever is being read: a request then tells the API nothing about
 * the page, except for a coin outside both the set and the watch-list.
 */
const FIXED_QUOTES = 250;
const FIXED_LIQUIDATIONS = 25;
const FIXED_STREAMED = 100;

export const createMarket = (parts: MarketParts): MarketService => {
  const {
    quotes,
    liquidations,
    streams,
    findLogState,
    derivatives,
    demand,
    newCoins,
    readWatchList,
    clockSkewMs,
  } = parts;

  const toRecorded = (wanted: readonly CoinId[]): CoinId[] => [
    ...new Set([...wanted, ...topCoinIds(FIXED_LIQUIDATIONS)]),
  ];

  const refreshLiquidations = async (): Promise<void> => {
    const wanted = [...(await readWatchList()), ...(await demand.findCoins())];
    await Promise.all([
      liquidations.refresh(toRecorded(wanted)),
      derivatives.refresh(),
      streams.attend([...new Set([...wanted, ...topCoinIds(FIXED_STREAMED)])]),
    ]);
  };

  const refreshQuotes = async (wanted: readonly CoinId[]): Promise<void> => {
    const fixed = [...new Set([...(await readWatchList()), ...topCoinIds(FIXED_QUOTES)])];
    await quotes.refresh({ fixed, wanted });
  };

  return {
    refresh: refreshLiquidations,

    async refreshUnseen({ coinIds, needsLiquidations }) {
      const watchList = await readWatchList();
      await Promise.all([
        refreshQuotes(coinIds),
        needsLiquidations && liquidations.refresh(toRecorded([...watchList, ...coinIds])),
      ]);
    },

    async read({ coinIds, inViewIds, venueIds }) {
      await demand.note(coinIds, inViewIds);
      // After the prices: a source that asks us to wait, has said so by then.
      void demand.findCoinsInView().then(refreshQuotes).then(newCoins.refresh);
      void refreshLiquidations();
      const coins = await quotes.read(coinIds);
      const venues = await liquidations.read(venueIds, coinIds);
      return {
        coins,
        venues,
        liquidationRecords: await liquidations.findRecords(coinIds, venues),
        derivatives: await derivatives.read(coinIds),
        sources: [...(await quotes.readStates()), ...(await liquidations.readStates())],
        liquidationLog: findLogState(),
        breadth: await quotes.readBreadth(),
        topCoinIds: [...topCoinIds(10)],
        money: await quotes.readMoney(),
        clockSkewMs: clockSkewMs(),
      };
    },
  };
};
