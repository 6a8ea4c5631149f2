import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** What follows the reader to other machines is stored on this one too: see `synced-items.ts`. */
export type StorageAreaName = 'session' | 'local';

export interface StoredItemDeclaration<T> {
  readonly key: `mn-${string}`;
  readonly area: StorageAreaName;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  /** What a reader has who never stored anything, and what stands in for data that does not fit the schema. */
  readonly fallback: T;
  /** A value that an earlier version wrote, as the present one has it. Without it such a value counts as damaged. */
  readonly migrate?: (value: unknown, fromVersion: number) => unknown;
}

/** One value in the browser's storage, checked whenever it is read. */
export interface StoredItem<T> {
  readonly key: string;
  readonly area: StorageAreaName;
  readonly version: number;
  readonly fallback: T;
  /** The value in what was stored by this version or an earlier one; the fallback when it does not fit. */
  parse(stored: unknown): T;
  read(): Promise<T>;
  /**
   * Replaces the value by what `change` makes of it. Changes to what the disk keeps run one after another over all of the
   * extension's own pages and its background; other changes, and those made in a site's page, over one context.
   */
  update(change: (value: T) => T): Promise<T>;
  /** Calls back with every new value, whoever wrote it, until the signal aborts. */
  watch(listener: (value: T) => void, signal: AbortSignal): void;
  /** The same, and first with the value as it is stored: unless a newer one is heard of while that is read. */
  follow(listener: (value: T) => void, signal: AbortSignal): void;
}

/**
 * Two popups may change a list in the same moment, and neither change may be lost. In a site's page the locks are the
 * site's own and would tell it of us, so that none is taken there.
 */
const inTurn = <T>(key: string, change: () => Promise<T>): Promise<T> =>
  globalThis.location?.protocol.endsWith('-extension:') ? navigator.locks.request(key, change) : change();

const StoredSchema = v.object({ version: v.number(), value: v.unknown() });

/**
 * Declares a stored value. Nothing is read or written until it is used, so a script leaves out those that it never uses.
 * @__NO_SIDE_EFFECTS__
 */
export const storedItem = <T>(declaration: StoredItemDeclaration<T>): StoredItem<T> => {
  const { key, area, version, schema, fallback, migrate } = declaration;
  let warned = false;
  /** A full disk must not lose what the reader just did: until a write succeeds the value lives here. */
  let unsaved: { value: T } | null = null;
  let lastChange: Promise<unknown> = Promise.resolve();

  const warn = (what: string, cause: unknown): void => {
    if (!warned) console.warn(`Margin Notes: ${key} ${what}`, cause);
    warned = true;
  };

  const toPresent = ({ version: from, value }: v.InferOutput<typeof StoredSchema>): unknown => {
    if (from === version) return value;
    return from < version && migrate ? migrate(value, from) : undefined;
  };

  const parse = (raw: unknown): T => {
    if (raw === undefined) return fallback;
    const stored = v.safeParse(StoredSchema, raw);
    const parsed = v.safeParse(schema, stored.success ? toPresent(stored.output) : undefined);
    if (parsed.success) return parsed.output;
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

  const watch: StoredItem<T>['watch'] = (listener, signal) => {
    const onChanged = (changes: Record<string, Storage.StorageChange>, changedArea: string): void => {
      const change = changes[key];
      if (changedArea === area && change) listener(parse(change.newValue));
    };
    browser.storage.onChanged.addListener(onChanged);
    signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
  };

  return {
    key,
    area,
    version,
    fallback,
    parse,
    read,

    update(change) {
      const apply = async (): Promise<T> => {
        const before = await read();
        const after = change(before);
        if (after !== before) await write(after);
        return after;
      };
      const changed = lastChange.then(() => (area === 'local' ? inTurn(key, apply) : apply()));
      lastChange = changed.catch(() => undefined);
      return changed;
    },

    watch,

    follow(listener, signal) {
      let isHeard = false;
      watch((value) => {
        isHeard = true;
        listener(value);
      }, signal);
      void read().then((value) => !isHeard && !signal.aborted && listener(value));
    },
  };
};
