import type { CoinId } from '../domain/coins/coin.ts';
import { COINS_WITH_ICON } from './coins-with-icon.ts';
import { useIsDrawn } from './use-is-drawn.ts';

export interface CoinIconProps {
  readonly coinId: CoinId;
  readonly symbol: string;
}

/** A coin's sign from our own files, or the first letter of its ticker. The name beside it is what is read aloud. */
export const CoinIcon = ({ coinId, symbol }: CoinIconProps) =>
  COINS_WITH_ICON.has(coinId) ? (
    <Drawing coinId={coinId} />
  ) : (
    <svg class="coin-icon is-monogram" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="6.5" />
      <text x="7" y="9.9" text-anchor="middle">
        {[...symbol][0]?.toUpperCase()}
      </text>
    </svg>
  );

/** To the browser each is a document of its own: together they take as long as all figures, which come first. */
const Drawing = ({ coinId }: Pick<CoinIconProps, 'coinId'>) => {
  const isDue = useIsDrawn();
  return (
    <span class="coin-icon">
      {isDue && <img src={`/icons/coins/${coinId}.svg`} width="14" height="14" alt="" />}
    </span>
  );
};
