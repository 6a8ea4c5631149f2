import { DAY_MS, HOUR_MS, type Tally, toDay } from './tally.ts';
import { EVERY_COIN } from './window.ts';

/** How long the log keeps what. Single orders are needed for the edge of the window and against replays. */
export const KEEP_ORDERS_MS = 48 * HOUR_MS;
export const KEEP_HOURS_MS = 35 * DAY_MS;
export const KEEP_DAYS_MS = 2 * 365 * DAY_MS;

/** About 60 MB. The busiest days would fill more than that within 48 hours; then the oldest orders go first. */
export const MOST_ORDERS = 300_000;

/** A whole day of a venue: its sums, and how long it was heard, by coin or `EVERY_COIN`. */
export interface DayTally extends Tally {
  readonly coveredMs: Readonly<Record<string, number>>;
}

/** A day's sum of one coin over some venues. `isCovered`: every one of them was heard all day. */
export interface DaySum {
  readonly startMs: number;
  readonly usd: number;
  readonly isCovered: boolean;
}

/** Fewer days in a row say nothing about how unusual today is. */
const FEWEST_DAYS = 3;

/**
 * The day since which a 24-hour sum is the largest: the last one that had more, or the first one that is known when none
 * had. Null when the days between are not all covered, or are too few. `days` newest first, whole days without gaps in
 * the list; they hold the same venues as the sum.
 */
export const findLargestSince = (sumUsd: number, days: readonly DaySum[]): number | null => {
  let smaller = 0;
  let sinceMs: number | null = null;
  for (const { startMs, usd, isCovered } of days) {
    if (!isCovered) break;
    sinceMs = startMs;
    if (usd > sumUsd) break;
    smaller += 1;
  }
  return smaller >= FEWEST_DAYS ? sinceMs : null;
};

/** So little may be missing of a day that is compared. */
const WHOLE_DAY_MS = DAY_MS - HOUR_MS;

/** The sums of one coin over some venues, from yesterday back to the oldest day that any of them has. */
export const toDaySums = (
  days: readonly DayTally[],
  coinId: string,
  venueIds: readonly string[],
  nowMs: number,
): DaySum[] => {
  const byDay = new Map<number, DayTally[]>();
  for (const day of days) {
    if (venueIds.includes(day.venueId)) byDay.set(day.startMs, [...(byDay.get(day.startMs) ?? []), day]);
  }
  const oldestMs = Math.min(...byDay.keys());
  const sums: DaySum[] = [];
  for (let startMs = toDay(nowMs) - DAY_MS; startMs >= oldestMs; startMs -= DAY_MS) {
    const ofDay = byDay.get(startMs) ?? [];
    const heard = ofDay.filter(
      ({ coveredMs }) => Math.max(coveredMs[coinId] ?? 0, coveredMs[EVERY_COIN] ?? 0) >= WHOLE_DAY_MS,
    );
    const cents = ofDay.reduce(
      (sum, { coins }) => sum + (coins[coinId]?.longCents ?? 0) + (coins[coinId]?.shortCents ?? 0),
      0,
    );
    sums.push({ startMs, usd: cents / 100, isCovered: heard.length === venueIds.length });
  }
  return sums;
};
