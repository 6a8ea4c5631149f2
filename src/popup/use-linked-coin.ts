import { useRef, useState } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';
import type { WatchList } from '../domain/watch-list.ts';
import { findCoinInAddress } from '../ui/find-coin-in-address.ts';

export interface LinkedCoin {
  /** The coin that the popup was opened for, such as by a notification: `#coin=<id>` in its address. */
  readonly linkedId: CoinId | null;
  /** The same, when the reader did not watch it then: it needs a row of its own. */
  readonly unlistedId: CoinId | null;
}

/** `coinIds`: the watch-list, null until it is known. */
export const useLinkedCoin = (coinIds: WatchList | null): LinkedCoin => {
  const [linkedId] = useState(() => findCoinInAddress('coin'));
  const atFirst = useRef<WatchList | null>(null);
  atFirst.current ??= coinIds;
  const isUnlisted = linkedId !== null && atFirst.current?.includes(linkedId) === false;
  return { linkedId, unlistedId: isUnlisted ? linkedId : null };
};
