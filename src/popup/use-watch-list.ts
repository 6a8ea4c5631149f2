import { useState } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';
import {
  toWatchListMoved,
  toWatchListWith,
  toWatchListWithout,
  WATCH_LIST_LIMIT,
  type WatchList,
} from '../domain/watch-list.ts';
import { watchListItem } from '../platform/reader-items.ts';
import { useKnownItem } from '../ui/use-known-item.ts';

/** What the reader did last; a removal can be undone until something else is done. */
export type LastChange =
  | { readonly kind: 'added' | 'restored'; readonly coinId: CoinId }
  | { readonly kind: 'removed'; readonly coinId: CoinId; readonly index: number }
  | { readonly kind: 'moved'; readonly coinId: CoinId; readonly place: number }
  | { readonly kind: 'full' };

export interface WatchListControl {
  readonly coinIds: WatchList;
  readonly lastChange: LastChange | null;
  readonly add: (coinId: CoinId) => Promise<void>;
  readonly remove: (coinId: CoinId) => Promise<void>;
  /** Gives the coin another place, counted from 0. */
  readonly move: (coinId: CoinId, to: number) => Promise<void>;
  /** Puts the coin that was removed last back in its place. */
  readonly undo: () => Promise<void>;
}

/** The reader's watch-list and the things one can do with it. */
export const useWatchList = (first: WatchList): WatchListControl => {
  const [coinIds, update] = useKnownItem(watchListItem, first);
  const [lastChange, setLastChange] = useState<LastChange | null>(null);

  const add = async (coinId: CoinId): Promise<void> => {
    if (coinIds.length >= WATCH_LIST_LIMIT) {
      setLastChange({ kind: 'full' });
      return;
    }
    await update((list) => toWatchListWith(list, coinId));
    setLastChange({ kind: 'added', coinId });
  };

  const remove = async (coinId: CoinId): Promise<void> => {
    const index = coinIds.indexOf(coinId);
    await update((list) => toWatchListWithout(list, coinId));
    setLastChange({ kind: 'removed', coinId, index });
  };

  const move = async (coinId: CoinId, to: number): Promise<void> => {
    await update((list) => toWatchListMoved(list, coinId, to));
    setLastChange({ kind: 'moved', coinId, place: to + 1 });
  };

  const undo = async (): Promise<void> => {
    if (lastChange?.kind !== 'removed') return;
    const { coinId, index } = lastChange;
    // First the undo line goes, then the row comes: it finds the focus free.
    setLastChange({ kind: 'restored', coinId });
    await update((list) => toWatchListWithout(list, coinId).toSpliced(index, 0, coinId));
  };

  return { coinIds, lastChange, add, remove, move, undo };
};
