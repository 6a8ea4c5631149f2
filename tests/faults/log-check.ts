import type { Interval } from '../../src/domain/liquidations/coverage.ts';
import type { KeyedOrder } from '../../src/domain/liquidations/keyed-order.ts';
import { addOrders, groupByHour } from '../../src/domain/liquidations/log-rules.ts';
import { LOG_NAME } from '../../src/platform/disk-log.ts';
import type { FaultWorld } from './fault-world.ts';

/** The log of liquidations as it lies on the disk. */
export interface StoredLog {
  readonly orders: readonly KeyedOrder[];
  readonly hours: Readonly<Record<string, unknown>>;
  readonly covered: Readonly<Record<string, readonly Interval[]>>;
}

const READ = `(async () => {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(${JSON.stringify(LOG_NAME)});
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store, method) => new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store)[method]();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const entries = async (store) => {
    const [keys, values] = [await all(store, 'getAllKeys'), await all(store, 'getAll')];
    return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
  };
  try {
    return { orders: await all('orders', 'getAll'), hours: await entries('hours'), covered: await entries('covered') };
  } finally {
    database.close();
  }
})()`;

export const readLog = async ({ console }: FaultWorld): Promise<StoredLog> =>
  (await console.evaluate(READ)) as StoredLog;

/** What of the log does not add up: sums that are not those of their orders, and orders missing from covered time. */
export const findLogFaults = ({ orders, hours, covered }: StoredLog, { market }: FaultWorld): string[] => {
  const wrongSums = [...groupByHour(orders)].filter(
    ([key, group]) => toSums(hours[key]) !== toSums(addOrders(undefined, group)),
  );
  const known = new Set(
    orders.map(({ venueId, coinId, atMs, side }) => [venueId, coinId, atMs, side].join()),
  );
  const missing = Object.entries(covered).flatMap(([scope, times]) => {
    const [venueId = '', coinId = ''] = scope.split('|');
    if (venueId !== 'bybit') return [];
    return times.flatMap(({ fromMs, untilMs }) =>
      market.scenario
        .orders({ venueId, coinId }, fromMs, untilMs)
        .filter((order) => !known.has([venueId, coinId, order.atMs, order.side].join()))
        .map((order) => `${coinId} at ${order.atMs} is missing`),
    );
  });
  return [...wrongSums.map(([key]) => `the sums of ${key} are not those of its orders`), ...missing];
};

/** Which of two equal orders is the largest depends on which came first; sums do not. */
const toSums = (tally: unknown): string =>
  JSON.stringify(tally, (key, value) => (key === 'largest' ? undefined : sorted(value)));

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)))
    : value;
