import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';

const MOST_ROWS = 6;

/** The totals that the card of an exchange lists by coin, largest first. */
export const toShownTotals = (totals: readonly LiquidationTotal[]): LiquidationTotal[] =>
  [...totals].sort((a, b) => b.longUsd + b.shortUsd - (a.longUsd + a.shortUsd)).slice(0, MOST_ROWS);
