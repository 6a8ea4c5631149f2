import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin, toListedName } from '../domain/coins/coin-table.ts';
import { DEFAULT_WATCH_LIST, toWatchListWith, toWatchListWithout } from '../domain/watch-list.ts';
import { watchListItem } from '../platform/reader-items.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

/** Much-read coins beside those that every reader begins with. Any other is found in the popup. */
const OFFERED: readonly CoinId[] = [
  ...DEFAULT_WATCH_LIST,
  'binancecoin',
  'cardano',
  'chainlink',
  'avalanche-2',
  'sui',
  'near',
  'litecoin',
];

/** Coins to follow, each with a switch. */
export const FirstWatchList = () => {
  const [watchList, update] = useStoredItem(watchListItem);
  if (!watchList) return null;
  return (
    <ul class="coins">
      {OFFERED.map((coinId) => (
        <li key={coinId}>
          <label>
            <input
              type="checkbox"
              name={`watch-${coinId}`}
              checked={watchList.includes(coinId)}
              onChange={({ currentTarget: { checked } }) =>
                void update((list) => (checked ? toWatchListWith : toWatchListWithout)(list, coinId))
              }
            />
            <span>{toListedName(coinId)}</span>
            <span class="ticker">{findCoin(coinId)?.symbol}</span>
          </label>
        </li>
      ))}
    </ul>
  );
};
