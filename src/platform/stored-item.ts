import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

export type StorageAreaName = 'session' | 'local' | 'sync';

export interface StoredItemDeclaration<T> {
  readonly key: `mn-${string}`;
  readonly area: StorageAreaName;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  /** What a reader has who never stored anything, and what stands in for data that does not fit the schema. */
  readonly fallback: T;
}

/** One value in the browser's storage, checked whenever it is read. */
export interface StoredItem<T> {
  readonly key: string;
  readonly area: StorageAreaName;
  read(): Promise<T>;
  /** Replaces the value by what `change` makes of it. Changes made in one context run one after another. */
  update(change: (value: T) => T): Promise<T>;
  /** Calls back with every new value, whoever wrote it, until the signal aborts. */
  watch(listener: (value: T) => void, signal: AbortSignal): void;
}

/** Declares a stored value. Nothing is read or written until it is used. */
export const storedItem = <T>(declaration: StoredItemDeclaration<T>): StoredItem<T> => {
  const { key, area, version, schema, fallback } = declaration;
  const stored = v.object({ version: v.literal(version), value: schema });
  let warned = false;
  /** A full disk must not lose what the reader just did: until a write succeeds the value lives here. */
  let unsaved: { value: T } | null = null;
  let lastChange: Promise<unknown> = Promise.resolve();

  const warn = (what: string, cause: unknown): void => {
    if (!warned) console.warn(`Margin Notes: ${key} ${what}`, cause);
    warned = true;
  };

  const parse = (raw: unknown): T => {
    if (raw === undefined) return fallback;
    const parsed = v.safeParse(stored, raw);
    if (parsed.success) return parsed.output.value;
    warn('holds data that does not fit; the default is used.', parsed.issues[0].message);
    return fallback;
  };

  const read = async (): Promise<T> => {
    if (unsaved) return unsaved.value;
    try {
      return parse((await browser.storage[area].get(key))[key]);
    } catch (error) {
      warn('cannot be read; the default is used.', error);
      return fallback;
    }
  };

  const write = async (value: T): Promise<void> => {
    try {
      await browser.storage[area].set({ [key]: { version, value } });
      unsaved = null;
    } catch (error) {
      unsaved = { value };
      warn('cannot be stored; it is kept until the browser closes.', error);
    }
  };

  return {
    key,
    area,
    read,

    update(change) {
      const changed = lastChange.then(async () => {
        const before = await read();
        const after = change(before);
        if (after !== before) await write(after);
        return after;
      });
      lastChange = changed.catch(() => undefined);
      return changed;
    },

    watch(listener, signal) {
      const onChanged = (changes: Record<string, Storage.StorageChange>, changedArea: string): void => {
        const change = changes[key];
        if (changedArea === area && change) listener(parse(change.newValue));
      };
      browser.storage.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
    },
  };
};
