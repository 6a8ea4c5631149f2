import { afterEach, expect, test } from 'vitest';
import { formatDay, formatMinute, formatTimeOfDay } from '../../src/domain/format-time.ts';

const AT_MS = Date.UTC(2026, 3, 22, 22, 20);
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('times follow a reader who travels, days of the log do not', () => {
  process.env['TZ'] = 'America/New_York';
  expect(formatTimeOfDay(AT_MS, 'en-US')).toBe('18:20');
  expect(formatMinute(AT_MS, 'en-US')).toBe('Apr 22, 18:20');
  process.env['TZ'] = 'Asia/Tokyo';
  expect(formatTimeOfDay(AT_MS, 'en-US')).toBe('07:20');
  expect(formatMinute(AT_MS, 'de-DE')).toBe('23. Apr., 07:20');
  expect(formatDay(AT_MS, 'en-US')).toBe('Apr 22, 2026');
});
