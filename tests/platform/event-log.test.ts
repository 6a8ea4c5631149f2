import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toKeyedOrders } from '../../src/domain/liquidations/keyed-order.ts';
import { EMPTY_BATCH, type LogBatch } from '../../src/domain/liquidations/log-batch.ts';
import { DAY_MS, HOUR_MS } from '../../src/domain/liquidations/tally.ts';
import { EVERY_COIN, toVenueTotals } from '../../src/domain/liquidations/window.ts';
import { WINDOWS_MS } from '../../src/domain/liquidations/window-length.ts';
import { createDiskLog } from '../../src/platform/disk-log.ts';
import type { EventLog } from '../../src/platform/event-log.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { createSafeLog } from '../../src/platform/safe-log.ts';

const NOW_MS = Date.UTC(2026, 3, 22, 6, 20);
const VENUE = { venueId: 'bybit', feed: 'complete', memory: 'stream', sums: 'from-orders' } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Seed {
  readonly coinId: string;
  readonly side: 'long' | 'short';
  readonly cents: number;
  readonly agoMs: number;
}

const toOrders = (seeds: readonly Seed[]) =>
  toKeyedOrders(
    seeds.map(({ coinId, side, cents, agoMs }) => ({
      order: { venueId: 'bybit', coinId, side, notionalUsd: cents / 100, atMs: NOW_MS - agoMs },
      identity: [coinId, side, cents, agoMs],
    })),
  );

const seed = fc.record({
  coinId: fc.constantFrom('bitcoin', 'ethereum', 'dogecoin'),
  side: fc.constantFrom('long' as const, 'short' as const),
  cents: fc.integer({ min: 1, max: 400_000_000 }),
  agoMs: fc.integer({ min: 0, max: 26 * HOUR_MS }),
});

const covered = [{ venueId: 'bybit', scope: EVERY_COIN, fromMs: NOW_MS - 34 * HOUR_MS, untilMs: NOW_MS }];

const readTotals = async (log: EventLog, windowMs: number = DAY_MS) => {
  const window = { fromMs: NOW_MS - windowMs, untilMs: NOW_MS };
  return toVenueTotals(VENUE, await log.readVenue('bybit', window), window);
};

/** The truth, by going over the orders themselves. */
const sumOf = (seeds: readonly Seed[], windowMs: number) => {
  const coins = new Map<string, { longUsd: number; shortUsd: number }>();
  for (const { coinId, side, cents, agoMs } of seeds) {
    if (agoMs > windowMs) continue;
    const sums = coins.get(coinId) ?? { longUsd: 0, shortUsd: 0 };
    coins.set(coinId, sums);
    if (side === 'long') sums.longUsd = Math.round(100 * sums.longUsd + cents) / 100;
    else sums.shortUsd = Math.round(100 * sums.shortUsd + cents) / 100;
  }
  return Object.fromEntries(coins);
};

const LOGS = [
  ['memory', createMemoryLog],
  ['disk', createDiskLog],
] as const;

describe.each(LOGS)('the log in %s', (_name, createLog) => {
  test('any order of arrival, any repetition and any cut into batches give the same window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(seed, { minLength: 1, maxLength: 25 }),
        fc.infiniteStream(fc.nat()),
        async (seeds, random) => {
          globalThis.indexedDB = new IDBFactory();
          const orders = toOrders(seeds);
          const next = () => random.next().value ?? 0;
          const shuffled = [...orders, ...orders.filter(() => next() % 2 === 0)]
            .map((order) => ({ order, rank: next() }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ order }) => order);
          const log = createLog();
          await log.record({ ...EMPTY_BATCH, covered });
          for (let at = 0; at < shuffled.length; ) {
            const size = 1 + (next() % 7);
            await log.record({ ...EMPTY_BATCH, orders: shuffled.slice(at, at + size) });
            at += size;
          }
          for (const windowMs of WINDOWS_MS) {
            const totals = await readTotals(log, windowMs);
            const sums = Object.fromEntries(
              totals.map(({ coinId, longUsd, shortUsd }) => [coinId, { longUsd, shortUsd }]),
            );
            expect(sums).toEqual(sumOf(seeds, windowMs));
          }
          const largest = (await readTotals(log)).map((total) => total.largest?.notionalUsd ?? 0);
          const inDay = seeds.filter(({ agoMs }) => agoMs <= DAY_MS).map(({ cents }) => cents / 100);
          expect(Math.max(0, ...largest)).toBe(Math.max(0, ...inDay));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('published sums told again replace themselves, and never shrink', async () => {
    const log = createLog();
    const told = (longCents: number) => ({
      ...EMPTY_BATCH,
      published: [
        {
          venueId: 'gate',
          startMs: Math.floor(NOW_MS / HOUR_MS) * HOUR_MS,
          coins: { bitcoin: { longCents, shortCents: 5, largest: null } },
        },
      ],
    });
    for (const cents of [100, 250, 100, 250]) await log.record(told(cents));
    const { published } = await log.readVenue('gate', { fromMs: NOW_MS - DAY_MS, untilMs: NOW_MS });
    expect(published.map(({ coins }) => coins['bitcoin'])).toEqual([
      { longCents: 250, shortCents: 5, largest: null },
    ]);
  });

  test('forgets orders after 48 hours, and does not take them again', async () => {
    const log = createLog();
    const orders = toOrders([
      { coinId: 'bitcoin', side: 'long', cents: 100, agoMs: 49 * HOUR_MS },
      { coinId: 'bitcoin', side: 'long', cents: 200, agoMs: HOUR_MS },
    ]);
    await log.record({ ...EMPTY_BATCH, orders, covered });
    await log.prune(NOW_MS);
    await log.record({ ...EMPTY_BATCH, orders });
    expect(await log.countOrders()).toBe(1);
    const { hours } = await log.readVenue('bybit', { fromMs: NOW_MS - 60 * HOUR_MS, untilMs: NOW_MS });
    const sums = hours.map(({ coins }) => coins['bitcoin']?.longCents);
    expect(sums.toSorted()).toEqual([100, 200]);
  });

  test('gaps stay gaps', async () => {
    const log = createLog();
    const time = (fromMs: number, untilMs: number) => ({
      venueId: 'bybit',
      scope: 'bitcoin',
      fromMs,
      untilMs,
    });
    await log.record({ ...EMPTY_BATCH, covered: [time(NOW_MS - 3 * HOUR_MS, NOW_MS - 2 * HOUR_MS)] });
    await log.record({ ...EMPTY_BATCH, covered: [time(NOW_MS - HOUR_MS, NOW_MS - 1)] });
    await log.record({ ...EMPTY_BATCH, covered: [time(NOW_MS - HOUR_MS, NOW_MS)] });
    expect(await readTotals(log)).toMatchObject([
      {
        coinId: 'bitcoin',
        fromMs: NOW_MS - 3 * HOUR_MS,
        untilMs: NOW_MS,
        coveredMs: 2 * HOUR_MS,
        longUsd: 0,
      },
    ]);
  });
});

describe('the log on disk', () => {
  const orders = toOrders([{ coinId: 'bitcoin', side: 'short', cents: 12_345, agoMs: 5 }]);

  test('is found again by the next background', async () => {
    await createDiskLog().record({ ...EMPTY_BATCH, orders, covered });
    expect(await readTotals(createDiskLog())).toMatchObject([{ shortUsd: 123.45 }]);
  });

  test('a batch that breaks off in the middle leaves nothing behind, and goes in when it comes again', async () => {
    const log = createDiskLog();
    const [order] = orders;
    if (!order) throw new Error('no order');
    // A function cannot be stored: the orders before it are in the same transaction.
    const unstorable = { ...order, key: 'other', coinId: (() => 'x') as unknown as string };
    await expect(log.record({ ...EMPTY_BATCH, orders: [order, unstorable], covered })).rejects.toThrow();
    expect(await log.countOrders()).toBe(0);
    expect(await readTotals(log)).toEqual([]);
    await log.record({ ...EMPTY_BATCH, orders: [order], covered });
    expect(await readTotals(log)).toMatchObject([{ shortUsd: 123.45 }]);
  });

  test('sums up whole days for later comparison', async () => {
    const log = createDiskLog();
    await log.record({
      orders: toOrders([{ coinId: 'bitcoin', side: 'long', cents: 700, agoMs: 12 * HOUR_MS }]),
      published: [],
      covered,
    });
    await log.prune(NOW_MS);
    const [day] = await log.readDays('bybit');
    expect(day?.startMs).toBe(Date.UTC(2026, 3, 21));
    expect(day?.coins['bitcoin']?.longCents).toBe(700);
    expect(day?.coveredMs).toEqual({ [EVERY_COIN]: DAY_MS });
  });
});

describe('a disk that refuses', () => {
  test('is replaced by memory, visibly, and tried again later', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    let nowMs = NOW_MS;
    let isFull = true;
    const disk = createDiskLog();
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const log = createSafeLog({
      disk: { ...disk, record: async (batch: LogBatch) => (isFull ? full() : disk.record(batch)) },
      memory: createMemoryLog(),
      now: () => nowMs,
    });
    expect(log.state).toBe('disk');
    const orders = toOrders([{ coinId: 'bitcoin', side: 'long', cents: 500, agoMs: 1 }]);
    await log.record({ ...EMPTY_BATCH, orders, covered });
    expect(log.state).toBe('memory');
    expect(await readTotals(log)).toMatchObject([{ longUsd: 5 }]);
    isFull = false;
    nowMs += 61_000;
    await log.record({ ...EMPTY_BATCH, orders, covered });
    expect(log.state).toBe('disk');
    expect(await readTotals(disk)).toMatchObject([{ longUsd: 5 }]);
  });

  test('a database that was deleted under our feet is made anew', async () => {
    const log = createDiskLog();
    await log.record({ ...EMPTY_BATCH, covered });
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('mn-liquidations');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    await log.record({ ...EMPTY_BATCH, covered });
    expect(await log.countOrders()).toBe(0);
  });
});

describe('rows that are nonsense', () => {
  /** Whatever stands in the log, written past it. */
  const put = async (store: string, value: unknown, key?: IDBValidKey): Promise<void> => {
    const database = await openDB('mn-liquidations');
    await database.put(store, value, key);
    database.close();
  };

  test('count as none, and what is logged later is logged', async () => {
    const hourMs = Math.floor(NOW_MS / HOUR_MS) * HOUR_MS;
    const log = createDiskLog();
    await log.record({ ...EMPTY_BATCH, covered });
    const nonsense = { venueId: 'bybit', startMs: hourMs, coins: { bitcoin: 'much' } };
    await put('hours', nonsense, `bybit|${hourMs}`);
    await put('published', 7, `bybit|${hourMs}`);
    await put('days', { ...nonsense, coveredMs: null }, `bybit|${hourMs}`);
    await put('covered', 'always', 'bybit|dogecoin');
    await put('marks', 'never', 'forgottenMs');
    await put('orders', { key: 'x', venueId: 'bybit', atMs: NOW_MS - DAY_MS + 1, notionalUsd: 'much' });

    expect(await readTotals(log)).toEqual([]);
    expect(await log.readDays('bybit')).toEqual([]);
    const orders = toOrders([{ coinId: 'bitcoin', side: 'long', cents: 500, agoMs: 1 }]);
    await log.record({ ...EMPTY_BATCH, orders, covered });
    expect(await readTotals(log)).toMatchObject([{ coinId: 'bitcoin', longUsd: 5, shortUsd: 0 }]);
    await log.prune(NOW_MS + 2 * DAY_MS);
    expect(await log.readDays('bybit')).toMatchObject([{ coins: { bitcoin: { longCents: 500 } } }]);
  });
});
