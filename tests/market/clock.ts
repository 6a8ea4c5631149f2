/** The market's time: where it stood when it started, and how fast it runs since. */
export interface MarketClock {
  nowMs(): number;
}

/**
 * A clock that shows `anchorMs` at its creation and then runs `speed` market milliseconds for each real one.
 * Speed 0 stands still.
 */
export function createMarketClock(anchorMs: number, speed: number): MarketClock {
  const startedAtMs = performance.now();
  return { nowMs: () => Math.round(anchorMs + (performance.now() - startedAtMs) * speed) };
}
