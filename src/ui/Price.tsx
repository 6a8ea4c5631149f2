import { formatPriceUsd, formatPriceUsdShort } from '../domain/format.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import { Figure } from './Figure.tsx';
import { uiLocale } from './locale.ts';

export interface PriceProps {
  readonly priceUsd: number | null;
  readonly freshness: Freshness;
  readonly absence: Absence | null;
  /** Without cents from a thousand dollars up, where room is scarce. */
  readonly isShort?: boolean;
}

/** A price in US dollars. */
export const Price = ({ priceUsd, freshness, absence, isShort = false }: PriceProps) => (
  <Figure freshness={priceUsd === null ? 'unknown' : freshness} absence={absence}>
    {priceUsd === null ? null : (isShort ? formatPriceUsdShort : formatPriceUsd)(priceUsd, uiLocale())}
  </Figure>
);
