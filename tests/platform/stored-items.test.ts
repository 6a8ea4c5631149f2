import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import type { StoredItem } from '../../src/platform/stored-item.ts';
import * as exported from '../../src/platform/stored-items.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

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

it('every value has a name of its own', () => {
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});
