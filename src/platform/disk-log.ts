import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { clipIntervals, type Interval, toCoveredMs } from '../domain/liquidations/coverage.ts';
import type { KeyedOrder } from '../domain/liquidations/keyed-order.ts';
import type { LogBatch } from '../domain/liquidations/log-batch.ts';
import {
  addCovered,
  addOrders,
  forgetBefore,
  groupByHour,
  toHourKey,
  toNewerSums,
  toScopeKey,
} from '../domain/liquidations/log-rules.ts';
import {
  type DayTally,
  KEEP_DAYS_MS,
  KEEP_HOURS_MS,
  KEEP_ORDERS_MS,
  MOST_ORDERS,
} from '../domain/liquidations/retention.ts';
import { DAY_MS, mergeCoins, type Tally, toDay } from '../domain/liquidations/tally.ts';
import { toFirstHour } from '../domain/liquidations/window.ts';
import type { EventLog } from './event-log.ts';
import { createRowSieve, toRow } from './log-rows.ts';

export const LOG_NAME = 'mn-liquidations';

interface LogSchema extends DBSchema {
  orders: { key: string; value: KeyedOrder; indexes: { byVenue: [string, number]; byTime: number } };
  hours: { key: string; value: Tally };
  published: { key: string; value: Tally };
  days: { key: string; value: DayTally };
  covered: { key: string; value: Interval[] };
  /** `forgottenMs`: orders up to this time may have been in the log and are never taken again. */
  marks: { key: string; value: number };
}

type Database = IDBPDatabase<LogSchema>;

const FORGOTTEN = 'forgottenMs';
/** Every string that begins like this. */
const beginningWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

const openDatabase = (onLost: () => void): Promise<Database> =>
  openDB<LogSchema>(LOG_NAME, 1, {
    upgrade(database) {
      const orders = database.createObjectStore('orders', { keyPath: 'key' });
      orders.createIndex('byVenue', ['venueId', 'atMs']);
      orders.createIndex('byTime', 'atMs');
      for (const name of ['hours', 'published', 'days', 'covered', 'marks'] as const) {
        database.createObjectStore(name);
      }
    },
    // The reader clears the site data of the extension, or another version wants to change the stores.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });

/** All of a batch or nothing: what failed in the middle takes the rest with it. */
const abort = (change: { abort(): void }): void => {
  try {
    change.abort();
  } catch {
    // The failure has ended the transaction already.
  }
};

const recordBatch = async (database: Database, batch: LogBatch): Promise<void> => {
  const change = database.transaction(['orders', 'hours', 'published', 'covered', 'marks'], 'readwrite');
  const { done } = change;
  try {
    const orders = change.objectStore('orders');
    const forgottenMs = toRow('marks', await change.objectStore('marks').get(FORGOTTEN)) ?? 0;
    const once = new Map(batch.orders.map((order) => [order.key, order]));
    const fresh: KeyedOrder[] = [];
    const candidates = [...once.values()].filter(({ atMs }) => atMs > forgottenMs);
    const known = await Promise.all(candidates.map(({ key }) => orders.getKey(key)));
    candidates.forEach((order, at) => {
      if (known[at] === undefined) fresh.push(order);
    });
    await Promise.all(fresh.map(async (order) => orders.add(order)));
    const hours = change.objectStore('hours');
    for (const [key, group] of groupByHour(fresh)) {
      const tally = addOrders(toRow('hours', await hours.get(key)), group);
      if (tally) await hours.put(tally, key);
    }
    const published = change.objectStore('published');
    for (const told of batch.published) {
      const key = toHourKey(told);
      await published.put(toNewerSums(toRow('published', await published.get(key)), told), key);
    }
    const covered = change.objectStore('covered');
    for (const time of batch.covered) {
      const key = toScopeKey(time);
      await covered.put(addCovered(toRow('covered', await covered.get(key)), time), key);
    }
    await done;
  } catch (error) {
    abort(change);
    await done.catch(() => undefined);
    throw error;
  }
};

const toDayKey = (venueId: string, startMs: number): string => toHourKey({ venueId, startMs });

/** The sums of the days that are over and still have their hours. Written again from the same hours they come out alike. */
const sumUpDays = async (database: Database, nowMs: number): Promise<void> => {
  const byDay = new Map<string, Tally[]>();
  const readSound = async (name: 'hours' | 'published'): Promise<Tally[]> =>
    (await database.getAll(name)).filter((tally) => toRow(name, tally) !== undefined);
  const [hours, published] = await Promise.all([readSound('hours'), readSound('published')]);
  const publishing = new Set(published.map(({ venueId }) => venueId));
  const counted = [...hours.filter(({ venueId }) => !publishing.has(venueId)), ...published];
  for (const tally of counted) {
    const startMs = toDay(tally.startMs);
    if (startMs + DAY_MS > nowMs) continue;
    const key = toDayKey(tally.venueId, startMs);
    byDay.set(key, [...(byDay.get(key) ?? []), tally]);
  }
  const scopes = await database.getAllKeys('covered');
  const times = await database.getAll('covered');
  for (const [key, tallies] of byDay) {
    const [first] = tallies;
    if (!first || (await database.getKey('days', key)) !== undefined) continue;
    const startMs = toDay(first.startMs);
    const day = { fromMs: startMs, untilMs: startMs + DAY_MS };
    const ofVenue = scopes.flatMap((scope, at) =>
      scope.startsWith(`${first.venueId}|`)
        ? [
            [
              scope.slice(first.venueId.length + 1),
              toCoveredMs(clipIntervals(toRow('covered', times[at]) ?? [], day)),
            ] as const,
          ]
        : [],
    );
    const coins = mergeCoins(tallies.map((tally) => tally.coins));
    const record = { venueId: first.venueId, startMs, coins, coveredMs: Object.fromEntries(ofVenue) };
    await database.put('days', record, key);
  }
};

const pruneOrders = async (database: Database, nowMs: number): Promise<void> => {
  const change = database.transaction(['orders', 'marks'], 'readwrite');
  const orders = change.objectStore('orders');
  const marks = change.objectStore('marks');
  let forgottenMs = Math.max(toRow('marks', await marks.get(FORGOTTEN)) ?? 0, nowMs - KEEP_ORDERS_MS);
  const surplus = (await orders.count()) - MOST_ORDERS;
  if (surplus > 0) {
    const last = await orders.index('byTime').openKeyCursor();
    const at = surplus > 1 ? await last?.advance(surplus - 1) : last;
    forgottenMs = Math.max(forgottenMs, at?.key ?? 0);
  }
  const past = await orders.index('byTime').getAllKeys(IDBKeyRange.upperBound(forgottenMs));
  await Promise.all([...past.map((key) => orders.delete(key)), marks.put(forgottenMs, FORGOTTEN)]);
  await change.done;
};

const pruneSums = async (database: Database, nowMs: number): Promise<void> => {
  const change = database.transaction(['hours', 'published', 'days', 'covered'], 'readwrite');
  const ages = [
    ['hours', KEEP_HOURS_MS],
    ['published', KEEP_HOURS_MS],
    ['days', KEEP_DAYS_MS],
  ] as const;
  for (const [name, keepMs] of ages) {
    const store = change.objectStore(name);
    const oldestMs = nowMs - keepMs;
    for (const key of await store.getAllKeys()) {
      if (Number(key.split('|')[1]) < oldestMs) await store.delete(key);
    }
  }
  const covered = change.objectStore('covered');
  for (const key of await covered.getAllKeys()) {
    const kept = forgetBefore(toRow('covered', await covered.get(key)) ?? [], nowMs - KEEP_HOURS_MS);
    await (kept.length > 0 ? covered.put(kept, key) : covered.delete(key));
  }
  await change.done;
};

/**
 * The log in IndexedDB. Orders, sums and coverage of a batch are one transaction: whenever the background is killed, the
 * log holds all of a batch or none of it. A row that does not fit counts as none. Every method rejects when the database is
 * gone, and opens it anew the next time; `onLost` hears that it was taken away, and what it held with it.
 */
export const createDiskLog = (onLost: () => void = () => undefined): EventLog => {
  const sift = createRowSieve();
  let opened: Promise<Database> | null = null;
  const open = (): Promise<Database> => {
    opened ??= openDatabase(() => {
      opened = null;
      onLost();
    }).catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  };

  const readRange = async <Name extends 'hours' | 'published' | 'days'>(
    database: Database,
    store: Name,
    range: IDBKeyRange,
  ): Promise<LogSchema[Name]['value'][]> => {
    const [keys, rows] = await Promise.all([
      database.getAllKeys(store, range),
      database.getAll(store, range),
    ]);
    return sift(store, keys, rows);
  };

  const readHours = (
    database: Database,
    store: 'hours' | 'published',
    venueId: string,
    fromMs: number,
  ): Promise<Tally[]> =>
    readRange(
      database,
      store,
      IDBKeyRange.bound(toHourKey({ venueId, startMs: fromMs }), `${venueId}|\uffff`),
    );

  const readBetween = async (
    database: Database,
    venueId: string,
    { fromMs, untilMs }: Interval,
  ): Promise<KeyedOrder[]> => {
    if (untilMs <= fromMs) return [];
    const range = IDBKeyRange.bound([venueId, fromMs], [venueId, untilMs], false, true);
    const rows = await database.getAllFromIndex('orders', 'byVenue', range);
    return sift(
      'orders',
      rows.map(({ key }) => key),
      rows,
    );
  };

  return {
    record: async (batch) => recordBatch(await open(), batch),

    async readVenue(venueId, window) {
      const database = await open();
      const firstHourMs = toFirstHour(window);
      const scopes = beginningWith(`${venueId}|`);
      const [hours, edge, published, scopeKeys, times] = await Promise.all([
        readHours(database, 'hours', venueId, firstHourMs),
        readBetween(database, venueId, { fromMs: window.fromMs, untilMs: firstHourMs }),
        readHours(database, 'published', venueId, window.fromMs),
        database.getAllKeys('covered', scopes),
        database.getAll('covered', scopes),
      ]);
      const covered = Object.fromEntries(
        scopeKeys.flatMap((key, at) => {
          const intervals = toRow('covered', times[at]);
          return intervals ? [[key.slice(venueId.length + 1), intervals] as const] : [];
        }),
      );
      return { hours, edge, published, covered };
    },

    readOrders: async (venueId, window) => readBetween(await open(), venueId, window),

    async readDays(venueId) {
      const days = await readRange(await open(), 'days', beginningWith(`${venueId}|`));
      return days.toReversed();
    },

    async prune(nowMs) {
      const database = await open();
      await sumUpDays(database, nowMs);
      await pruneOrders(database, nowMs);
      await pruneSums(database, nowMs);
    },

    countOrders: async () => (await open()).count('orders'),
  };
};
