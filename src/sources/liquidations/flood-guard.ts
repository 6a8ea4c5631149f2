/** Tells an honest stream from one that would keep the background busy for good. */
export interface FloodGuard {
  /** Counts a message; true once there were too many within a second. */
  isFlooded(): boolean;
}

/** Bybit pushes twice a second for each of the hundred contracts that are subscribed to: ten times that is no honest second. */
const MOST_A_SECOND = 2000;
const SECOND_MS = 1000;

export const createFloodGuard = (now: () => number): FloodGuard => {
  let sinceMs = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    isFlooded() {
      const nowMs = now();
      // A clock that was set back begins a new second, too.
      if (nowMs - sinceMs >= SECOND_MS || nowMs < sinceMs) {
        sinceMs = nowMs;
        count = 0;
      }
      count += 1;
      return count > MOST_A_SECOND;
    },
  };
};
