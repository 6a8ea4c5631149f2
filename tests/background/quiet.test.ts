import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { topCoinIds } from '../../src/domain/coins/coin-table.ts';
import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import { settingsItem } from '../../src/platform/stored-items.ts';
import { type Market, startMarket } from '../market/market.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';
import { startWorker } from './worker.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

/** Eight coins, two of them far down the list. */
const IN_VIEW = ['bitcoin', 'ethereum', 'cardano', 'dogecoin', 'solana', 'ripple', 'apecoin', 'mog-coin'];
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

/** Two tabs read for an hour; the worker is killed every few minutes, as browsers do. */
const readForAnHour = async (): Promise<void> => {
  let worker = startWorker(market);
  for (let question = 0; question < HOUR_MS / ASK_EVERY_MS; question += 1) {
    if (question % 20 === 19) {
      worker.kill();
      worker = startWorker(market);
    }
    await Promise.all([worker.read(IN_VIEW), worker.read(IN_VIEW.slice(0, 3))]);
    await worker.settle();
    market.clock.advance(ASK_EVERY_MS);
  }
  worker.kill();
};

describe('requests', () => {
  test('in one hour of reading in euros, and in the hour after it', async () => {
    await settingsItem.update((settings) => ({ ...settings, currency: 'eur' }));
    const before = market.requests.length;
    await readForAnHour();
    const reading = hostsOf(market.requests.slice(before));
    console.log(`Requests in one hour of reading, 8 coins in view:`, reading);
    expect(reading['api.coingecko.com']).toBeLessThanOrEqual(30);
    expect(reading['data-api.binance.vision']).toBeLessThanOrEqual(HOUR_MS / 9000 + 1);
    expect(reading['api.coinpaprika.com']).toBeUndefined();

    const idleFrom = market.requests.length;
    const worker = startWorker(market);
    for (let minute = 0; minute < 60; minute += 1) {
      await worker.settle();
      market.clock.advance(HOUR_MS / 60);
    }
    const idle = market.requests.length - idleFrom;
    console.log(`Requests in one idle hour: ${idle}`);
    expect(idle).toBe(0);
  }, 120_000);

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
