import type { LiquidationTotal } from './liquidation.ts';
import { WINDOW_MS } from './window-length.ts';

/** A time in which a venue was really heard, from its first to just before its last moment. */
export interface Interval {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The same time as few intervals without overlap, in order. */
export const mergeIntervals = (intervals: readonly Interval[]): Interval[] => {
  const merged: Interval[] = [];
  for (const interval of [...intervals].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (interval.untilMs <= interval.fromMs) continue;
    if (last && interval.fromMs <= last.untilMs) {
      merged[merged.length - 1] = { ...last, untilMs: Math.max(last.untilMs, interval.untilMs) };
    } else {
      merged.push(interval);
    }
  }
  return merged;
};

/** The parts of the intervals that lie inside the window, merged. */
export const clipIntervals = (intervals: readonly Interval[], { fromMs, untilMs }: Interval): Interval[] =>
  mergeIntervals(
    intervals.map((interval) => ({
      fromMs: Math.max(fromMs, interval.fromMs),
      untilMs: Math.min(untilMs, interval.untilMs),
    })),
  );

/** The length of merged intervals. */
export const toCoveredMs = (merged: readonly Interval[]): number =>
  merged.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);

/** The parts of a window that no interval covers. */
export const findGaps = (intervals: readonly Interval[], window: Interval): Interval[] => {
  const gaps: Interval[] = [];
  let fromMs = window.fromMs;
  for (const covered of clipIntervals(intervals, window)) {
    if (covered.fromMs > fromMs) gaps.push({ fromMs, untilMs: covered.fromMs });
    fromMs = covered.untilMs;
  }
  if (fromMs < window.untilMs) gaps.push({ fromMs, untilMs: window.untilMs });
  return gaps;
};

/**
 * How a venue's figure is labelled. `full`: its own record, or an unbroken ear, covers the window. `sampled`: the same of
 * a feed that the venue thins. `live`: a stream that was heard for a part only. `since`: a record that was read back only
 * so far. `key`: hours that an aggregator tells, with the reader's own key.
 */
export type CoverageLabel = 'full' | 'sampled' | 'live' | 'since' | 'key';

/** How much of a window was seen, and in which way. */
export type Covering = Pick<LiquidationTotal, 'feed' | 'memory' | 'coveredMs'>;

/** A poll ends some minutes ago. */
const POLL_BEHIND_MS = 12 * 60_000;
/** Hourly sums begin at the full hour: of the day's window one may be missing. */
const EDGE_PART = 0.05;

/** Whether the window was covered but for its edges. */
export const isWholeWindow = ({ coveredMs }: Covering, windowMs: number = WINDOW_MS): boolean =>
  coveredMs >= windowMs - Math.max(POLL_BEHIND_MS, EDGE_PART * windowMs);

export const toCoverageLabel = (covering: Covering, windowMs: number = WINDOW_MS): CoverageLabel => {
  const { feed, memory } = covering;
  if (memory === 'key') return 'key';
  if (isWholeWindow(covering, windowMs)) return feed === 'complete' ? 'full' : 'sampled';
  return memory === 'stream' ? 'live' : 'since';
};

/** The part of the window that was covered, as a fraction. */
export const toCoveredPart = (
  { coveredMs }: Pick<Covering, 'coveredMs'>,
  windowMs: number = WINDOW_MS,
): number => Math.min(1, coveredMs / windowMs);

/** Two figures may be put in an order of size only when both saw the window in the same way. */
export const isComparable = (a: Covering, b: Covering, windowMs: number = WINDOW_MS): boolean =>
  toCoverageLabel(a, windowMs) === toCoverageLabel(b, windowMs) &&
  ['full', 'sampled'].includes(toCoverageLabel(a, windowMs));
