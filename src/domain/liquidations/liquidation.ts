import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';

/** The side of the position that was closed by force: a long liquidation is a forced sale. */
export const LiquidationSideSchema = v.picklist(['long', 'short']);
export type LiquidationSide = v.InferOutput<typeof LiquidationSideSchema>;

/**
 * What a venue lets anybody see. `complete`: every liquidation. `sampled`: the venue says itself that its feed is not
 * the total.
 */
const FeedKindSchema = v.picklist(['complete', 'sampled']);
export type FeedKind = v.InferOutput<typeof FeedKindSchema>;

/**
 * How a feed reaches back. `record`: the venue keeps one that can be asked. `stream`: only what is heard while listening.
 * `key`: an aggregator tells the venue's hours to whoever has a key.
 */
const FeedMemorySchema = v.picklist(['record', 'stream', 'key']);
export type FeedMemory = v.InferOutput<typeof FeedMemorySchema>;

/** More than the open interest of every market together: such a size is in the wrong unit. */
export const MOST_USD = 1e11;

const Dollars = v.pipe(v.number(), v.finite(), v.minValue(0));
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One forced order. `notionalUsd` is exact to the cent. */
export const LiquidationSchema = v.object({
  venueId: v.string(),
  coinId: CoinIdSchema,
  side: LiquidationSideSchema,
  notionalUsd: Dollars,
  atMs: Time,
});
export type Liquidation = v.InferOutput<typeof LiquidationSchema>;

/** What one venue saw of one coin in a window, in US dollars by side of the position closed, and how much of it it saw. */
export const LiquidationTotalSchema = v.object({
  venueId: v.string(),
  coinId: CoinIdSchema,
  longUsd: Dollars,
  shortUsd: Dollars,
  /** Null where no single order was seen. */
  largest: v.nullable(LiquidationSchema),
  /** The first and the last moment of the window that was really covered. */
  fromMs: Time,
  untilMs: Time,
  /** How much of the window was covered, gaps left out. */
  coveredMs: Dollars,
  feed: FeedKindSchema,
  memory: FeedMemorySchema,
});
export type LiquidationTotal = v.InferOutput<typeof LiquidationTotalSchema>;
