import browser from 'webextension-polyfill';
import { isSameJson } from '../domain/same-json.ts';
import { type Cells, isSameCells, stampChanges, toCells } from '../domain/sync/cells.ts';
import { syncReplica } from '../domain/sync/sync-replica.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import { findLeftOver, readTold, type SyncStorage, toStored } from '../platform/sync-area.ts';
import { eachSynced, type SyncedItem } from '../platform/synced-items.ts';

export interface SyncParts {
  /** Null where the browser has none. */
  readonly storage: SyncStorage | null;
  readonly replicas: StoredItem<Record<string, Cells>>;
  readonly now: () => number;
}

/**
 * Brings what the reader wrote on this machine and on others together. Every surface reads and writes this machine's own
 * storage; the browser's synced storage only carries changes between machines. Where it is missing, full or refused
 * everything works on this machine, and is told the next time that it can be.
 */
export interface Sync {
  /** Hears of the other machines and tells them, as far as there is something new. One round at a time. */
  meet(): Promise<void>;
}

/** The changes that others told, in cells; null when they are not to be touched now: they are of a newer version or in part. */
const toRemote = <T>(
  { item, division }: SyncedItem<T>,
  start: Cells,
  all: Readonly<Record<string, unknown>>,
): Cells | null => {
  const told = readTold(all, item.key);
  if (told.kind === 'nothing') return {};
  if (told.kind === 'incomplete' || told.version > item.version) return null;
  if (told.kind === 'cells' && told.version === item.version) return told.cells;
  const older =
    told.kind === 'value'
      ? told.value
      : division.fromParts(Object.fromEntries(Object.entries(told.cells).map(([name, { v }]) => [name, v])));
  const value = item.parse({ version: told.version, value: older });
  return stampChanges(start, division.toParts(item.fallback), division.toParts(value), 1);
};

export const createSync = ({ storage, replicas, now }: SyncParts): Sync => {
  let underWay: Promise<void> | null = null;
  let isAskedAgain = false;

  /** What has to be told of one item; nothing when the others know it, or when the reader is just changing it. */
  const meetOne = async <T>(
    synced: SyncedItem<T>,
    all: Readonly<Record<string, unknown>>,
  ): Promise<Record<string, unknown>> => {
    const { item, division } = synced;
    const start = toCells(division.toParts(item.fallback), 0);
    const remote = toRemote(synced, start, all);
    if (!remote) return {};
    const local = await item.read();
    const { value, replica } = syncReplica({
      division,
      parse: (parts) => item.parse({ version: item.version, value: parts }),
      replica: (await replicas.read())[item.key] ?? start,
      local,
      remote,
      nowMs: now(),
    });
    // Only on top of the value that was read: what the reader does meanwhile comes in the next round.
    const written = await item.update((before) =>
      isSameJson(before, local) && !isSameJson(local, value) ? value : before,
    );
    if (!isSameJson(written, value)) {
      isAskedAgain = true;
      return {};
    }
    await replicas.update((before) =>
      isSameJson(before[item.key], replica) ? before : { ...before, [item.key]: replica },
    );
    // What every machine starts with need not be told.
    const known = Object.keys(remote).length === 0 ? start : remote;
    return isSameCells(replica, known) ? {} : toStored(item.key, item.version, replica);
  };

  const meetAll = async (area: SyncStorage): Promise<void> => {
    const all = await area.get(null);
    const meetings: Promise<Record<string, unknown>>[] = [];
    eachSynced((synced) => meetings.push(meetOne(synced, all)));
    const stored: Record<string, unknown> = Object.assign({}, ...(await Promise.all(meetings)));
    if (Object.keys(stored).length === 0) return;
    await area.set(stored);
    const leftOver = findLeftOver(all, stored);
    if (leftOver.length > 0) await area.remove(leftOver);
  };

  return {
    meet() {
      if (!storage) return Promise.resolve();
      isAskedAgain = underWay !== null;
      underWay ??= (async () => {
        do {
          isAskedAgain = false;
          // Refused, full or too often: the next round tells all of it.
          await meetAll(storage).catch(() => undefined);
        } while (isAskedAgain);
      })().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
};

/** A burst of changes is told at once; browsers allow 120 writings a minute and 1,800 an hour. */
const AFTER_CHANGE_MS = 1000;
const EVERY_MS = 10_000;

/** Meets after every change here or elsewhere. Register at the top level of the worker. */
export const followSync = (sync: Sync): void => {
  const keys = new Set<string>();
  eachSynced(({ item }) => keys.add(item.key));
  let isWaiting = false;
  let metAtMs = Number.NEGATIVE_INFINITY;

  const meetSoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    const waitMs = Math.max(AFTER_CHANGE_MS, metAtMs + EVERY_MS - Date.now());
    setTimeout(
      () => {
        isWaiting = false;
        metAtMs = Date.now();
        void sync.meet();
      },
      // A clock that was set back must not stop it.
      Math.min(EVERY_MS, waitMs),
    );
  };

  browser.storage.onChanged.addListener((changes, area) => {
    const isOurs = Object.keys(changes).some((key) => keys.has(key.split(':')[0] ?? ''));
    if (isOurs && (area === 'local' || area === 'sync')) meetSoon();
  });
  meetSoon();
};
