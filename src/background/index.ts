/** The background's composition root: every part is made here and handed what it needs. */
import { answerMessages } from '../platform/messenger.ts';
import {
  demandItem,
  hostWaitsItem,
  quoteSnapshotItem,
  venueSnapshotsItem,
  watchListItem,
} from '../platform/stored-items.ts';
import { createHttp } from '../sources/http.ts';
import { liquidationSources } from '../sources/liquidations/index.ts';
import { priceSources } from '../sources/prices/index.ts';
import { createRateLimit } from '../sources/rate-limit.ts';
import { createDemand } from './demand.ts';
import { createLiquidations } from './liquidations.ts';
import { createMarket } from './market.ts';
import { createQuotes } from './quotes.ts';
import { createSchedule } from './schedule.ts';
import { followSiteGrants } from './site-access.ts';

const now = Date.now;
const rateLimit = createRateLimit(hostWaitsItem, now, Math.random);
const http = createHttp({ fetch: (url, init) => fetch(url, init), now, rateLimit });
const findRetryAtMs = async (origin: string): Promise<number | null> =>
  (await rateLimit.findWait(new URL(origin).host))?.retryAtMs ?? null;

const demand = createDemand(demandItem, now);
const market = createMarket({
  quotes: createQuotes({ source: priceSources[0], http, snapshot: quoteSnapshotItem, findRetryAtMs, now }),
  liquidations: createLiquidations({
    sources: liquidationSources,
    http,
    snapshots: venueSnapshotsItem,
    findRetryAtMs,
    now,
  }),
  demand,
  readWatchList: watchListItem.read,
});
const schedule = createSchedule({ isWatched: demand.isWatched, refresh: market.refresh });

answerMessages({
  async readMarket({ coinIds, venueIds }) {
    await schedule.start();
    return market.read(coinIds, venueIds);
  },
});

followSiteGrants();
