import type { CoinReading } from '../platform/protocol.ts';
import { message } from '../ui/strings.ts';
import { CoinFigures } from './CoinFigures.tsx';
import { CoinTitle } from './CoinTitle.tsx';
import { toCoinLabel } from './coin-label.ts';
import { Icon } from './Icon.tsx';
import type { WatchListControl } from './use-watch-list.ts';

export interface BriefRowProps {
  readonly reading: CoinReading;
  readonly watchList: WatchListControl;
  readonly nowMs: number;
}

/** A coin outside of the watch-list, with the button that puts it there with one press. */
export const BriefRow = ({ reading, watchList, nowMs }: BriefRowProps) => {
  const { coinId, quote } = reading;
  const label = toCoinLabel(coinId, quote);
  const isWatched = watchList.coinIds.includes(coinId);
  const { add, remove } = watchList;
  return (
    <li class="row coin-row is-brief">
      <CoinTitle coinId={coinId} label={label} />
      <CoinFigures reading={reading} nowMs={nowMs} />
      <button
        type="button"
        class={isWatched ? 'icon-button is-on' : 'icon-button'}
        aria-label={message(isWatched ? 'unwatch' : 'watch', label.name)}
        onClick={() => void (isWatched ? remove : add)(coinId)}
      >
        <Icon shape={isWatched ? 'check' : 'add'} />
      </button>
    </li>
  );
};
