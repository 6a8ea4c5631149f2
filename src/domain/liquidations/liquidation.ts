import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';

/** The side of the position that was closed by force: a long liquidation is a forced sale. */
export const LiquidationSideSchema = v.picklist(['long', 'short']);
export type LiquidationSide = v.InferOutput<typeof LiquidationSideSchema>;

/**
 * How much of the window a venue's figure can see.
 * `full-window`: the venue's own record covers it. `sampled`: the venue says itself that its feed is not the total.
 */
const CoverageSchema = v.picklist(['full-window', 'sampled']);

const Dollars = v.pipe(v.number(), v.finite(), v.minValue(0));
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One forced order: the largest one seen in a window, or a row on its way into a sum. */
export const LiquidationSchema = v.object({
  venueId: v.string(),
  coinId: CoinIdSchema,
  side: LiquidationSideSchema,
  notionalUsd: Dollars,
  atMs: Time,
});
export type Liquidation = v.InferOutput<typeof LiquidationSchema>;

/** What one venue saw of one coin between two times, in US dollars by side of the position closed. */
export const LiquidationTotalSchema = v.object({
  venueId: v.string(),
  coinId: CoinIdSchema,
  longUsd: Dollars,
  shortUsd: Dollars,
  /** Null where the venue publishes sums only. */
  largest: v.nullable(LiquidationSchema),
  fromMs: Time,
  untilMs: Time,
  coverage: CoverageSchema,
  receivedAtMs: Time,
});
export type LiquidationTotal = v.InferOutput<typeof LiquidationTotalSchema>;
