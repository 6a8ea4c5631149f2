import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSchedule } from '../../src/background/schedule.ts';
import { topCoinIds } from '../../src/domain/coins/coin-table.ts';
import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import type { EventLog } from '../../src/platform/event-log.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { settingsItem } from '../../src/platform/reader-items.ts';
import { type Market, startMarket } from '../market/market.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';
import { startWorker, type Worker } from './worker.ts';

/** Alarms on the market's own clock: the browser wakes a worker for each, and knows them when the worker is gone. */
const alarms = vi.hoisted(() => {
  const due = new Set<string>();
  let listeners: ((alarm: { name: string }) => Promise<void>)[] = [];
  return {
    due,
    /** The worker that listened is gone. */
    forgetListeners: () => {
      listeners = [];
    },
    ring: () => Promise.all([...due].flatMap((name) => listeners.map((listener) => listener({ name })))),
    api: {
      create: (name: string) => due.add(name),
      get: async (name: string) => (due.has(name) ? { name } : undefined),
      clear: async (name: string) => due.delete(name),
      onAlarm: {
        addListener: (listener: (alarm: { name: string }) => Promise<void>) => listeners.push(listener),
      },
    },
  };
});

vi.mock('webextension-polyfill', async () => ({
  default: { ...(await import('../ui/fake-browser.ts')).fakeBrowser, alarms: alarms.api },
}));

/** Eight coins, two of them far down the list. */
const IN_VIEW = ['bitcoin', 'ethereum', 'cardano', 'dogecoin', 'solana', 'ripple', 'kava', 'mog-coin'];
const HOUR_MS = 3_600_000;
/** Pages ask every ten seconds while they are visible. */
const ASK_EVERY_MS = 10_000;

let market: Market;
beforeAll(async () => {
  market = await startMarket({ speed: 0 });
});
afterAll(() => market.close());
beforeEach(resetFakeBrowser);

const hostsOf = (requests: Market['requests']): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { host } of requests) counts[host] = (counts[host] ?? 0) + 1;
  return counts;
};

let log: EventLog;
let worker: Worker;

/** The browser starts a worker for an event; the one before was stopped and forgot everything. */
const wake = () => {
  worker?.kill();
  alarms.forgetListeners();
  worker = startWorker(market, { log, isToppedUp: true });
  return createSchedule({ isWatched: worker.isWatched, refresh: worker.refresh });
};

/** One hour: whoever reads asks every ten seconds, alarms ring each minute, and the worker is stopped all the while. */
const liveAnHour = async (everyTenSeconds: (schedule: ReturnType<typeof wake>) => Promise<unknown>) => {
  const mark = market.requests.length;
  let schedule = wake();
  for (let step = 0; step < HOUR_MS / ASK_EVERY_MS; step += 1) {
    if (step % 6 === 0) {
      if (step % 18 === 0) schedule = wake();
      await alarms.ring();
    }
    await everyTenSeconds(schedule);
    await worker.settle();
    market.clock.advance(ASK_EVERY_MS);
  }
  return hostsOf(market.requests.slice(mark));
};

/** Two tabs in view, and a popup over them. */
const read = async (schedule: ReturnType<typeof wake>): Promise<void> => {
  await schedule.start();
  await Promise.all([worker.read(IN_VIEW), worker.read(IN_VIEW.slice(0, 3)), worker.read(IN_VIEW)]);
};

/** With a page that nobody looks at any more. */
const lookAway = async (): Promise<void> => {
  market.clock.advance(60_000);
  wake();
  await alarms.ring();
  await worker.settle();
};

describe('requests', () => {
  beforeEach(() => {
    log = createMemoryLog();
    alarms.due.clear();
  });

  test('in one hour of reading in euros, and in the idle hour after it', async () => {
    await settingsItem.update((settings) => ({ ...settings, currency: 'eur' }));
    const reading = await liveAnHour(read);
    console.log('Requests in one hour of reading, 8 coins in view:', reading);
    expect(reading['api.coingecko.com']).toBeLessThanOrEqual(30);
    expect(reading['data-api.binance.vision']).toBeLessThanOrEqual(HOUR_MS / 9000 + 1);
    // Two coins outside the fixed set take turns at CoinGecko; the spare stands in while its word on one is old.
    expect(reading['api.coinpaprika.com'] ?? 0).toBeLessThanOrEqual(24);
    // One call a round: the venue's own limit is one in 25 seconds.
    expect(reading['api-pub.bitfinex.com']).toBeLessThanOrEqual(12);

    await lookAway();
    expect(alarms.due.size).toBe(0);
    const idle = await liveAnHour(async () => undefined);
    console.log('Requests in one idle hour:', idle);
    expect(idle).toEqual({});
  }, 240_000);

  test('in one hour with an alert set and nobody looking', async () => {
    let step = 0;
    const waiting = await liveAnHour(async () => {
      step += 1;
      if (step % 6 === 0)
        await worker.refreshUnseen({ coinIds: ['bitcoin', 'ethereum'], needsLiquidations: true });
    });
    console.log('Requests in one hour with an alert on two coins:', waiting);
    expect(waiting['api.coingecko.com']).toBeLessThanOrEqual(30);
    // An alert needs no newer price than one a minute.
    expect(waiting['data-api.binance.vision']).toBeLessThanOrEqual(61);
  }, 240_000);

  test('carry the fixed set, the watch-list and coins outside of both, and nothing of the page', () => {
    const known = new Set([...topCoinIds(250), ...DEFAULT_WATCH_LIST, ...IN_VIEW]);
    for (const { host, path } of market.requests) {
      const { pathname, searchParams } = new URL(path, `https://${host}`);
      expect(path).not.toMatch(/https?:|coindesk|referer|title/i);
      if (pathname !== '/api/v3/coins/markets') continue;
      const ids = searchParams.get('ids')?.split(',') ?? [];
      expect(ids.every((id) => known.has(id))).toBe(true);
      // A coin outside is asked for alone: a list would tell who asks, or what is being read.
      const outside = ids.filter((id) => !topCoinIds(250).includes(id));
      expect(outside.length === 0 || ids.length === 1).toBe(true);
    }
  });
});
