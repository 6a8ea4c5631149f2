import { createClock } from '../../src/background/clock.ts';
import { createDemand } from '../../src/background/demand.ts';
import { createMarket } from '../../src/background/market.ts';
import { createPrices } from '../../src/background/prices.ts';
import { createIsSwitchedOff } from '../../src/background/switched-off.ts';
import type { Market as MarketReading, PastReading } from '../../src/platform/protocol.ts';
import {
  demandItem,
  hostClocksItem,
  hostWaitsItem,
  keysItem,
  settingsItem,
  watchListItem,
} from '../../src/platform/stored-items.ts';
import { createHttp } from '../../src/sources/http.ts';
import { toKeyHeaders } from '../../src/sources/key-headers.ts';
import { createRateLimit } from '../../src/sources/rate-limit.ts';
import type { Market } from '../market/market.ts';
import { fetchThrough } from '../support/fetch-through.ts';

/** One life of the background's price parts, as `background/index.ts` puts them together. */
export interface Worker {
  /** What a page or popup in view does. */
  read(coinIds: readonly string[]): Promise<MarketReading>;
  readPriceAt(coinId: string, atMs: number): Promise<PastReading>;
  /** Until nothing is asked or answered any more. */
  settle(): Promise<void>;
  /** Reads, lets everything arrive, and reads again. */
  readSettled(coinIds: readonly string[]): Promise<MarketReading>;
  /** The browser takes the worker away: nothing of it asks or stores any more. */
  kill(): void;
}

export interface WorkerOptions {
  /** The machine's clock; the market's own by default. */
  readonly machineNow?: () => number;
}

const never = new Promise<never>(() => undefined);

export const startWorker = (
  market: Market,
  { machineNow = market.clock.nowMs }: WorkerOptions = {},
): Worker => {
  let open = 0;
  let isKilled = false;
  const through = fetchThrough(market);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (isKilled) return never;
    open += 1;
    try {
      const response = await through(input, init);
      return isKilled ? await never : response;
    } finally {
      open -= 1;
    }
  };

  const clock = createClock(hostClocksItem, machineNow);
  const rateLimit = createRateLimit(hostWaitsItem, machineNow, () => 0);
  const http = createHttp({
    fetch,
    now: clock.now,
    rateLimit,
    findHeaders: async (host) => toKeyHeaders(host, await keysItem.read()),
    noteHostTime: clock.note,
  });
  const findRetryAtMs = async (origin: string): Promise<number | null> =>
    (await rateLimit.findWait(new URL(origin).host))?.retryAtMs ?? null;
  const { quotes, history } = createPrices({
    http,
    findRetryAtMs,
    isSwitchedOff: createIsSwitchedOff(settingsItem.read),
    now: clock.now,
  });
  const service = createMarket({
    quotes,
    liquidations: {
      read: async () => [],
      refresh: async () => undefined,
      readStates: async () => [],
      findRecords: async () => [],
      readTable: async (windowMs) => ({ windowMs, total: null, venues: [], coins: [] }),
    },
    streams: { attend: async () => undefined },
    derivatives: { read: async () => [], refresh: async () => undefined },
    findLogState: () => 'disk',
    demand: createDemand(demandItem, machineNow),
    readWatchList: watchListItem.read,
    clockSkewMs: clock.skewMs,
  });

  const settle = async (): Promise<void> => {
    let quietTurns = 0;
    while (quietTurns < 5) {
      await new Promise((resolve) => setTimeout(resolve));
      quietTurns = open === 0 ? quietTurns + 1 : 0;
    }
  };

  const read = async (coinIds: readonly string[]): Promise<MarketReading> => {
    await clock.load();
    return service.read({ coinIds: [...coinIds], inViewIds: [...coinIds], venueIds: [] });
  };

  return {
    read,
    readPriceAt: (coinId, atMs) => history.readPriceAt(coinId, atMs),
    settle,
    async readSettled(coinIds) {
      await read(coinIds);
      await settle();
      const reading = await read(coinIds);
      // The round that this started must not run on while the test moves the clock.
      await settle();
      return reading;
    },
    kill() {
      isKilled = true;
    },
  };
};
