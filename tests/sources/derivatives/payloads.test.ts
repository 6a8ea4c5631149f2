import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseGateDerivatives } from '../../../src/sources/derivatives/gate.ts';
import { parseOkxDerivatives } from '../../../src/sources/derivatives/okx.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/payloads/${name}.json`, import.meta.url), 'utf8'));

const EIGHT_HOURS_MS = 8 * 3_600_000;

test('OKX: linear and inverse swaps of a coin together, funding of the one in USDT', () => {
  const rowsOf = (name: string) => (read(name) as { data: unknown[] }).data;
  const [bitcoin, ethereum, ...others] = parseOkxDerivatives(
    rowsOf('okx-open-interest'),
    rowsOf('okx-funding-rate'),
  );
  expect(bitcoin?.openInterestUsd).toBeCloseTo(2_146_320_021.553249 + 499_918_600, 4);
  expect(bitcoin).toMatchObject({
    venueId: 'okx',
    coinId: 'bitcoin',
    fundingRate: 0.0000593556502673,
    fundingIntervalMs: EIGHT_HOURS_MS,
    atMs: 1_789_147_104_593,
  });
  expect(ethereum).toMatchObject({ coinId: 'ethereum', openInterestUsd: 1_653_362_618.7449753 });
  expect(others).toEqual([]);
});

test('Gate: one side of the contracts at mark price; no shares', () => {
  const figures = parseGateDerivatives(read('gate-contracts') as unknown[], 5);
  expect(figures.map(({ coinId }) => coinId)).toEqual(['bitcoin', 'ethereum', 'doublezero']);
  expect(figures[0]?.openInterestUsd).toBeCloseTo(320_443_501 * 0.0001 * 77_762.8, 2);
  expect(figures[0]).toMatchObject({ fundingRate: 0.000016, fundingIntervalMs: EIGHT_HOURS_MS, atMs: 5 });
  expect(figures[2]?.fundingIntervalMs).toBe(EIGHT_HOURS_MS / 2);
});
