/** Liquidations are told for a rolling day: it is what stories quote and what venues' records reach back to. */
export const WINDOW_MS = 24 * 3_600_000;
