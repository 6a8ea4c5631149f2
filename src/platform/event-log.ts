import type { Interval } from '../domain/liquidations/coverage.ts';
import type { KeyedOrder } from '../domain/liquidations/keyed-order.ts';
import type { LogBatch } from '../domain/liquidations/log-batch.ts';
import type { DayTally } from '../domain/liquidations/retention.ts';
import type { VenueRecord } from '../domain/liquidations/window.ts';

/** Where the log stands. `memory`: the disk is full or refuses, and what is logged goes when the background does. */
export type LogState = 'disk' | 'memory';

/**
 * Every forced order that was seen, once each, with the sums and the coverage that follow from them. A batch goes in whole
 * or not at all, as often as it comes, in any order: the log is the same afterwards.
 */
export interface EventLog {
  record(batch: LogBatch): Promise<void>;
  readVenue(venueId: string, window: Interval): Promise<VenueRecord>;
  /** Single orders with `fromMs <= atMs < untilMs`. */
  readOrders(venueId: string, window: Interval): Promise<KeyedOrder[]>;
  /** Whole days of a venue, newest first. */
  readDays(venueId: string): Promise<DayTally[]>;
  /** Forgets what is past its time, oldest first, and sums up days that are over. */
  prune(nowMs: number): Promise<void>;
  /** How many orders it holds. */
  countOrders(): Promise<number>;
}
