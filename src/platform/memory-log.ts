import type { Interval } from '../domain/liquidations/coverage.ts';
import type { KeyedOrder } from '../domain/liquidations/keyed-order.ts';
import {
  addCovered,
  addOrders,
  forgetBefore,
  groupByHour,
  toHourKey,
  toNewerSums,
  toScopeKey,
} from '../domain/liquidations/log-rules.ts';
import { KEEP_HOURS_MS, KEEP_ORDERS_MS } from '../domain/liquidations/retention.ts';
import type { Tally } from '../domain/liquidations/tally.ts';
import { toFirstHour } from '../domain/liquidations/window.ts';
import type { EventLog } from './event-log.ts';

/** A third of what the disk holds: memory belongs to the whole browser. */
const MOST_IN_MEMORY = 100_000;

const isIn = ({ fromMs, untilMs }: Interval, atMs: number): boolean => atMs >= fromMs && atMs < untilMs;

/** A log that lives as long as the background: for a full disk, and the reference that the one on disk is tested by. */
export const createMemoryLog = (): EventLog => {
  const orders = new Map<string, KeyedOrder>();
  const hours = new Map<string, Tally>();
  const published = new Map<string, Tally>();
  const covered = new Map<string, Interval[]>();
  let forgottenMs = 0;

  const hoursOf = (from: ReadonlyMap<string, Tally>, venueId: string, fromMs: number): Tally[] =>
    [...from.values()].filter((tally) => tally.venueId === venueId && tally.startMs >= fromMs);

  const ordersOf = (venueId: string, window: Interval): KeyedOrder[] =>
    [...orders.values()].filter((order) => order.venueId === venueId && isIn(window, order.atMs));

  return {
    async record(batch) {
      const fresh = batch.orders.filter(({ key, atMs }) => atMs > forgottenMs && !orders.has(key));
      // A batch may hold an order twice.
      const once = [...new Map(fresh.map((order) => [order.key, order])).values()];
      for (const order of once) orders.set(order.key, order);
      for (const [key, group] of groupByHour(once)) {
        const tally = addOrders(hours.get(key), group);
        if (tally) hours.set(key, tally);
      }
      for (const told of batch.published) {
        published.set(toHourKey(told), toNewerSums(published.get(toHourKey(told)), told));
      }
      for (const time of batch.covered) {
        covered.set(toScopeKey(time), addCovered(covered.get(toScopeKey(time)), time));
      }
    },

    async readVenue(venueId, window) {
      const firstHourMs = toFirstHour(window);
      const scopes = [...covered].filter(([key]) => key.startsWith(`${venueId}|`));
      return {
        hours: hoursOf(hours, venueId, firstHourMs),
        edge: ordersOf(venueId, { fromMs: window.fromMs, untilMs: firstHourMs }),
        published: hoursOf(published, venueId, window.fromMs),
        covered: Object.fromEntries(scopes.map(([key, times]) => [key.slice(venueId.length + 1), times])),
      };
    },

    readOrders: async (venueId, window) => ordersOf(venueId, window),

    // Days are told of what was kept over weeks: not from memory.
    readDays: async () => [],

    async prune(nowMs) {
      forgottenMs = Math.max(forgottenMs, nowMs - KEEP_ORDERS_MS);
      const byAge = [...orders.values()].sort((a, b) => a.atMs - b.atMs);
      const surplus = byAge[byAge.length - MOST_IN_MEMORY - 1];
      if (surplus) forgottenMs = Math.max(forgottenMs, surplus.atMs);
      for (const { key, atMs } of byAge) if (atMs <= forgottenMs) orders.delete(key);
      const oldestMs = nowMs - KEEP_HOURS_MS;
      for (const tallies of [hours, published]) {
        for (const [key, { startMs }] of tallies) if (startMs < oldestMs) tallies.delete(key);
      }
      for (const [key, times] of covered) covered.set(key, forgetBefore(times, oldestMs));
    },

    countOrders: async () => orders.size,
  };
};
