/** The market's time: where it stood when it started, and how fast it runs since. */
export interface MarketClock {
  nowMs(): number;
  /** Moves the clock on by hand, beside its own running. */
  advance(byMs: number): void;
}

/**
 * A clock that shows `anchorMs` at its creation and then runs `speed` market milliseconds for each real one.
 * Speed 0 stands still.
 */
export function createMarketClock(anchorMs: number, speed: number): MarketClock {
  const startedAtMs = performance.now();
  let movedMs = 0;
  return {
    nowMs: () => Math.round(anchorMs + movedMs + (performance.now() - startedAtMs) * speed),
    advance(byMs) {
      movedMs += byMs;
    },
  };
}
