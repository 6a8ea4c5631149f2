import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clipIntervals,
  findGaps,
  type Interval,
  isComparable,
  mergeIntervals,
  toCoverageLabel,
  toCoveredMs,
} from '../../../src/domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../../../src/domain/liquidations/liquidation.ts';
import { toNotionalUsd } from '../../../src/domain/liquidations/notional.ts';
import { type DayTally, findLargestSince, toDaySums } from '../../../src/domain/liquidations/retention.ts';

describe('dollars to the cent', () => {
  test.each([
    [['0.0001', '77762.85', '3'], 23.33],
    [['1.437', '34959.70'], 50_237.09],
    [['0.001', '5'], 0.01],
    [['0.0049999'], 0],
    [['1e-7', 1e7, '-2.5'], 2.5],
    [['100', '3'], 300],
    [['.5', '.5'], 0.25],
  ])('%j', (factors, usd) => {
    expect(toNotionalUsd(...factors)).toBe(usd);
  });

  test('what is no number is refused', () => {
    expect(() => toNotionalUsd('1,5')).toThrow(RangeError);
    expect(() => toNotionalUsd('')).toThrow(RangeError);
  });
});

describe('covered time', () => {
  const intervals = fc.array(
    fc.tuple(fc.nat(1000), fc.nat(100)).map(([fromMs, ms]): Interval => ({ fromMs, untilMs: fromMs + ms })),
  );
  const window = { fromMs: 200, untilMs: 800 };

  test('merged intervals are in order, apart, and as long as what they cover', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list);
        const moments = new Set(
          list.flatMap(({ fromMs, untilMs }) =>
            Array.from({ length: untilMs - fromMs }, (_, at) => fromMs + at),
          ),
        );
        expect(toCoveredMs(merged)).toBe(moments.size);
        const apart = merged.slice(1).every(({ fromMs }, at) => fromMs > (merged[at]?.untilMs ?? 0));
        expect(apart).toBe(true);
      }),
    );
  });

  test('gaps and covered time make up the window', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const covered = toCoveredMs(clipIntervals(list, window));
        expect(covered + toCoveredMs(findGaps(list, window))).toBe(600);
      }),
    );
  });
});

describe('labels', () => {
  const total: LiquidationTotal = {
    venueId: 'gate',
    coinId: 'bitcoin',
    longUsd: 0,
    shortUsd: 0,
    largest: null,
    fromMs: 0,
    untilMs: 86_400_000,
    coveredMs: 86_400_000,
    feed: 'complete',
    memory: 'record',
  };

  test('full, sampled, live and since', () => {
    expect(toCoverageLabel(total)).toBe('full');
    expect(toCoverageLabel({ ...total, feed: 'sampled' })).toBe('sampled');
    expect(toCoverageLabel({ ...total, memory: 'stream' })).toBe('full');
    expect(toCoverageLabel({ ...total, memory: 'stream', coveredMs: 3_600_000 })).toBe('live');
    expect(toCoverageLabel({ ...total, coveredMs: 3_600_000 })).toBe('since');
  });

  test('venues of unlike coverage are not compared', () => {
    expect(isComparable(total, { ...total })).toBe(true);
    expect(isComparable(total, { ...total, feed: 'sampled' })).toBe(false);
    const partly = { ...total, coveredMs: 3_600_000 };
    expect(isComparable(partly, partly)).toBe(false);
  });
});

describe('the largest 24 hours since', () => {
  const daysOf = (...usd: (number | null)[]) =>
    usd.map((value, at) => ({ startMs: -at, usd: value ?? 0, isCovered: value !== null }));

  test('days are summed over the same venues, and counted as covered only when all of them were', () => {
    const DAY_MS = 86_400_000;
    const day = (venueId: string, ago: number, cents: number, coveredMs: number): DayTally => ({
      venueId,
      startMs: -ago * DAY_MS,
      coins: { bitcoin: { longCents: cents, shortCents: 0, largest: null } },
      coveredMs: { bitcoin: coveredMs },
    });
    const days = [
      day('gate', 1, 100, DAY_MS),
      day('okx', 1, 50, DAY_MS),
      day('htx', 1, 900, DAY_MS),
      day('gate', 2, 100, DAY_MS),
      day('okx', 2, 50, DAY_MS / 2),
      day('gate', 4, 100, DAY_MS),
    ];
    expect(toDaySums(days, 'bitcoin', ['gate', 'okx'], 5)).toEqual([
      { startMs: -DAY_MS, usd: 1.5, isCovered: true },
      { startMs: -2 * DAY_MS, usd: 1.5, isCovered: false },
      { startMs: -3 * DAY_MS, usd: 0, isCovered: false },
      { startMs: -4 * DAY_MS, usd: 1, isCovered: false },
    ]);
  });

  test('the last day that had more', () => {
    expect(findLargestSince(100, daysOf(10, 20, 30, 150, 5))).toBe(-3);
  });

  test('the first known day when none had more', () => {
    expect(findLargestSince(100, daysOf(10, 20, 30, 40))).toBe(-3);
  });

  test('nothing across a day that was not covered, and nothing of a few days', () => {
    expect(findLargestSince(100, daysOf(10, 20, null, 150))).toBeNull();
    expect(findLargestSince(100, daysOf(10, 20, 150))).toBeNull();
    expect(findLargestSince(100, daysOf(10, 20, 30, null))).toBe(-2);
  });
});
