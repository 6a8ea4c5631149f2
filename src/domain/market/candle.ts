/** Prices of one span of time that begins at `atMs`, in the currency of the market they were made in. */
export interface Candle {
  readonly atMs: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** Whether a candle can be one: positive prices, open and close between low and high. */
export const isSoundCandle = ({ atMs, open, high, low, close }: Candle): boolean =>
  Number.isSafeInteger(atMs) && low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
