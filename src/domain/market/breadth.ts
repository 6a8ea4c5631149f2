import * as v from 'valibot';
import type { Quote } from './quote.ts';

/** Of the largest coins those whose day is known, and how many of them are up. `atMs`: of the oldest figure among them. */
export const BreadthSchema = v.object({ up: v.number(), of: v.number(), atMs: v.number() });
export type Breadth = v.InferOutput<typeof BreadthSchema>;

/** Null when no day is known. A coin that is neither up nor down counts among those that are not up. */
export const toBreadth = (quotes: readonly Quote[]): Breadth | null => {
  const known = quotes.filter(({ change24h }) => change24h !== null);
  if (known.length === 0) return null;
  return {
    up: known.filter(({ change24h }) => (change24h ?? 0) > 0).length,
    of: known.length,
    atMs: Math.min(...known.map(({ atMs }) => atMs)),
  };
};
