import * as v from 'valibot';
import { type CoinId, CoinIdSchema } from './coins/coin.ts';

export const WATCH_LIST_LIMIT = 100;

/** Coins that the reader follows, in the reader's order, without repeats. One bad entry costs that entry, not the list. */
export const WatchListSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((entries) => {
    const coinIds = entries.filter((entry): entry is CoinId => v.is(CoinIdSchema, entry));
    return [...new Set(coinIds)].slice(0, WATCH_LIST_LIMIT);
  }),
);
export type WatchList = v.InferOutput<typeof WatchListSchema>;

/** What a new reader follows: large, much-read coins that are not pegged to a currency. */
export const DEFAULT_WATCH_LIST: WatchList = ['bitcoin', 'ethereum', 'solana', 'ripple', 'dogecoin'];

/** The list with the coin at its end; unchanged when it is there already or the list is full. */
export const toWatchListWith = (list: WatchList, coinId: string): WatchList =>
  list.includes(coinId) || list.length >= WATCH_LIST_LIMIT ? list : [...list, coinId];

export const toWatchListWithout = (list: WatchList, coinId: string): WatchList =>
  list.filter((id) => id !== coinId);

/** The list with the coin at another place, counted from 0; unchanged when it is not on it. */
export const toWatchListMoved = (list: WatchList, coinId: string, to: number): WatchList => {
  if (!list.includes(coinId)) return list;
  const others = toWatchListWithout(list, coinId);
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, coinId);
};
