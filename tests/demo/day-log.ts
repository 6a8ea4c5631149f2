import type { KeyedOrder } from '../../src/domain/liquidations/keyed-order.ts';
import type { CoveredTime } from '../../src/domain/liquidations/log-batch.ts';
import { addOrders, groupByHour, toScopeKey } from '../../src/domain/liquidations/log-rules.ts';
import { EVERY_COIN } from '../../src/domain/liquidations/window.ts';
import { LOG_NAME } from '../../src/platform/disk-log.ts';
import { binance } from '../../src/sources/liquidations/binance.ts';
import { bybit } from '../../src/sources/liquidations/bybit.ts';
import type { LiquidationVenue } from '../../src/sources/liquidations/liquidation-venue.ts';
import type { ForcedOrder } from '../market/liquidation-tape.ts';
import type { Market } from '../market/market.ts';
import { listPerpetuals } from '../market/perpetuals.ts';
import type { Scenario } from '../market/scenario.ts';
import { venues } from '../market/venues/index.ts';
import type { StreamSession } from '../market/venues/venue.ts';
import type { BrowserPage, ExtensionBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const PUSH_EVERY_MS = 500;

const openSession = ({ stream }: LiquidationVenue): StreamSession => {
  const url = new URL(stream?.url ?? '');
  const found = venues
    .find(({ host }) => host === url.host)
    ?.streams?.find(({ path }) => path === url.pathname);
  if (!found) throw new Error(`The simulated market has no stream ${url}`);
  return found.open();
};

const groupByPush = (orders: readonly ForcedOrder[]): ReadonlyMap<number, ForcedOrder[]> => {
  const groups = new Map<number, ForcedOrder[]>();
  for (const order of orders) {
    const pushMs = (Math.floor(order.atMs / PUSH_EVERY_MS) + 1) * PUSH_EVERY_MS;
    groups.set(pushMs, [...(groups.get(pushMs) ?? []), order]);
  }
  return groups;
};

/** What the venue's stream pushed in the scenario's day, as the extension reads it. */
const hearDay = (venue: LiquidationVenue, scenario: Scenario): KeyedOrder[] => {
  const { anchorMs } = scenario;
  const session = openSession(venue);
  const symbols = listPerpetuals(venue.venueId).map(({ base, coinId }) => ({
    symbol: `${base}USDT`,
    coinId,
    contractSize: 1,
    inverse: false,
    coinsPerUnit: 1,
    markPriceUsd: null,
  }));
  for (const text of venue.stream?.toSubscriptions(symbols) ?? []) session.receive(text);
  const orders = scenario.orders({ venueId: venue.venueId }, anchorMs - DAY_MS, anchorMs);
  const frames = [...groupByPush(orders)].flatMap(([pushMs, pushed]) => session.push(pushed, pushMs));
  return frames.flatMap((frame) => {
    const message = venue.stream?.parse(JSON.stringify(frame), () => null);
    return message?.kind === 'orders' ? message.orders : [];
  });
};

/** The orders that a venue's stream told during the day before the market's clock started; none of a venue without one. */
export const hearStreamedDay = (scenario: Scenario, venueId: string): readonly KeyedOrder[] => {
  const venue = [bybit, binance].find((streamed) => streamed.venueId === venueId);
  return venue ? hearDay(venue, scenario) : [];
};

const listCovered = ({ anchorMs }: Scenario): CoveredTime[] => {
  const day = { fromMs: anchorMs - DAY_MS, untilMs: anchorMs };
  return [
    { venueId: 'binance', scope: EVERY_COIN, ...day },
    ...listPerpetuals('bybit').map(({ coinId }) => ({ venueId: 'bybit', scope: coinId, ...day })),
  ];
};

type Entry = readonly [store: string, key: string | null, value: unknown];

const toEntries = (scenario: Scenario): Entry[] => {
  const orders = [bybit, binance].flatMap((venue) => hearDay(venue, scenario));
  return [
    ...orders.map((order): Entry => ['orders', null, order]),
    ...[...groupByHour(orders)].map(([key, group]): Entry => ['hours', key, addOrders(undefined, group)]),
    ...listCovered(scenario).map(
      (time): Entry => ['covered', toScopeKey(time), [{ fromMs: time.fromMs, untilMs: time.untilMs }]],
    ),
  ];
};

const WRITE = `async (name, entries) => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const change = database.transaction(['orders', 'hours', 'covered'], 'readwrite');
  for (const [store, key, value] of entries) change.objectStore(store).put(value, key ?? undefined);
  await new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onerror = () => reject(change.error);
  });
  database.close();
}`;

const CHUNK = 2500;

const write = async (page: BrowserPage, entries: readonly Entry[]): Promise<void> => {
  for (let at = 0; at < entries.length; at += CHUNK) {
    await page.evaluate(
      `(${WRITE})(${JSON.stringify(LOG_NAME)}, ${JSON.stringify(entries.slice(at, at + CHUNK))})`,
    );
  }
};

/**
 * Fills the log of the browser with what a reader's would hold whose browser had been open all of the scenario's day: every
 * frame that the simulated streams pushed, read by the extension's own sources, and the day as covered time. What
 * happens from then on the extension hears itself.
 */
export const logStreamedDay = async (browser: ExtensionBrowser, market: Market): Promise<void> => {
  const page = await browser.openExtensionPage('src/popup/index.html');
  // The log is the extension's to make: written before that, its stores would be missing.
  await until(
    'the log of the extension',
    async () =>
      (await page.evaluate(
        `indexedDB.databases().then((all) => all.some(({ name }) => name === ${JSON.stringify(LOG_NAME)}))`,
      )) === true,
    20_000,
  );
  await write(page, toEntries(market.scenario));
  await page.close();
};
