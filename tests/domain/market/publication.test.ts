import { describe, expect, test } from 'vitest';
import { parsePublicationTime } from '../../../src/domain/market/publication.ts';

const NOW_MS = Date.UTC(2026, 3, 23);
const MINUTE_MS = Date.UTC(2026, 3, 22, 6, 20);

describe('one minute in every form', () => {
  test.each([
    '2026-04-22T06:20:00Z',
    '2026-04-22T06:20:00.000Z',
    '2026-04-22T06:20Z',
    '2026-04-22T06:20:00+00:00',
    '2026-04-22T15:20:00+09:00',
    '2026-04-22T15:20:00+0900',
    '2026-04-22T15:20:00+09',
    '2026-04-22T15:20:00,000+0900',
    '2026-04-22T11:50:00+05:30',
    '2026-04-21T23:20:00-07:00',
    '2026-04-22T02:20:00-04:00',
    '2026-04-21T20:50:00-0930',
    '20260422T062000Z',
    '2026-04-22 06:20:00 UTC',
    '2026-04-22 06:20 +0000',
    ' 2026-04-22t06:20:00z ',
    'Wed, 22 Apr 2026 06:20:00 GMT',
    'Wed, 22 Apr 2026 15:20:00 +0900',
    '22 Apr 2026 02:20 EDT',
    '1776838800',
    '1776838800000',
  ])('%s', (text) => {
    expect(parsePublicationTime(text, NOW_MS)).toBe(MINUTE_MS);
  });
});

describe('what is no minute', () => {
  test.each([
    ['a day alone', '2026-04-22'],
    ['no zone', '2026-04-22T06:20:00'],
    ['no zone, spoken', 'April 22, 2026 6:20 am'],
    ['a day that there is not', '2026-02-31T06:20:00Z'],
    ['an hour that there is not', '2026-04-22T25:20:00Z'],
    ['before Bitcoin', '2008-01-01T00:00:00Z'],
    ['in the far future', '2027-04-22T06:20:00Z'],
    ['nothing', ''],
    ['words', 'two hours ago'],
  ])('%s', (_name, text) => {
    expect(parsePublicationTime(text, NOW_MS)).toBeNull();
  });
});
