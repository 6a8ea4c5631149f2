import type { Origin } from '../domain/market/quote.ts';
import { askBackground } from '../platform/messenger.ts';
import type { CoinReading } from '../platform/protocol.ts';
import { toAgeText } from '../ui/age-text.ts';
import { toLineFreshness } from '../ui/reading.ts';
import { Sparkline } from '../ui/Sparkline.tsx';
import { toSourceName } from '../ui/source-name.ts';
import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';
import { CoinFigures } from './CoinFigures.tsx';
import { CoinTitle } from './CoinTitle.tsx';
import { toCoinLabel } from './coin-label.ts';
import { Icon } from './Icon.tsx';
import { MoveHandle } from './MoveHandle.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import type { HandleHandlers } from './use-reorder.ts';

export interface WatchRowProps {
  readonly reading: CoinReading;
  readonly nowMs: number;
  /** The row was just put back by the undo line that stood in its place. */
  readonly isRestored: boolean;
  /** The popup was opened for this coin. */
  readonly isLinked: boolean;
  readonly onRemove: () => void;
  /** While rows are dragged: this one is, or the dragged one would be put before or after it. */
  readonly drop: 'dragged' | 'drop-before' | 'drop-after' | null;
  readonly handle: HandleHandlers;
}

/** `CoinGecko · 7 min old`: an old line beside a live price has an age of its own. */
const toLineText = ({ source, atMs }: Origin, nowMs: number): string =>
  `${toSourceName(source)} · ${toAgeText(atMs, 'stale', nowMs)}`;

/** One watched coin. */
export const WatchRow = (props: WatchRowProps) => {
  const { reading, nowMs, isRestored, isLinked, onRemove, drop, handle } = props;
  const { coinId, quote } = reading;
  const label = toCoinLabel(coinId, quote);
  const { name } = label;
  const row = useFirstFocus<HTMLLIElement>(isLinked);
  const button = useLostFocus<HTMLButtonElement>(isRestored);
  return (
    <li
      ref={row}
      class={['row coin-row', drop && `is-${drop}`, isLinked && 'is-linked'].filter(Boolean).join(' ')}
      data-id={coinId}
      tabIndex={isLinked ? -1 : undefined}
    >
      <MoveHandle name={name} handlers={handle} />
      <CoinTitle coinId={coinId} label={label} />
      <span class="week" title={quote?.lineFrom && toLineText(quote.lineFrom, nowMs)}>
        {quote && (
          <Sparkline
            pricesUsd={quote.sparkline7dUsd}
            freshness={toLineFreshness(quote, nowMs)}
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
      <button
        type="button"
        class="icon-button alert-button"
        aria-label={message('alertSet', name)}
        onClick={async () => {
          await askBackground('writeAlert', { coinId });
          close();
        }}
      >
        <Icon shape="alert" />
      </button>
    </li>
  );
};
