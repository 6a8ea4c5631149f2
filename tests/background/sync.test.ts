import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSync } from '../../src/background/sync.ts';
import type { Dismissal } from '../../src/domain/dismissal.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import { replicasItem } from '../../src/platform/background-items.ts';
import {
  blockedSitesItem,
  dismissalsItem,
  settingsItem,
  watchListItem,
} from '../../src/platform/reader-items.ts';
import type { SyncStorage } from '../../src/platform/sync-area.ts';
import { eachSynced } from '../../src/platform/synced-items.ts';
import wholeValues from '../fixtures/stored/whole-values.json' with { type: 'json' };
import { resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const MOST_BYTES = 102_400;
const MOST_ITEM_BYTES = 8192;

const toBytes = (key: string, item: unknown): number =>
  key.length + new TextEncoder().encode(JSON.stringify(item)).length;

/** The account's storage with the limits of browsers; every machine sees the same. */
const createAccount = () => {
  const all = new Map<string, unknown>();
  let isRefused = false;
  const storage: SyncStorage = {
    get: async () => structuredClone(Object.fromEntries(all)),
    async set(items) {
      const next = new Map([...all, ...Object.entries(items)]);
      const sizes = [...next].map(([key, item]) => toBytes(key, item));
      const isOver =
        sizes.some((size) => size > MOST_ITEM_BYTES) || sizes.reduce((a, b) => a + b, 0) > MOST_BYTES;
      if (isRefused || isOver) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, item] of Object.entries(items)) all.set(key, structuredClone(item));
    },
    async remove(keys) {
      for (const key of keys) all.delete(key);
    },
  };
  return {
    all,
    storage,
    refuse(refused: boolean) {
      isRefused = refused;
    },
  };
};

let account = createAccount();
let nowMs = 0;
const meet = async (): Promise<void> => {
  nowMs += 1000;
  await createSync({ storage: account.storage, replicas: replicasItem, now: () => nowMs }).meet();
};

/** Another machine of the reader: nothing is on it, and the account is the same. */
const onNewMachine = (): void => resetFakeBrowser();

/** Every value that machines tell each other, by its key. */
const readSynced = async (): Promise<Record<string, unknown>> => {
  const readings: Promise<readonly [string, unknown]>[] = [];
  eachSynced(({ item }) => readings.push(item.read().then((value) => [item.key, value] as const)));
  return Object.fromEntries(await Promise.all(readings));
};

const toExpected = (becomes: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const expected: Record<string, unknown> = {};
  eachSynced(({ item }) => {
    expected[item.key] = becomes[item.key] ?? item.fallback;
  });
  return { ...expected, 'mn-settings': { ...DEFAULT_SETTINGS, ...(becomes['mn-settings'] as object) } };
};

beforeEach(() => {
  resetFakeBrowser();
  account = createAccount();
  nowMs = Date.UTC(2026, 10, 26);
});

describe('the reader’s other machine', () => {
  it('gets what was written on the first, and what was taken away stays away', async () => {
    await watchListItem.update(() => ['mog-coin', 'bitcoin']);
    await settingsItem.update((settings) => ({ ...settings, theme: 'dark', badgeCoin: 'bitcoin' }));
    await blockedSitesItem.update(() => ['example.org']);
    await meet();
    onNewMachine();
    await meet();
    expect(await watchListItem.read()).toEqual(['mog-coin', 'bitcoin']);
    expect(await settingsItem.read()).toMatchObject({ theme: 'dark', badgeCoin: 'bitcoin' });
    expect(await blockedSitesItem.read()).toEqual(['example.org']);
  });

  it('adds to it what was written there before the first meeting', async () => {
    await watchListItem.update((list) => [...list, 'cardano']);
    await meet();
    onNewMachine();
    await watchListItem.update((list) => [...list, 'mog-coin']);
    await meet();
    expect(new Set(await watchListItem.read())).toEqual(
      new Set([...DEFAULT_WATCH_LIST, 'cardano', 'mog-coin']),
    );
  });

  /** Builds before the parts of a value were told wrote each value whole into the account, in these shapes one after another. */
  it.each(wholeValues)('understands values that were stored whole: $shape', async ({ stored, becomes }) => {
    for (const [key, value] of Object.entries(stored)) account.all.set(key, value);
    await meet();
    expect(await readSynced()).toEqual(toExpected(becomes));
    // Told in parts once something changes, and a further machine has all of it.
    await watchListItem.update((list) => [...list, 'monero']);
    await meet();
    expect(account.all.get('mn-watch-list')).toHaveProperty('pieces');
    const changed = await readSynced();
    onNewMachine();
    await meet();
    expect(await readSynced()).toEqual(changed);
  });

  it('leaves alone what a newer version stored, and what has not arrived in full', async () => {
    account.all.set('mn-watch-list', { version: 99, pieces: 1, sum: 'x' });
    account.all.set('mn-settings', { version: 1, pieces: 2, sum: 'x' });
    await watchListItem.update(() => ['mog-coin']);
    await meet();
    expect(account.all.get('mn-watch-list')).toMatchObject({ version: 99 });
    expect(account.all.get('mn-settings')).toMatchObject({ pieces: 2 });
    expect(await watchListItem.read()).toEqual(['mog-coin']);
  });
});

describe('the limits of the browser', () => {
  const toDismissals = (count: number): Dismissal[] =>
    Array.from({ length: count }, (_, at) => ({
      surface: `слово “${at}” <b>`,
      id: `coin-${at}`,
      host: 'a-rather-long-name.example.org',
      atMs: at,
    }));

  it('are kept by a long list, which arrives in full and leaves nothing when it goes', async () => {
    await dismissalsItem.update(() => toDismissals(200));
    await meet();
    const pieces = account.all.size;
    expect(pieces).toBeGreaterThan(10);
    onNewMachine();
    await meet();
    expect(await dismissalsItem.read()).toEqual(toDismissals(200));
    await dismissalsItem.update(() => []);
    await meet();
    expect(account.all.size).toBeLessThan(pieces);
  });

  it('do not reach the reader: what cannot be told stays here and is told later', async () => {
    account.refuse(true);
    await watchListItem.update(() => ['mog-coin']);
    await meet();
    expect(account.all.size).toBe(0);
    expect(await watchListItem.read()).toEqual(['mog-coin']);
    account.refuse(false);
    await meet();
    onNewMachine();
    await meet();
    expect(await watchListItem.read()).toEqual(['mog-coin']);
  });

  it('nothing is written when there is nothing new', async () => {
    await watchListItem.update(() => ['mog-coin']);
    await meet();
    const set = vi.spyOn(account.storage, 'set');
    await meet();
    expect(set).not.toHaveBeenCalled();
  });

  it('a browser without such storage works on', async () => {
    await watchListItem.update(() => ['mog-coin']);
    await createSync({ storage: null, replicas: replicasItem, now: () => nowMs }).meet();
    expect(await watchListItem.read()).toEqual(['mog-coin']);
  });
});
