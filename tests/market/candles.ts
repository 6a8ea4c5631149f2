import type { Scenario } from './scenario.ts';

/** Prices of a span of time, in US dollars. */
export interface Candle {
  readonly openMs: number;
  readonly openUsd: number;
  readonly highUsd: number;
  readonly lowUsd: number;
  readonly closeUsd: number;
  /** Coins traded. */
  readonly volume: number;
}

/** Points of a candle that are looked at for its high and low. */
const SAMPLES = 12;
const DAY_MS = 86_400_000;
/** The part of a coin's whole trade that one spot exchange sees. */
const EXCHANGE_SHARE = 0.06;

/** The candle that begins at `openMs`; one that is not over yet ends at `nowMs`. */
export function toCandle(
  scenario: Scenario,
  coinId: string,
  openMs: number,
  lengthMs: number,
  nowMs: number,
): Candle {
  const endMs = Math.min(openMs + lengthMs, nowMs);
  const prices = Array.from({ length: SAMPLES + 1 }, (_, index) =>
    scenario.priceUsd(coinId, openMs + ((endMs - openMs) * index) / SAMPLES),
  );
  const supply = scenario.coins.find(({ id }) => id === coinId)?.supply ?? 0;
  return {
    openMs,
    openUsd: prices[0] ?? 0,
    highUsd: Math.max(...prices),
    lowUsd: Math.min(...prices),
    closeUsd: prices.at(-1) ?? 0,
    volume: (supply * 0.05 * EXCHANGE_SHARE * (endMs - openMs)) / DAY_MS,
  };
}
