import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { sortBySum } from '../../domain/liquidations/table.ts';

const MOST_ROWS = 6;

/** The totals that the card of an exchange lists by coin, largest first. */
export const toShownTotals = (totals: readonly LiquidationTotal[]): LiquidationTotal[] =>
  sortBySum(totals).slice(0, MOST_ROWS);
