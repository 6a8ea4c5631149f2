import { useState } from 'preact/hooks';
import { message } from '../../ui/strings.ts';
import { CoinItem } from './CoinItem.tsx';
import type { StripCoins } from './strip-coins.ts';

const SECONDS_PER_COIN = 5;
const LEAST_SECONDS = 20;

/** Coins passing by, told twice so that the movement has no seam. It rests under the pointer and the keyboard. */
export const CoinBand = ({ coinIds, ...rest }: StripCoins) => {
  const [isPaused, setPaused] = useState(false);
  const items = coinIds.map((coinId) => <CoinItem key={coinId} coinId={coinId} {...rest} />);
  const seconds = `${Math.max(LEAST_SECONDS, coinIds.length * SECONDS_PER_COIN)}s`;
  const pauseText = message(isPaused ? 'tickerPlay' : 'tickerPause');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without movement it scrolls, and whoever scrolls by keys must reach it. */}
      <div class="window" tabIndex={0}>
        <div class={`run ${isPaused ? 'paused' : ''}`} style={{ animationDuration: seconds }}>
          <ul>{items}</ul>
          <ul aria-hidden="true" class="echo">
            {items}
          </ul>
        </div>
      </div>
      <button
        type="button"
        class="pause"
        aria-label={pauseText}
        title={pauseText}
        onClick={() => setPaused(!isPaused)}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={isPaused ? 'M2 1 9 5 2 9Z' : 'M2 1H4V9H2ZM6 1H8V9H6Z'} />
        </svg>
      </button>
    </>
  );
};
