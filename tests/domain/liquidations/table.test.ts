import { describe, expect, test } from 'vitest';
import { isComparable, toCoverageLabel } from '../../../src/domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../../../src/domain/liquidations/liquidation.ts';
import { toLiquidationTable } from '../../../src/domain/liquidations/table.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 3, 22, 6, 20);

const totalOf = (
  venueId: string,
  coinId: string,
  longUsd: number,
  shortUsd: number,
  coveredMs = 24 * HOUR_MS,
): LiquidationTotal => ({
  venueId,
  coinId,
  longUsd,
  shortUsd,
  largest: { venueId, coinId, side: 'short', notionalUsd: shortUsd / 2, atMs: NOW_MS - HOUR_MS },
  fromMs: NOW_MS - coveredMs,
  untilMs: NOW_MS,
  coveredMs,
  feed: 'complete',
  memory: venueId === 'bybit' ? 'stream' : 'record',
});

const gate = {
  venueId: 'gate',
  absence: null,
  totals: [totalOf('gate', 'bitcoin', 1.1, 2.2), totalOf('gate', 'ethereum', 0, 30)],
};
const bybit = {
  venueId: 'bybit',
  absence: null,
  totals: [totalOf('bybit', 'bitcoin', 0.1, 100.7, 6 * HOUR_MS), totalOf('bybit', 'solana', 0, 0, HOUR_MS)],
};
const deribit = { venueId: 'deribit', absence: 'streams-off' as const, totals: [] };

describe('the table of the whole market', () => {
  const table = toLiquidationTable([gate, bybit, deribit], 24 * HOUR_MS);

  test('sums to the cent, with the largest order of all', () => {
    expect(table.total).toMatchObject({ longUsd: 1.2, shortUsd: 132.9, venueIds: ['gate', 'bybit'] });
    expect(table.total?.largest).toMatchObject({ venueId: 'bybit', coinId: 'bitcoin', notionalUsd: 50.35 });
  });

  test('leaves venues in their own order, and says how each was covered', () => {
    expect(table.venues.map(({ venueId }) => venueId)).toEqual(['gate', 'bybit', 'deribit']);
    expect(table.venues.map(({ sum }) => sum?.shortUsd)).toEqual([32.2, 100.7, undefined]);
    expect(table.venues.map(({ covering }) => covering && toCoverageLabel(covering))).toEqual([
      'full',
      'live',
      null,
    ]);
    expect(table.venues[2]?.absence).toBe('streams-off');
    const [one, other] = table.venues;
    expect(one?.covering && other?.covering && isComparable(one.covering, other.covering)).toBe(false);
  });

  test('lists coins from the largest sum down, without those of which nothing was seen', () => {
    expect(table.coins.map(({ coinId, sum }) => [coinId, sum.venueIds])).toEqual([
      ['bitcoin', ['gate', 'bybit']],
      ['ethereum', ['gate']],
    ]);
  });

  test('of nothing is unknown, not zero', () => {
    expect(toLiquidationTable([deribit], HOUR_MS)).toMatchObject({ total: null, coins: [] });
  });
});

test('a shorter window is whole when it was covered but for the last poll', () => {
  const minutes = (count: number) => ({
    feed: 'complete' as const,
    memory: 'record' as const,
    coveredMs: count * 60_000,
  });
  expect(toCoverageLabel(minutes(49), HOUR_MS)).toBe('full');
  expect(toCoverageLabel(minutes(37), HOUR_MS)).toBe('since');
  expect(toCoverageLabel(minutes(200), 4 * HOUR_MS)).toBe('since');
});
