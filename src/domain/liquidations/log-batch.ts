import type { Interval } from './coverage.ts';
import type { KeyedOrder } from './keyed-order.ts';
import type { Tally } from './tally.ts';

/** A time in which a venue was heard on one coin, or on every coin. */
export interface CoveredTime extends Interval {
  readonly venueId: string;
  /** A coin id, or `EVERY_COIN`. */
  readonly scope: string;
}

/** What one answer or one stretch of a stream brought. It goes into the log whole or not at all. */
export interface LogBatch {
  readonly orders: readonly KeyedOrder[];
  /** The venue's own hourly sums. */
  readonly published: readonly Tally[];
  readonly covered: readonly CoveredTime[];
}

export const EMPTY_BATCH: LogBatch = { orders: [], published: [], covered: [] };

export const mergeBatches = (batches: readonly LogBatch[]): LogBatch => ({
  orders: batches.flatMap(({ orders }) => orders),
  published: batches.flatMap(({ published }) => published),
  covered: batches.flatMap(({ covered }) => covered),
});
