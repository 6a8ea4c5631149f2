import type { Liquidation, LiquidationTotal } from './liquidation.ts';

/** Liquidations are told for a rolling day: it is what stories quote and what venues' records reach back to. */
export const WINDOW_MS = 24 * 3_600_000;

/**
 * Several totals as one. A floor, never the whole market: it holds only the venues and coins that were read.
 * `fromMs` is the earliest time any of them covers, `untilMs` the time of the oldest of them.
 */
export interface LiquidationSum {
  readonly longUsd: number;
  readonly shortUsd: number;
  readonly largest: Liquidation | null;
  readonly venueIds: readonly string[];
  readonly fromMs: number;
  readonly untilMs: number;
}

const largerOf = (a: Liquidation | null, b: Liquidation | null): Liquidation | null => {
  if (!a || !b) return a ?? b;
  return b.notionalUsd > a.notionalUsd ? b : a;
};

/** The sum of the totals, or null of none: no total is unknown, not zero. */
export const sumTotals = (totals: readonly LiquidationTotal[]): LiquidationSum | null => {
  if (totals.length === 0) return null;
  return {
    longUsd: totals.reduce((sum, total) => sum + total.longUsd, 0),
    shortUsd: totals.reduce((sum, total) => sum + total.shortUsd, 0),
    largest: totals.reduce<Liquidation | null>((top, total) => largerOf(top, total.largest), null),
    venueIds: [...new Set(totals.map((total) => total.venueId))],
    fromMs: Math.min(...totals.map((total) => total.fromMs)),
    untilMs: Math.min(...totals.map((total) => total.untilMs)),
  };
};
