/** `live`: younger than its kind's limit. `stale`: older, shown grey with its age. `unknown`: there is no figure. */
export type Freshness = 'live' | 'stale' | 'unknown';

export type FigureKind = 'quote' | 'liquidations';

/**
 * How long a figure of each kind may be called live. A quote is asked for every two and a half minutes and CoinGecko's
 * own cache adds up to one; liquidation sums are asked for every five, and a venue closes its newest bucket late.
 */
const LIVE_FOR_MS: Record<FigureKind, number> = { quote: 5 * 60_000, liquidations: 12 * 60_000 };

/** Age in ms of a figure dated `atMs`; a figure from the future (a clock that is off) has age 0. */
export const toAgeMs = (atMs: number, nowMs: number): number => Math.max(0, nowMs - atMs);

/** The one rule by which every surface tells a live figure from a stale one. */
export const toFreshness = (kind: FigureKind, atMs: number | null, nowMs: number): Freshness => {
  if (atMs === null) return 'unknown';
  return toAgeMs(atMs, nowMs) <= LIVE_FOR_MS[kind] ? 'live' : 'stale';
};
