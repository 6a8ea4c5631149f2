/** The background's composition root: every part is made here and handed what it needs. */
import browser from 'webextension-polyfill';
import { findCoin } from '../domain/coins/coin-table.ts';
import { searchCoins } from '../domain/coins/search.ts';
import { alertStatesItem, alertsItem } from '../platform/alert-items.ts';
import {
  demandItem,
  derivativesItem,
  hostClocksItem,
  hostWaitsItem,
  replicasItem,
  requestCountsItem,
  venueSnapshotsItem,
} from '../platform/background-items.ts';
import { createDiskLog } from '../platform/disk-log.ts';
import { createMemoryLog } from '../platform/memory-log.ts';
import { answerMessages } from '../platform/messenger.ts';
import { newCoinsItem } from '../platform/new-coin-list.ts';
import { keysItem, settingsItem, watchListItem } from '../platform/reader-items.ts';
import { createSafeLog } from '../platform/safe-log.ts';
import { derivativesSources } from '../sources/derivatives/index.ts';
import { createHttp } from '../sources/http.ts';
import { toKeyHeaders } from '../sources/key-headers.ts';
import { coinalyze } from '../sources/liquidations/coinalyze.ts';
import { liquidationVenues } from '../sources/liquidations/index.ts';
import { coingecko } from '../sources/prices/coingecko.ts';
import { priceSources } from '../sources/prices/index.ts';
import { createRateLimit } from '../sources/rate-limit.ts';
import { openAlertPage } from './alert-page.ts';
import { createAlerts } from './alerts.ts';
import { createBadge } from './badge.ts';
import { createClock } from './clock.ts';
import { followCommands } from './commands.ts';
import { createDemand } from './demand.ts';
import { createDerivatives } from './derivatives.ts';
import { createKeyedSums } from './keyed-sums.ts';
import { createLiquidationPolls } from './liquidation-polls.ts';
import { createLiquidations } from './liquidations.ts';
import { createMarket } from './market.ts';
import { createNewCoins } from './new-coins.ts';
import { followNotifications, notify } from './notifications.ts';
import { runDetails } from './page-details.ts';
import { createPrices } from './prices.ts';
import { createRequests } from './requests.ts';
import { createSchedule } from './schedule.ts';
import { followSiteGrants } from './site-access.ts';
import { readFrameNotes, runInStoryFrames } from './story-frames.ts';
import { createStreams } from './streams.ts';
import { createIsSwitchedOff } from './switched-off.ts';
import { createSync, followSync } from './sync.ts';
import { createChosenTexts } from './texts.ts';
import { createWatch } from './watch.ts';
import { followInstall } from './welcome.ts';

const machineNow = Date.now;
const clock = createClock(hostClocksItem, machineNow);
const requests = createRequests({
  counts: requestCountsItem,
  sources: [
    ...priceSources.map(({ id, origin }) => ({ sourceId: id, origin })),
    ...[...liquidationVenues, ...derivativesSources].map(({ venueId, origin }) => ({
      sourceId: venueId,
      origin,
    })),
    { sourceId: coinalyze.id, origin: coinalyze.origin },
  ],
  now: machineNow,
});
const rateLimit = createRateLimit(hostWaitsItem, machineNow, Math.random);
const http = createHttp({
  fetch: (url, init) => fetch(url, init),
  now: clock.now,
  rateLimit,
  findHeaders: async (host) => toKeyHeaders(host, await keysItem.read()),
  noteHostTime: clock.note,
  noteAnswer: requests.note,
});
const findRetryAtMs = async (origin: string): Promise<number | null> => {
  const wait = await rateLimit.findWait(new URL(origin).host);
  return wait && wait.retryAtMs + clock.skewMs();
};

const isSwitchedOff = createIsSwitchedOff(settingsItem.read);
const demand = createDemand(demandItem, machineNow);
const { now } = clock;
const { quotes, history } = createPrices({ http, findRetryAtMs, isSwitchedOff, now });
const log = createSafeLog({ disk: createDiskLog(() => void polls.forget()), memory: createMemoryLog(), now });
const polls = createLiquidationPolls({
  venues: liquidationVenues,
  http,
  log,
  snapshots: venueSnapshotsItem,
  async readPricesUsd(coinIds) {
    const readings = await quotes.read(coinIds);
    return new Map(readings.flatMap(({ coinId, quote }) => (quote ? [[coinId, quote.priceUsd]] : [])));
  },
  isSwitchedOff,
  now,
});
const streams = createStreams({
  venues: liquidationVenues,
  openSocket: (url) => new WebSocket(url),
  record: log.record,
  readInstruments: polls.readInstruments,
  readEnabled: async () => (await settingsItem.read()).liveStreams,
  isSwitchedOff,
  startTimer(tick, everyMs) {
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  },
  now,
  random: Math.random,
});
const keyed = createKeyedSums({
  http,
  log,
  snapshots: venueSnapshotsItem,
  readKey: async () => (await keysItem.read()).coinalyze,
  findRetryAtMs,
  isSwitchedOff,
  now,
});
const liquidations = createLiquidations({
  venues: liquidationVenues,
  polls,
  keyed,
  log,
  snapshots: venueSnapshotsItem,
  streams,
  findRetryAtMs,
  isSwitchedOff,
  now,
});
const market = createMarket({
  quotes,
  liquidations,
  streams,
  findLogState: () => log.state,
  derivatives: createDerivatives({
    sources: derivativesSources,
    http,
    snapshots: derivativesItem,
    isSwitchedOff,
    now,
  }),
  demand,
  newCoins: createNewCoins({
    http,
    item: newCoinsItem,
    isSwitchedOff: () => isSwitchedOff(coingecko.id),
    now,
  }),
  // A coin on the toolbar is followed like one of the list: asking for it tells nothing of a page.
  async readWatchList() {
    const { badgeCoin } = await settingsItem.read();
    return [...new Set([...(await watchListItem.read()), ...(badgeCoin ? [badgeCoin] : [])])];
  },
  clockSkewMs: clock.skewMs,
});
const texts = createChosenTexts();
const loadTexts = async () => texts.load(await settingsItem.read());
const badge = createBadge({ quotes, now });
const drawBadge = async (): Promise<void> => {
  const settings = await settingsItem.read();
  await texts.load(settings);
  await badge.draw(settings);
};
/** An alarm may be what woke the worker: the true time comes before any age is judged by it. */
const refreshByAlarm = async (): Promise<void> => {
  await clock.load();
  await market.refresh();
};
const minuteOfDay = (): number => {
  const date = new Date(now());
  return date.getHours() * 60 + date.getMinutes();
};
const looks = createAlerts({
  alerts: alertsItem,
  states: alertStatesItem,
  quotes,
  liquidations,
  async notify(alert, firing) {
    await loadTexts();
    await notify(alert, firing);
  },
  now,
  minuteOfDay,
});
createWatch({
  alerts: alertsItem,
  settings: settingsItem,
  market: {
    async refreshUnseen(subjects) {
      await clock.load();
      await market.refreshUnseen(subjects);
    },
  },
  looks,
  drawBadge,
  minuteOfDay,
});
const schedule = createSchedule({ isWatched: demand.isWatched, refresh: refreshByAlarm });

answerMessages({
  async readMarket(asked) {
    await clock.load();
    await schedule.start();
    void drawBadge();
    return market.read(asked);
  },
  async readLiquidations({ windowMs }) {
    await clock.load();
    return liquidations.readTable(windowMs);
  },
  readRequests: requests.read,
  async readPriceAt({ coinId, atMs }) {
    await clock.load();
    return history.readPriceAt(coinId, atMs);
  },
  searchCoins: async ({ query, limit }) => searchCoins(query, limit),
  readCoins: async ({ coinIds }) => coinIds.flatMap((coinId) => findCoin(coinId) ?? []),
  readTexts: loadTexts,
  async writeAlert({ coinId }) {
    await openAlertPage(coinId);
    return {};
  },
  async runInStoryFrames(_request, { tab }) {
    await runInStoryFrames(tab?.id);
    return {};
  },
  readFrameNotes: (_request, { tab }) => readFrameNotes(tab?.id),
  loadDetails: async (_request, { tab, frameId }) => ({ isLoaded: await runDetails(tab?.id, frameId) }),
});

followSiteGrants();
followCommands();
followNotifications();
followInstall();
followSync(createSync({ storage: browser.storage.sync ?? null, replicas: replicasItem, now: machineNow }));
