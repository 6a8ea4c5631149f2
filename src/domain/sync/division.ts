import type { Parts } from './cells.ts';

/** How a value is taken apart, so that changes of two machines to different parts are both kept, and put together again. */
export interface Division<T> {
  toParts(value: T): Parts;
  /** What the value's schema is then asked about. */
  fromParts(parts: Parts): unknown;
}

const ORDER = 'order';
const ENTRY = 'entry ';

/** Field by field. */
export const byField = <T extends object>(): Division<T> => ({
  toParts: (value) => Object.fromEntries(Object.entries(value)),
  fromParts: (parts) => parts,
});

/**
 * Entry by entry, with the order as a part of its own: the later order counts, and what it does not name comes last.
 */
export const byEntry = <Entry>(toKey: (entry: Entry) => string): Division<readonly Entry[]> => ({
  toParts: (list) => ({
    ...Object.fromEntries(list.map((entry) => [ENTRY + toKey(entry), entry])),
    [ORDER]: list.map(toKey),
  }),

  fromParts(parts) {
    const order = Array.isArray(parts[ORDER]) ? parts[ORDER].map((key) => ENTRY + String(key)) : [];
    const others = Object.keys(parts).filter((name) => name.startsWith(ENTRY) && !order.includes(name));
    return [...order, ...others.sort()].flatMap((name) => (name in parts ? [parts[name]] : []));
  },
});
