/** Prices of one span of time that begins at `atMs`, in the currency of the market they were made in. */
export interface Candle {
  readonly atMs: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}
