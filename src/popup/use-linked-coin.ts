import { useState } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';
import type { WatchList } from '../domain/watch-list.ts';
import { findCoinInAddress } from '../ui/find-coin-in-address.ts';

export interface LinkedCoin {
  /** The coin that the popup was opened for, such as by a notification: `#coin=<id>` in its address. */
  readonly linkedId: CoinId | null;
  /** The same, when the reader did not watch it then: it needs a row of its own. */
  readonly unlistedId: CoinId | null;
}

export const useLinkedCoin = (coinIds: WatchList): LinkedCoin => {
  const [linked] = useState((): LinkedCoin => {
    const linkedId = findCoinInAddress('coin');
    return { linkedId, unlistedId: linkedId && !coinIds.includes(linkedId) ? linkedId : null };
  });
  return linked;
};
