import { expect, test } from 'vitest';
import {
  findCountedSince,
  NO_REQUESTS,
  sumLastHour,
  toCountsWith,
} from '../../../src/domain/market/request-counts.ts';

const MINUTE_MS = 60_000;
const START_MS = 1_800_000_000_000;

/** One question every ten seconds for so many minutes, every third in vain. */
const askFor = (minutes: number) => {
  let counts = NO_REQUESTS;
  for (let at = 0; at < minutes * 6; at += 1) {
    counts = toCountsWith(counts, 'a.example', at % 3 !== 0, START_MS + at * 10_000);
  }
  return { counts, nowMs: START_MS + minutes * MINUTE_MS - 1 };
};

test('an hour is counted to the minute, failures too', () => {
  const { counts, nowMs } = askFor(60);
  expect(sumLastHour(counts, ['a.example', 'b.example'], nowMs)).toEqual({ asked: 360, failed: 120 });
  expect(sumLastHour(counts, ['b.example'], nowMs)).toEqual({ asked: 0, failed: 0 });
});

test('what is older than an hour is neither counted nor kept', () => {
  const { counts, nowMs } = askFor(180);
  expect(sumLastHour(counts, ['a.example'], nowMs).asked).toBe(360);
  expect(counts.hosts['a.example']?.length).toBeLessThanOrEqual(60);
  expect(sumLastHour(counts, ['a.example'], nowMs + 61 * MINUTE_MS).asked).toBe(0);
});

test('less than an hour of counting is said', () => {
  const { counts, nowMs } = askFor(20);
  expect(findCountedSince(counts, nowMs)).toBe(START_MS);
  expect(findCountedSince(counts, nowMs + 41 * MINUTE_MS)).toBeNull();
  expect(findCountedSince(NO_REQUESTS, nowMs)).toBeNull();
});
