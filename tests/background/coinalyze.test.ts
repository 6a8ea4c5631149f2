import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createKeyedSums } from '../../src/background/keyed-sums.ts';
import { toBetterCovered } from '../../src/domain/liquidations/better-covered.ts';
import { toCoverageLabel } from '../../src/domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../../src/domain/liquidations/liquidation.ts';
import { hostWaitsItem, venueSnapshotsItem } from '../../src/platform/background-items.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { keysItem } from '../../src/platform/reader-items.ts';
import { createHttp } from '../../src/sources/http.ts';
import { toKeyHeaders } from '../../src/sources/key-headers.ts';
import { createRateLimit } from '../../src/sources/rate-limit.ts';
import { type Market, startMarket } from '../market/market.ts';
import { fetchThrough } from '../support/fetch-through.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const COINS = ['bitcoin', 'ethereum', 'solana'];

let market: Market;
let mark = 0;
beforeAll(async () => {
  market = await startMarket({ speed: 0 });
});
afterAll(() => market.close());
beforeEach(() => {
  resetFakeBrowser();
  mark = market.requests.length;
});

const start = (isOff = false) => {
  const now = market.clock.nowMs;
  return createKeyedSums({
    http: createHttp({
      fetch: fetchThrough(market),
      now,
      rateLimit: createRateLimit(hostWaitsItem, now, () => 0),
      findHeaders: async (host) => toKeyHeaders(host, await keysItem.read()),
    }),
    log: createMemoryLog(),
    snapshots: venueSnapshotsItem,
    readKey: async () => (await keysItem.read()).coinalyze,
    findRetryAtMs: async () => null,
    isSwitchedOff: async () => isOff,
    now,
  });
};

const setKey = (coinalyze: string) => keysItem.update((keys) => ({ ...keys, coinalyze }));
const dayOf = () => ({ fromMs: market.clock.nowMs() - DAY_MS, untilMs: market.clock.nowMs() });
const asked = () => market.requests.slice(mark).filter(({ host }) => host === 'api.coinalyze.net');

test('without a key nothing is asked and nothing known', async () => {
  const keyed = start();
  await keyed.refresh(COINS);
  expect(asked()).toEqual([]);
  expect(await keyed.readTotals('binance', dayOf())).toEqual([]);
  expect(await keyed.readState()).toBeNull();
});

test('switched off it is not asked, with a key or without', async () => {
  await setKey('own-key');
  const keyed = start(true);
  await keyed.refresh(COINS);
  expect(asked()).toEqual([]);
  expect(await keyed.readState()).toMatchObject({ failure: 'switched-off' });
});

test('with a key it tells the whole hours of exchanges that keep no record, and no largest order', async () => {
  await setKey('own-key');
  const keyed = start();
  await keyed.refresh(COINS);
  const window = dayOf();
  const fromMs = Math.ceil(window.fromMs / HOUR_MS) * HOUR_MS;
  for (const venueId of ['binance', 'bybit']) {
    const totals = await keyed.readTotals(venueId, window);
    expect(totals.map(({ coinId }) => coinId)).toEqual([...COINS].sort());
    for (const { coinId, longUsd, shortUsd, largest, ...covering } of totals) {
      const truth = market.scenario.liquidationTotal({ venueId, coinId }, fromMs, window.untilMs);
      // Each of 24 hours is rounded to the cent.
      expect(Math.abs(longUsd - truth.longUsd)).toBeLessThan(0.13);
      expect(Math.abs(shortUsd - truth.shortUsd)).toBeLessThan(0.13);
      expect(largest).toBeNull();
      expect(toCoverageLabel(covering)).toBe('key');
    }
  }
  expect(await keyed.readTotals('gate', window)).toEqual([]);
});

test('symbols count against the key: so many a round, and a round every ten minutes', async () => {
  await setKey('own-key');
  const keyed = start();
  market.clock.advance(HOUR_MS);
  await Promise.all([keyed.refresh(COINS), keyed.refresh(COINS)]);
  await keyed.refresh(COINS);
  const symbols = asked().flatMap(
    ({ path }) => new URLSearchParams(path.split('?')[1]).get('symbols')?.split(',') ?? [],
  );
  expect(symbols.length).toBe(2 * COINS.length);
  expect(asked().length).toBe(2);
  market.clock.advance(11 * 60_000);
  await keyed.refresh(COINS);
  // The list of markets is asked for once a day.
  expect(asked().length).toBe(3);
  expect(asked().every(({ key }) => key === 'own-key')).toBe(true);
});

test('a key goes to its own host and to no other', () => {
  const keys = { coingecko: 'gecko', coinalyze: 'lyze' };
  expect(toKeyHeaders('api.coinalyze.net', keys)).toEqual({ api_key: 'lyze' });
  expect(toKeyHeaders('api.coingecko.com', keys)).toEqual({ 'x-cg-demo-api-key': 'gecko' });
  for (const host of [
    'coinalyze.net',
    'api.coinalyze.net.example',
    'api.gateio.ws',
    'data-api.binance.vision',
  ]) {
    expect(toKeyHeaders(host, keys)).toEqual({});
  }
});

describe('what is told twice counts once', () => {
  const totalOf = (memory: 'stream' | 'key', shortUsd: number, coveredMs: number): LiquidationTotal => ({
    venueId: 'bybit',
    coinId: 'bitcoin',
    longUsd: 0,
    shortUsd,
    largest:
      memory === 'key'
        ? null
        : { venueId: 'bybit', coinId: 'bitcoin', side: 'short', notionalUsd: 9, atMs: 5 },
    fromMs: 0,
    untilMs: coveredMs,
    coveredMs,
    feed: 'complete',
    memory,
  });

  test('the one that covers more stands, with the largest order that we heard ourselves', () => {
    const heard = totalOf('stream', 40, 2 * HOUR_MS);
    const told = totalOf('key', 200, 23 * HOUR_MS);
    expect(toBetterCovered([heard], [told])).toEqual([{ ...told, largest: heard.largest }]);
    const allDay = totalOf('stream', 210, DAY_MS);
    expect(toBetterCovered([allDay], [told])).toEqual([allDay]);
  });

  test('each coin for itself', () => {
    const told = { ...totalOf('key', 7, DAY_MS), coinId: 'solana' };
    expect(toBetterCovered([totalOf('stream', 1, 1)], [told]).map(({ coinId }) => coinId)).toEqual([
      'bitcoin',
      'solana',
    ]);
  });
});
