import type { CoinId } from '../domain/coins/coin.ts';
import { topCoinIds } from '../domain/coins/coin-table.ts';
import type { WatchList } from '../domain/settings.ts';
import type { Market } from '../platform/protocol.ts';
import type { Demand } from './demand.ts';
import type { Liquidations } from './liquidations.ts';
import type { Quotes } from './quotes.ts';

/** What pages and popups are told of the market. */
export interface MarketService {
  /** What is known now; starts whatever refresh is due and does not wait for it. */
  read(coinIds: readonly CoinId[], venueIds: readonly string[]): Promise<Market>;
  /** Runs whatever refresh is due. */
  refresh(): Promise<void>;
}

export interface MarketParts {
  readonly quotes: Quotes;
  readonly liquidations: Liquidations;
  readonly demand: Demand;
  readonly readWatchList: () => Promise<WatchList>;
}

/**
 * Every reader asks for the same fixed set first, whatever is being read: a request then tells the API nothing about
 * the page, except for a coin outside both the set and the watch-list.
 */
const FIXED_QUOTES = 100;
const FIXED_LIQUIDATIONS = 25;

export const createMarket = ({ quotes, liquidations, demand, readWatchList }: MarketParts): MarketService => {
  const refresh = async (): Promise<void> => {
    const wanted = [...(await readWatchList()), ...(await demand.findCoins())];
    await Promise.all([
      quotes.refresh([...new Set([...wanted, ...topCoinIds(FIXED_QUOTES)])]),
      liquidations.refresh([...new Set([...wanted, ...topCoinIds(FIXED_LIQUIDATIONS)])]),
    ]);
  };

  return {
    refresh,

    async read(coinIds, venueIds) {
      await demand.note(coinIds);
      void refresh();
      return {
        coins: await quotes.read(coinIds),
        venues: await liquidations.read(venueIds),
        sources: [await quotes.readState(), ...(await liquidations.readStates())],
        topCoinIds: [...topCoinIds(10)],
      };
    },
  };
};
