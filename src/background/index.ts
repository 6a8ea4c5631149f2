/** The background's composition root: every part is made here and handed what it needs. */
import { answerMessages } from '../platform/messenger.ts';
import {
  demandItem,
  hostClocksItem,
  hostWaitsItem,
  settingsItem,
  venueSnapshotsItem,
  watchListItem,
} from '../platform/stored-items.ts';
import { createHttp } from '../sources/http.ts';
import { liquidationSources } from '../sources/liquidations/index.ts';
import { findKeyHeader } from '../sources/prices/coingecko.ts';
import { createRateLimit } from '../sources/rate-limit.ts';
import { createClock } from './clock.ts';
import { createDemand } from './demand.ts';
import { createLiquidations } from './liquidations.ts';
import { createMarket } from './market.ts';
import { createPrices } from './prices.ts';
import { createSchedule } from './schedule.ts';
import { followSiteGrants } from './site-access.ts';

const machineNow = Date.now;
const clock = createClock(hostClocksItem, machineNow);
const rateLimit = createRateLimit(hostWaitsItem, machineNow, Math.random);
const http = createHttp({
  fetch: (url, init) => fetch(url, init),
  now: clock.now,
  rateLimit,
  findHeaders: async (host) => findKeyHeader(host, await settingsItem.read()),
  noteHostTime: clock.note,
});
const findRetryAtMs = async (origin: string): Promise<number | null> => {
  const wait = await rateLimit.findWait(new URL(origin).host);
  return wait && wait.retryAtMs + clock.skewMs();
};

const demand = createDemand(demandItem, machineNow);
const { quotes, history } = createPrices({ http, findRetryAtMs, now: clock.now });
const market = createMarket({
  quotes,
  liquidations: createLiquidations({
    sources: liquidationSources,
    http,
    snapshots: venueSnapshotsItem,
    findRetryAtMs,
    now: clock.now,
  }),
  demand,
  readWatchList: watchListItem.read,
  clockSkewMs: clock.skewMs,
});
const schedule = createSchedule({ isWatched: demand.isWatched, refresh: market.refresh });

answerMessages({
  async readMarket({ coinIds, venueIds }) {
    await clock.load();
    await schedule.start();
    return market.read(coinIds, venueIds);
  },
  async readPriceAt({ coinId, atMs }) {
    await clock.load();
    return history.readPriceAt(coinId, atMs);
  },
});

followSiteGrants();
