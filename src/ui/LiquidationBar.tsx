import { formatNotionalUsd } from '../domain/format.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import { Figure } from './Figure.tsx';
import { uiLocale } from './locale.ts';
import { message } from './strings.ts';

export interface LiquidationSidesUsd {
  readonly longUsd: number;
  readonly shortUsd: number;
}

export interface LiquidationBarProps {
  /** By side of the position closed; null when unknown. */
  readonly sides: LiquidationSidesUsd | null;
  /** True when more may have happened than was seen: a sum over venues, or a feed that the venue thins itself. */
  readonly isAtLeast: boolean;
  readonly freshness: Freshness;
  readonly absence: Absence | null;
}

/** Liquidations by side: the sum, and a bar split in the sides' proportion with a labelled figure at each end. */
export const LiquidationBar = ({ sides, isAtLeast, freshness, absence }: LiquidationBarProps) => {
  if (!sides)
    return (
      <Figure freshness="unknown" absence={absence}>
        {null}
      </Figure>
    );
  const { longUsd, shortUsd } = sides;
  const usd = (notionalUsd: number): string => formatNotionalUsd(notionalUsd, uiLocale());
  return (
    <span class={`mn-liquidations mn-${freshness}`}>
      <span class="mn-liquidations-total mn-figure">
        {message(isAtLeast ? 'liquidationsAtLeast' : 'liquidationsTotal', usd(longUsd + shortUsd))}
      </span>
      <span class="mn-liquidations-bar" aria-hidden="true">
        <span class="mn-long" style={{ flexGrow: String(longUsd) }} />
        <span class="mn-short" style={{ flexGrow: String(shortUsd) }} />
      </span>
      <span class="mn-liquidations-side">
        <span class="mn-label">{message('liquidationsLong')}</span> {usd(longUsd)}
      </span>
      <span class="mn-liquidations-side mn-liquidations-end">
        <span class="mn-label">{message('liquidationsShort')}</span> {usd(shortUsd)}
      </span>
    </span>
  );
};
