import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import * as alertItems from '../../src/platform/alert-items.ts';
import * as backgroundItems from '../../src/platform/background-items.ts';
import * as newCoinList from '../../src/platform/new-coin-list.ts';
import * as readerItems from '../../src/platform/reader-items.ts';
import { type StoredItem, storedItem } from '../../src/platform/stored-item.ts';

import readerOf010 from '../fixtures/stored/0.1.0.json' with { type: 'json' };
import { resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const exported = { ...readerItems, ...alertItems, ...newCoinList, ...backgroundItems };
const items = Object.values(exported).filter((value) => 'read' in value) as unknown as StoredItem<unknown>[];

const DAMAGED: readonly unknown[] = [null, 7, 'text', [], {}, { version: 1 }, { version: 99, value: {} }];

describe.each(items.map((item) => ({ key: item.key, item })))('$key', ({ item }) => {
  beforeEach(() => {
    resetFakeBrowser();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });

  it.each(DAMAGED)('gives its fallback for the damaged value %j', async (value) => {
    const fallback = await item.read();
    await browser.storage[item.area].set({ [item.key]: value });
    expect(await item.read()).toEqual(fallback);
  });

  it('reads what it wrote', async () => {
    const written = await item.update((value) => structuredClone(value));
    const stored = await browser.storage[item.area].get(item.key);
    expect(stored[item.key]).toMatchObject({ value: written });
    expect(await item.read()).toEqual(written);
  });
});

describe('a value of an earlier version', () => {
  beforeEach(() => {
    resetFakeBrowser();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
  });
  const declaration = {
    key: 'mn-test',
    area: 'local',
    version: 3,
    schema: v.array(v.string()),
    fallback: [],
  } as const;
  const migrate = (value: unknown, from: number) => (from === 1 ? [value] : value);

  it.each([
    [1, 'bitcoin', ['bitcoin']],
    [2, ['bitcoin'], ['bitcoin']],
    [3, ['bitcoin'], ['bitcoin']],
    [4, ['bitcoin'], []],
  ])('version %d', async (version, value, expected) => {
    await browser.storage.local.set({ 'mn-test': { version, value } });
    expect(await storedItem<readonly string[]>({ ...declaration, migrate }).read()).toEqual(expected);
  });

  it('is damaged where nothing says how it is read', async () => {
    await browser.storage.local.set({ 'mn-test': { version: 2, value: ['bitcoin'] } });
    expect(await storedItem<readonly string[]>(declaration).read()).toEqual([]);
  });
});

/** What the browser of a reader of 0.1.0 holds. A version that reads it differently must say how: `migrate`. */
it('reads every value that version 0.1.0 stored', async () => {
  for (const [key, stored] of Object.entries(readerOf010)) {
    const item = items.find((each) => each.key === key);
    expect(item?.parse(stored)).toEqual(stored.value);
  }
});

it('every value has a name of its own', () => {
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});

describe('two contexts that change a list in the same moment', () => {
  /** The locks of one origin: whoever asks for a name waits for those before. */
  const createLocks = () => {
    const last = new Map<string, Promise<unknown>>();
    return {
      request: <T>(name: string, use: () => Promise<T>): Promise<T> => {
        const used = (last.get(name) ?? Promise.resolve()).then(use);
        last.set(
          name,
          used.catch(() => undefined),
        );
        return used;
      },
    };
  };
  const declaration = {
    key: 'mn-list',
    area: 'local',
    version: 1,
    schema: v.array(v.string()),
    fallback: [],
  } as const;

  beforeEach(() => resetFakeBrowser());
  afterEach(() => vi.unstubAllGlobals());

  it('both have their way in our own pages', async () => {
    vi.stubGlobal('location', { protocol: 'chrome-extension:' });
    vi.stubGlobal('navigator', { locks: createLocks() });
    const windows = ['bitcoin', 'ethereum'].map((coinId) => ({
      coinId,
      item: storedItem<readonly string[]>(declaration),
    }));
    await Promise.all(windows.map(({ coinId, item }) => item.update((list) => [...list, coinId])));
    expect([...(await storedItem<readonly string[]>(declaration).read())].sort()).toEqual([
      'bitcoin',
      'ethereum',
    ]);
  });

  it('take no lock in a page of a site, which would see it', async () => {
    vi.stubGlobal('location', { protocol: 'https:' });
    vi.stubGlobal('navigator', {
      locks: { request: () => Promise.reject(new Error('the site sees this lock')) },
    });
    const item = storedItem<readonly string[]>(declaration);
    expect(await item.update(() => ['bitcoin'])).toEqual(['bitcoin']);
  });
});

describe('a followed value', () => {
  beforeEach(resetFakeBrowser);
  const item = storedItem({ key: 'mn-followed', area: 'local', version: 1, schema: v.number(), fallback: 0 });
  const store = (value: number) => browser.storage.local.set({ [item.key]: { version: 1, value } });

  it('is told as it is stored, and again when it changes', async () => {
    await store(1);
    const heard: number[] = [];
    item.follow((value) => heard.push(value), new AbortController().signal);
    await vi.waitFor(() => expect(heard).toEqual([1]));
    await store(2);
    await vi.waitFor(() => expect(heard).toEqual([1, 2]));
  });

  it('is never told older than what was heard of while it was read', async () => {
    await store(1);
    const { get } = browser.storage.local;
    const late = vi.spyOn(browser.storage.local, 'get').mockImplementation(async (key) => {
      const read = await get.call(browser.storage.local, key);
      await store(2);
      return read;
    });
    const heard: number[] = [];
    item.follow((value) => heard.push(value), new AbortController().signal);
    await vi.waitFor(() => expect(heard).toEqual([2]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual([2]);
    late.mockRestore();
  });
});
