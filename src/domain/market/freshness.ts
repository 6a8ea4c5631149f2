/** `live`: younger than its kind's limit. `stale`: older, shown grey with its age. `unknown`: there is no figure. */
export type Freshness = 'live' | 'stale' | 'unknown';

export type FigureKind = 'quote' | 'liquidations' | 'derivatives';

/**
 * How long a figure of each kind may be called live. CoinGecko is asked every four minutes and its own cache adds up to
 * one; liquidation sums are asked for every five, and a venue closes its newest bucket late.
 */
const LIVE_FOR_MS: Record<FigureKind, number> = {
  quote: 6 * 60_000,
  liquidations: 12 * 60_000,
  derivatives: 25 * 60_000,
};

/** Exchanges are asked every few seconds: what is a minute old there is no longer the price. */
const QUOTE_LIVE_FOR_MS: Readonly<Record<string, number>> = { binance: 60_000, coinbase: 60_000 };

/** Age in ms of a figure dated `atMs`; a figure from the future (a clock that is off) has age 0. */
export const toAgeMs = (atMs: number, nowMs: number): number => Math.max(0, nowMs - atMs);

/**
 * The one rule by which every surface tells a live figure from a stale one, by kind and, for quotes, by source. Both
 * times are true times: see `toClockSkewMs` for a machine whose clock is off.
 */
export const toFreshness = (
  kind: FigureKind,
  atMs: number | null,
  nowMs: number,
  source?: string,
): Freshness => {
  if (atMs === null) return 'unknown';
  const ofSource = kind === 'quote' && source !== undefined ? QUOTE_LIVE_FOR_MS[source] : undefined;
  return toAgeMs(atMs, nowMs) <= (ofSource ?? LIVE_FOR_MS[kind]) ? 'live' : 'stale';
};
