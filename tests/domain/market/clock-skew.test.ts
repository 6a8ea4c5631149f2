import { expect, test } from 'vitest';
import { toClockSkewMs } from '../../../src/domain/market/clock-skew.ts';

const HOUR_MS = 3_600_000;

test.each([
  ['nobody has answered', [], 0],
  ['one host alone may be the one that is wrong', [3 * HOUR_MS], 0],
  ['two that agree are believed', [3 * HOUR_MS, 3 * HOUR_MS + 900], 3 * HOUR_MS],
  ['also when the clock is ahead', [-2 * HOUR_MS, -2 * HOUR_MS - 400, -2 * HOUR_MS], -2 * HOUR_MS],
  ['one wrong host among right ones is outvoted', [0, -700, 2 * HOUR_MS], 0],
  ['two that disagree prove nothing', [0, 2 * HOUR_MS], 0],
  ['whole seconds and travel are no skew', [-900, -1400, 300], 0],
])('%s', (_name, samples, skewMs) => {
  expect(toClockSkewMs(samples)).toBe(skewMs);
});
