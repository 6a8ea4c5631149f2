import type { CoinId } from '../domain/coins/coin.ts';
import { CoinIcon } from './CoinIcon.tsx';
import type { CoinLabel } from './coin-label.ts';

export interface CoinTitleProps {
  readonly coinId: CoinId;
  readonly label: CoinLabel;
}

/** A coin's sign, ticker and name: two cells of a row's grid. */
export const CoinTitle = ({ coinId, label: { symbol, name } }: CoinTitleProps) => (
  <>
    <span class="symbol">
      <CoinIcon coinId={coinId} symbol={symbol} />
      {symbol}
    </span>
    <span class="name" title={name}>
      {name}
    </span>
  </>
);
