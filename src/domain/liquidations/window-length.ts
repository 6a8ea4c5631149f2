const HOUR_MS = 3_600_000;

/** Liquidations are told for a rolling day first: it is what stories quote and what venues' records reach back to. */
export const WINDOW_MS = 24 * HOUR_MS;

/** Every length of the rolling window, shortest first. */
export const WINDOWS_MS = [HOUR_MS, 4 * HOUR_MS, 12 * HOUR_MS, WINDOW_MS] as const;
