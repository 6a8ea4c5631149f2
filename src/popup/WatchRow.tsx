import type { CoinReading } from '../platform/protocol.ts';
import { toChangesFreshness } from '../ui/reading.ts';
import { Sparkline } from '../ui/Sparkline.tsx';
import { message } from '../ui/strings.ts';
import { CoinFigures } from './CoinFigures.tsx';
import { toCoinLabel } from './coin-label.ts';
import { Icon } from './Icon.tsx';
import { useLostFocus } from './use-lost-focus.ts';

export interface WatchRowProps {
  readonly reading: CoinReading;
  readonly nowMs: number;
  /** The row was just put back by the undo line that stood in its place. */
  readonly isRestored: boolean;
  readonly onRemove: () => void;
}

/** One watched coin. */
export const WatchRow = ({ reading, nowMs, isRestored, onRemove }: WatchRowProps) => {
  const { coinId, quote } = reading;
  const { symbol, name } = toCoinLabel(coinId, quote);
  const button = useLostFocus<HTMLButtonElement>(isRestored);
  return (
    <li class="row coin-row" data-id={coinId}>
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
