import { formatPrice, formatPriceShort } from '../domain/format.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import { Figure } from './Figure.tsx';
import { uiLocale } from './locale.ts';
import { useMoney } from './money.ts';

export interface PriceProps {
  readonly priceUsd: number | null;
  readonly freshness: Freshness;
  readonly absence: Absence | null;
  /** Without cents from a thousand dollars up, where room is scarce. */
  readonly isShort?: boolean;
}

/** A price, given in US dollars, in the reader's money. */
export const Price = ({ priceUsd, freshness, absence, isShort = false }: PriceProps) => {
  const money = useMoney();
  return (
    <Figure freshness={priceUsd === null ? 'unknown' : freshness} absence={absence}>
      {priceUsd === null ? null : (isShort ? formatPriceShort : formatPrice)(priceUsd, money, uiLocale())}
    </Figure>
  );
};
