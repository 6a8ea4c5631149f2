import * as v from 'valibot';
import { clipIntervals, type Interval, toCoveredMs } from './coverage.ts';
import {
  type FeedKind,
  type FeedMemory,
  type Liquidation,
  LiquidationSchema,
  type LiquidationTotal,
} from './liquidation.ts';
import { toCents } from './notional.ts';
import { type CoinTally, HOUR_MS, mergeCoins, type Tally, tallyOrders, toHour, toLarger } from './tally.ts';

/** Coverage of a feed that carries every coin of its venue; coverage of one coin stands under the coin's id. */
export const EVERY_COIN = '*';

/** How a venue publishes. `sums`: whether its figures are its own hourly sums or are added up from its orders. */
export interface VenueFeed {
  readonly venueId: string;
  readonly feed: FeedKind;
  readonly memory: FeedMemory;
  readonly sums: 'published' | 'from-orders';
}

/** What the log holds of one venue, as far as one window needs it. */
export interface VenueRecord {
  /** Tallies of orders by whole hour, of every hour that begins inside the window. */
  readonly hours: readonly Tally[];
  /** Single orders of the hour in which the window begins. */
  readonly edge: readonly Liquidation[];
  /** The venue's own hourly sums, of every hour that begins inside the window. */
  readonly published: readonly Tally[];
  /** By coin id, or `EVERY_COIN`. */
  readonly covered: Readonly<Record<string, readonly Interval[]>>;
}

/** The first full hour of a window: what lies before it is known by single orders only. */
export const toFirstHour = ({ fromMs }: Interval): number => toHour(fromMs + HOUR_MS - 1);

/**
 * What was seen at one venue in a window, by coin. The hour in which the window begins is counted order by order; where a
 * venue publishes sums only by the hour it is left out whole, and the total stays a floor. A coin that no covered time
 * stands behind has no total: nothing is known of it.
 */
export const toVenueTotals = (
  { venueId, feed, memory, sums }: VenueFeed,
  record: VenueRecord,
  window: Interval,
): LiquidationTotal[] => {
  const inWindow = record.edge.filter(({ atMs }) => atMs >= window.fromMs && atMs < toFirstHour(window));
  const seen = mergeCoins([
    tallyOrders(inWindow),
    ...record.hours.filter(({ startMs }) => startMs >= window.fromMs).map(({ coins }) => coins),
  ]);
  const published = mergeCoins(
    record.published.filter(({ startMs }) => startMs >= window.fromMs).map(({ coins }) => coins),
  );
  const counted = sums === 'published' ? { ...window, fromMs: toFirstHour(window) } : window;
  const everywhere = record.covered[EVERY_COIN] ?? [];
  const coinIds = new Set([...Object.keys(seen), ...Object.keys(published), ...Object.keys(record.covered)]);
  coinIds.delete(EVERY_COIN);

  const toTotal = (coinId: string): LiquidationTotal[] => {
    const covered = clipIntervals([...everywhere, ...(record.covered[coinId] ?? [])], counted);
    const [first, last] = [covered[0], covered.at(-1)];
    if (!first || !last) return [];
    const tally: CoinTally | undefined = sums === 'published' ? published[coinId] : seen[coinId];
    return [
      {
        venueId,
        coinId,
        longUsd: (tally?.longCents ?? 0) / 100,
        shortUsd: (tally?.shortCents ?? 0) / 100,
        largest: seen[coinId]?.largest ?? null,
        fromMs: first.fromMs,
        untilMs: last.untilMs,
        coveredMs: toCoveredMs(covered),
        feed,
        memory,
      },
    ];
  };
  return [...coinIds].sort().flatMap(toTotal);
};

/**
 * Several totals as one. A floor, never the whole market: it holds only the venues and coins that were read.
 * `fromMs` is the earliest time that any of them covers, `untilMs` the latest: the parts carry their own times.
 */
export const LiquidationSumSchema = v.object({
  longUsd: v.number(),
  shortUsd: v.number(),
  largest: v.nullable(LiquidationSchema),
  venueIds: v.array(v.string()),
  fromMs: v.number(),
  untilMs: v.number(),
});
export type LiquidationSum = v.InferOutput<typeof LiquidationSumSchema>;

/** Sums as one, or null of none: no sum is unknown, not zero. Whole cents are added, so that the order changes nothing. */
export const mergeSums = (sums: readonly LiquidationSum[]): LiquidationSum | null => {
  if (sums.length === 0) return null;
  const add = (side: 'longUsd' | 'shortUsd'): number =>
    sums.reduce((cents, sum) => cents + toCents(sum[side]), 0) / 100;
  return {
    longUsd: add('longUsd'),
    shortUsd: add('shortUsd'),
    largest: sums.reduce<Liquidation | null>((top, sum) => toLarger(top, sum.largest), null),
    venueIds: [...new Set(sums.flatMap(({ venueIds }) => venueIds))],
    fromMs: Math.min(...sums.map(({ fromMs }) => fromMs)),
    untilMs: Math.max(...sums.map(({ untilMs }) => untilMs)),
  };
};

/** The sum of the totals, or null of none. */
export const sumTotals = (totals: readonly LiquidationTotal[]): LiquidationSum | null =>
  mergeSums(totals.map(({ venueId, ...total }) => ({ ...total, venueIds: [venueId] })));
