/** A power of two: keys are numbers below it. */
const KEY_BITS = 15;
export const START_KEYS = 1 << KEY_BITS;
/** Any odd number spreads keys. Under this one hardly a common English word shares its bit with a form, and is looked up. */
const SPREAD = 0xa01006cf;
const LENGTH_PRIME = 0x85ebca6b;
const PAIR_PRIME = 0xc2b2ae35;

/**
 * A key of a folded token that is told by its ends and its length, so that no unit between must be read. Most words of
 * a text are then known to start no form at the price of finding their end. `second` and `secondLast` are 0 in a token
 * of one unit.
 */
export const startKey = (
  first: number,
  second: number,
  secondLast: number,
  last: number,
  length: number,
): number =>
  (Math.imul(first ^ (second << 8) ^ (secondLast << 16) ^ (last << 24), SPREAD) +
    Math.imul(length, LENGTH_PRIME)) >>>
  (32 - KEY_BITS);

/** The key of a folded token. */
export const startKeyOf = (folded: string): number => {
  const { length } = folded;
  const isSingle = length < 2;
  return startKey(
    folded.charCodeAt(0),
    isSingle ? 0 : folded.charCodeAt(1),
    isSingle ? 0 : folded.charCodeAt(length - 2),
    folded.charCodeAt(length - 1),
    length,
  );
};

/** A key of two tokens in a row, given the key of each. */
export const pairKey = (first: number, second: number): number =>
  Math.imul((first << KEY_BITS) | second, PAIR_PRIME) >>> (32 - KEY_BITS);

/** Whether a set of keys, a bit for each, holds this one. */
export const hasKey = (keys: Uint8Array, key: number): boolean =>
  (((keys[key >> 3] ?? 0) >> (key & 7)) & 1) !== 0;

/** Adds a key to such a set. */
export const addKey = (keys: Uint8Array, key: number): void => {
  keys[key >> 3] = (keys[key >> 3] ?? 0) | (1 << (key & 7));
};
