import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';
import { type Absence, AbsenceSchema } from '../market/absence.ts';
import { type LiquidationTotal, LiquidationTotalSchema } from './liquidation.ts';
import { LiquidationSumSchema, sumTotals } from './window.ts';

/** How the coin with most of a venue's sum was covered: that is what the venue's figure rests on. */
const CoveringSchema = v.pick(LiquidationTotalSchema, ['feed', 'memory', 'coveredMs', 'fromMs']);

const VenueRowSchema = v.object({
  venueId: v.string(),
  sum: v.nullable(LiquidationSumSchema),
  covering: v.nullable(CoveringSchema),
  absence: v.nullable(AbsenceSchema),
});

const CoinRowSchema = v.object({ coinId: CoinIdSchema, sum: LiquidationSumSchema });

/**
 * The whole market as far as it was seen, by venue and by coin. Venues stand in the order in which they are read, because
 * what unlike coverage saw is never ranked; coins by sum, largest first, each with the venues behind it. All are floors.
 */
export const LiquidationTableSchema = v.object({
  windowMs: v.number(),
  total: v.nullable(LiquidationSumSchema),
  venues: v.array(VenueRowSchema),
  coins: v.array(CoinRowSchema),
});
export type LiquidationTable = v.InferOutput<typeof LiquidationTableSchema>;

/** What was seen at one venue, by coin. */
export interface VenueTotals {
  readonly venueId: string;
  readonly totals: readonly LiquidationTotal[];
  readonly absence: Absence | null;
}

/** A table of coins is read from above: what lies further down is in the sums. */
const MOST_COINS = 30;

const toUsd = ({ longUsd, shortUsd }: Pick<LiquidationTotal, 'longUsd' | 'shortUsd'>): number =>
  longUsd + shortUsd;

/** Largest first; of equal ones the same always stands first. */
export const sortBySum = (totals: readonly LiquidationTotal[]): LiquidationTotal[] =>
  totals.toSorted((one, other) => toUsd(other) - toUsd(one) || (one.coinId < other.coinId ? -1 : 1));

const toCovering = (totals: readonly LiquidationTotal[]): v.InferOutput<typeof CoveringSchema> | null => {
  const [top] = sortBySum(totals);
  if (!top) return null;
  const { feed, memory, coveredMs, fromMs } = top;
  return { feed, memory, coveredMs, fromMs };
};

const toCoinRows = (totals: readonly LiquidationTotal[]): LiquidationTable['coins'] => {
  const byCoin = new Map<string, LiquidationTotal[]>();
  for (const total of totals) {
    const ofCoin = byCoin.get(total.coinId);
    if (ofCoin) ofCoin.push(total);
    else byCoin.set(total.coinId, [total]);
  }
  return [...byCoin]
    .flatMap(([coinId, ofCoin]) => {
      const sum = sumTotals(ofCoin);
      return sum && toUsd(sum) > 0 ? [{ coinId, sum }] : [];
    })
    .sort((one, other) => toUsd(other.sum) - toUsd(one.sum))
    .slice(0, MOST_COINS);
};

export const toLiquidationTable = (venues: readonly VenueTotals[], windowMs: number): LiquidationTable => {
  const all = venues.flatMap(({ totals }) => totals);
  return {
    windowMs,
    total: sumTotals(all),
    venues: venues.map(({ venueId, totals, absence }) => ({
      venueId,
      sum: sumTotals(totals),
      covering: toCovering(totals),
      absence,
    })),
    coins: toCoinRows(all),
  };
};
