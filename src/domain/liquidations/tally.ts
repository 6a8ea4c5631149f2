import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';
import type { KeyedOrder } from './keyed-order.ts';
import { type Liquidation, LiquidationSchema } from './liquidation.ts';
import { toCents } from './notional.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The start of the hour that a time lies in. */
export const toHour = (atMs: number): number => Math.floor(atMs / HOUR_MS) * HOUR_MS;
export const toDay = (atMs: number): number => Math.floor(atMs / DAY_MS) * DAY_MS;

const Cents = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Sums by side in whole cents: they come out the same in whatever order the orders arrive. */
export const CoinTallySchema = v.object({
  longCents: Cents,
  shortCents: Cents,
  largest: v.nullable(LiquidationSchema),
});
export type CoinTally = v.InferOutput<typeof CoinTallySchema>;

/** What a venue saw in one hour, or one day, by coin. */
export const TallySchema = v.object({
  venueId: v.string(),
  /** The start of the hour or day. */
  startMs: v.number(),
  coins: v.record(CoinIdSchema, CoinTallySchema),
});
export type Tally = v.InferOutput<typeof TallySchema>;

const NOTHING: CoinTally = { longCents: 0, shortCents: 0, largest: null };

/** The larger of two orders. Of two that are equal the earlier, so that the order of arrival does not decide. */
export const toLarger = (a: Liquidation | null, b: Liquidation | null): Liquidation | null => {
  if (!a || !b) return a ?? b;
  if (a.notionalUsd !== b.notionalUsd) return a.notionalUsd > b.notionalUsd ? a : b;
  return a.atMs <= b.atMs ? a : b;
};

const addTallies = (a: CoinTally, b: CoinTally): CoinTally => ({
  longCents: a.longCents + b.longCents,
  shortCents: a.shortCents + b.shortCents,
  largest: toLarger(a.largest, b.largest),
});

const toCoinTally = ({ venueId, coinId, side, notionalUsd, atMs }: Liquidation): CoinTally => ({
  longCents: side === 'long' ? toCents(notionalUsd) : 0,
  shortCents: side === 'short' ? toCents(notionalUsd) : 0,
  largest: { venueId, coinId, side, notionalUsd, atMs },
});

/** The sums by coin of some orders. */
export const tallyOrders = (orders: readonly Liquidation[]): Record<string, CoinTally> => {
  const coins: Record<string, CoinTally> = {};
  for (const order of orders) {
    coins[order.coinId] = addTallies(coins[order.coinId] ?? NOTHING, toCoinTally(order));
  }
  return coins;
};

/** The sums by coin of several. */
export const mergeCoins = (all: readonly Record<string, CoinTally>[]): Record<string, CoinTally> => {
  const merged: Record<string, CoinTally> = {};
  for (const coins of all) {
    for (const [coinId, tally] of Object.entries(coins)) {
      merged[coinId] = addTallies(merged[coinId] ?? NOTHING, tally);
    }
  }
  return merged;
};

/** The tally of an hour with one more order in it; of nothing before when there was none. */
export const addOrder = (tally: Tally | undefined, order: KeyedOrder): Tally => ({
  venueId: order.venueId,
  startMs: toHour(order.atMs),
  coins: {
    ...tally?.coins,
    [order.coinId]: addTallies(tally?.coins[order.coinId] ?? NOTHING, toCoinTally(order)),
  },
});
