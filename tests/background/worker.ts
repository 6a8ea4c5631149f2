import { createClock } from '../../src/background/clock.ts';
import { createDemand } from '../../src/background/demand.ts';
import { createDerivatives } from '../../src/background/derivatives.ts';
import { createKeyedSums } from '../../src/background/keyed-sums.ts';
import { createLiquidationPolls } from '../../src/background/liquidation-polls.ts';
import { createLiquidations, type Liquidations } from '../../src/background/liquidations.ts';
import { createMarket, type MarketService } from '../../src/background/market.ts';
import { createNewCoins } from '../../src/background/new-coins.ts';
import { createPrices } from '../../src/background/prices.ts';
import type { Quotes } from '../../src/background/quotes.ts';
import { createIsSwitchedOff } from '../../src/background/switched-off.ts';
import {
  demandItem,
  derivativesItem,
  hostClocksItem,
  hostWaitsItem,
  venueSnapshotsItem,
} from '../../src/platform/background-items.ts';
import type { EventLog } from '../../src/platform/event-log.ts';
import { newCoinsItem } from '../../src/platform/new-coin-list.ts';
import type { Market as MarketReading, PastReading } from '../../src/platform/protocol.ts';
import { keysItem, settingsItem, watchListItem } from '../../src/platform/reader-items.ts';
import { derivativesSources } from '../../src/sources/derivatives/index.ts';
import { createHttp } from '../../src/sources/http.ts';
import { toKeyHeaders } from '../../src/sources/key-headers.ts';
import { liquidationVenues } from '../../src/sources/liquidations/index.ts';
import { coingecko } from '../../src/sources/prices/coingecko.ts';
import { createRateLimit } from '../../src/sources/rate-limit.ts';
import type { Market } from '../market/market.ts';
import { fetchThrough } from '../support/fetch-through.ts';

/** One life of the background's price parts, as `background/index.ts` puts them together. */
export interface Worker {
  /** What a page or popup in view does. */
  read(coinIds: readonly string[]): Promise<MarketReading>;
  readPriceAt(coinId: string, atMs: number): Promise<PastReading>;
  /** What the alarm of a page in view does, and what an alert does. */
  readonly refresh: MarketService['refresh'];
  readonly refreshUnseen: MarketService['refreshUnseen'];
  readonly isWatched: () => Promise<boolean>;
  readonly quotes: Quotes;
  readonly liquidations: Liquidations;
  now(): number;
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
  /** The log of liquidations, which outlives workers; without one no venue of liquidations is asked. */
  readonly log?: EventLog;
  /** Whether the list of coins is kept up to date; without it tests of prices count calls for prices alone. */
  readonly isToppedUp?: boolean;
}

const NO_LIQUIDATIONS: Liquidations = {
  read: async () => [],
  refresh: async () => undefined,
  readStates: async () => [],
  findRecords: async () => [],
  readTable: async (windowMs) => ({ windowMs, total: null, venues: [], coins: [] }),
};

const never = new Promise<never>(() => undefined);

export const startWorker = (
  market: Market,
  { machineNow = market.clock.nowMs, log, isToppedUp = false }: WorkerOptions = {},
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
  const isSwitchedOff = createIsSwitchedOff(settingsItem.read);
  const { quotes, history } = createPrices({
    http,
    findRetryAtMs,
    isSwitchedOff,
    now: clock.now,
  });
  const demand = createDemand(demandItem, machineNow);

  const startLiquidations = (kept: EventLog): Liquidations => {
    const venues = liquidationVenues;
    const common = { http, log: kept, snapshots: venueSnapshotsItem, isSwitchedOff, now: clock.now };
    const readPricesUsd = async () => new Map();
    return createLiquidations({
      ...common,
      venues,
      log: { ...kept, state: 'disk' },
      polls: createLiquidationPolls({ ...common, venues, readPricesUsd }),
      keyed: createKeyedSums({ ...common, readKey: async () => '', findRetryAtMs }),
      streams: { findAbsence: async () => 'streams-off', findRetryAtMs: () => null },
      findRetryAtMs,
    });
  };

  const liquidations = log ? startLiquidations(log) : NO_LIQUIDATIONS;
  const newCoins = createNewCoins({
    http,
    item: newCoinsItem,
    isSwitchedOff: async () => !isToppedUp || isSwitchedOff(coingecko.id),
    now: clock.now,
  });
  const service = createMarket({
    quotes,
    liquidations,
    streams: { attend: async () => undefined },
    derivatives: createDerivatives({
      sources: log ? derivativesSources : [],
      http,
      snapshots: derivativesItem,
      isSwitchedOff,
      now: clock.now,
    }),
    findLogState: () => 'disk',
    demand,
    newCoins,
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
    refresh: service.refresh,
    refreshUnseen: service.refreshUnseen,
    isWatched: demand.isWatched,
    quotes,
    liquidations,
    now: clock.now,
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
