import { type Interval, mergeIntervals } from './coverage.ts';
import type { KeyedOrder } from './keyed-order.ts';
import type { CoveredTime } from './log-batch.ts';
import { addOrder, type CoinTally, type Tally, toHour } from './tally.ts';

/** The hour of a venue, as a key. */
export const toHourKey = ({ venueId, startMs }: Pick<Tally, 'venueId' | 'startMs'>): string =>
  `${venueId}|${String(startMs).padStart(15, '0')}`;

export const toScopeKey = ({ venueId, scope }: Pick<CoveredTime, 'venueId' | 'scope'>): string =>
  `${venueId}|${scope}`;

/** Orders by the key of their hour. */
export const groupByHour = (orders: readonly KeyedOrder[]): Map<string, KeyedOrder[]> => {
  const groups = new Map<string, KeyedOrder[]>();
  for (const order of orders) {
    const key = toHourKey({ venueId: order.venueId, startMs: toHour(order.atMs) });
    const group = groups.get(key);
    if (group) group.push(order);
    else groups.set(key, [order]);
  }
  return groups;
};

/** The hour's tally with more orders in it. */
export const addOrders = (tally: Tally | undefined, orders: readonly KeyedOrder[]): Tally | undefined =>
  orders.reduce<Tally | undefined>(addOrder, tally);

const toHigher = (a: CoinTally | undefined, b: CoinTally): CoinTally => ({
  longCents: Math.max(a?.longCents ?? 0, b.longCents),
  shortCents: Math.max(a?.shortCents ?? 0, b.shortCents),
  largest: null,
});

/**
 * A published hour told again. Its sums only grow, so that the higher one is the later one, in whatever order the answers
 * arrive.
 */
export const toNewerSums = (known: Tally | undefined, told: Tally): Tally => {
  const coins = { ...known?.coins };
  for (const [coinId, tally] of Object.entries(told.coins)) coins[coinId] = toHigher(coins[coinId], tally);
  return { ...told, coins };
};

/** The intervals of one scope with more covered time in them. */
export const addCovered = (known: readonly Interval[] | undefined, time: CoveredTime): Interval[] =>
  mergeIntervals([...(known ?? []), { fromMs: time.fromMs, untilMs: time.untilMs }]);

/** The intervals without what lies before a time. */
export const forgetBefore = (known: readonly Interval[], atMs: number): Interval[] =>
  known.filter(({ untilMs }) => untilMs > atMs);
