import type { CoinReading } from '../platform/protocol.ts';
import { toChangesFreshness } from '../ui/reading.ts';
import { Sparkline } from '../ui/Sparkline.tsx';
import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';
import { CoinFigures } from './CoinFigures.tsx';
import { toCoinLabel } from './coin-label.ts';
import { Icon } from './Icon.tsx';
import { MoveHandle } from './MoveHandle.tsx';
import type { HandleHandlers } from './use-reorder.ts';

export interface WatchRowProps {
  readonly reading: CoinReading;
  readonly nowMs: number;
  /** The row was just put back by the undo line that stood in its place. */
  readonly isRestored: boolean;
  readonly onRemove: () => void;
  /** While rows are dragged: this one is, or the dragged one would be put before or after it. */
  readonly drop: 'dragged' | 'drop-before' | 'drop-after' | null;
  readonly handle: HandleHandlers;
}

/** One watched coin. */
export const WatchRow = ({ reading, nowMs, isRestored, onRemove, drop, handle }: WatchRowProps) => {
  const { coinId, quote } = reading;
  const { symbol, name } = toCoinLabel(coinId, quote);
  const button = useLostFocus<HTMLButtonElement>(isRestored);
  return (
    <li class={drop ? `row coin-row is-${drop}` : 'row coin-row'} data-id={coinId}>
      <MoveHandle name={name} handlers={handle} />
      <span class="symbol">{symbol}</span>
      <span class="name" title={name}>
        {name}
      </span>
      <span class="week">
        {quote && (
          <Sparkline
            pricesUsd={quote.sparkline7dUsd}
            freshness={toChangesFreshness(quote, nowMs)}
            width={56}
            height={22}
          />
        )}
      </span>
      <CoinFigures reading={reading} nowMs={nowMs} />
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={message('unwatch', name)}
        onClick={onRemove}
      >
        <Icon shape="remove" />
      </button>
    </li>
  );
};
