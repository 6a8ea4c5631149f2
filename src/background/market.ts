import type { CoinId } from '../domain/coins/coin.ts';
import { topCoinIds } from '../domain/coins/coin-table.ts';
import type { WatchList } from '../domain/watch-list.ts';
import type { LogState } from '../platform/event-log.ts';
import type { Market } from '../platform/protocol.ts';
import type { Demand } from './demand.ts';
import type { DerivativesService } from './derivatives.ts';
import type { Liquidations } from './liquidations.ts';
import type { Quotes } from './quotes.ts';
import type { Streams } from './streams.ts';

/** What pages and popups are told of the market. */
export interface MarketService {
  /** What is known now; starts whatever refresh is due and does not wait for it. */
  read(coinIds: readonly CoinId[], venueIds: readonly string[]): Promise<Market>;
  /** Runs whatever refresh is due, short of prices: those are asked for only when somebody reads them. */
  refresh(): Promise<void>;
}

export interface MarketParts {
  readonly quotes: Quotes;
  readonly liquidations: Liquidations;
  readonly streams: Pick<Streams, 'attend'>;
  readonly findLogState: () => LogState;
  readonly derivatives: DerivativesService;
  readonly demand: Demand;
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
  const { quotes, liquidations, streams, findLogState, derivatives, demand, readWatchList, clockSkewMs } =
    parts;

  const refreshLiquidations = async (): Promise<void> => {
    const wanted = [...(await readWatchList()), ...(await demand.findCoins())];
    await Promise.all([
      liquidations.refresh([...new Set([...wanted, ...topCoinIds(FIXED_LIQUIDATIONS)])]),
      derivatives.refresh(),
      streams.attend([...new Set([...wanted, ...topCoinIds(FIXED_STREAMED)])]),
    ]);
  };

  const refreshQuotes = async (): Promise<void> => {
    const fixed = [...new Set([...(await readWatchList()), ...topCoinIds(FIXED_QUOTES)])];
    await quotes.refresh({ fixed, wanted: await demand.findCoinsInView() });
  };

  return {
    refresh: refreshLiquidations,

    async read(coinIds, venueIds) {
      await demand.note(coinIds);
      void refreshQuotes();
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
        topCoinIds: [...topCoinIds(10)],
        money: await quotes.readMoney(),
        clockSkewMs: clockSkewMs(),
      };
    },
  };
};
