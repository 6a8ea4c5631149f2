import type { LiquidationTotal } from './liquidation.ts';

/**
 * One total for each coin of a venue out of what we heard of it ourselves and what an aggregator tells of it. The same
 * orders stand in both, so that the two are never added: of each coin the one that covers more of the window counts, ours
 * where they cover the same. Single orders are known from our own ear alone, and the largest one that it heard stays.
 */
export const toBetterCovered = (
  own: readonly LiquidationTotal[],
  told: readonly LiquidationTotal[],
): LiquidationTotal[] => {
  const byCoin = new Map(own.map((total) => [total.coinId, total]));
  for (const total of told) {
    const heard = byCoin.get(total.coinId);
    if (!heard) byCoin.set(total.coinId, total);
    else if (total.coveredMs > heard.coveredMs)
      byCoin.set(total.coinId, { ...total, largest: heard.largest });
  }
  return [...byCoin.values()];
};
