/**
 * Deterministic randomness: the same words give the same numbers on every machine and in every run,
 * and each use has its own stream, so that a new use never shifts the figures of another.
 */

/** Mixes any words and numbers into an unsigned 32-bit integer (FNV-1a with a final avalanche). */
export function hash32(...parts: readonly (string | number)[]): number {
  const text = parts.join('\u0000');
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return avalanche(hash);
}

/** A stream of numbers in [0, 1) named by its words (mulberry32). */
export function createRandom(...name: readonly (string | number)[]): () => number {
  let state = hash32(...name);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A smooth curve through random heights in [-1, 1] at the whole numbers; `seed` names the curve. */
export function smoothNoise(seed: number, x: number): number {
  const left = Math.floor(x);
  const part = x - left;
  const eased = part * part * (3 - 2 * part);
  const from = heightAt(seed, left);
  return from + (heightAt(seed, left + 1) - from) * eased;
}

function heightAt(seed: number, x: number): number {
  return avalanche(Math.imul(x, 0x9e3779b1) ^ seed) / 2 ** 31 - 1;
}

function avalanche(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
