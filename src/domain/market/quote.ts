import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';

const Positive = v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE));
/** Nothing can lose more than all of itself. */
const Fraction = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(-1)));
const Time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A source, and when what it said was true. */
const OriginSchema = v.object({ source: v.string(), atMs: Time });
export type Origin = v.InferOutput<typeof OriginSchema>;

/**
 * The price of one coin in US dollars and what moves with it. Changes are fractions (0.062 is +6.2 %), measured in the
 * currency that the source was asked in; low, high and line are that currency's at its present rate to the dollar.
 * `atMs` is the source's own time of the figure, `receivedAtMs` ours; null means that the source did not say.
 */
export const QuoteSchema = v.object({
  coinId: CoinIdSchema,
  symbol: v.string(),
  name: v.string(),
  rank: v.nullable(v.pipe(v.number(), v.integer())),
  priceUsd: Positive,
  change1h: Fraction,
  change24h: Fraction,
  change7d: Fraction,
  low24hUsd: v.nullable(Positive),
  high24hUsd: v.nullable(Positive),
  /** Prices of the last seven days, oldest first, evenly spaced; empty when the source has none. */
  sparkline7dUsd: v.array(Positive),
  /** Traded in 24 hours as far as the source sees it; null or left out when it does not say. */
  volume24hUsd: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))),
  /** Price times coins in circulation, in dollars; null or left out when the source does not say. */
  marketCapUsd: v.optional(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)))),
  /** For a price made in USDT: the dollars of one USDT that it was converted with; null when nobody told them. */
  usdtUsd: v.optional(v.nullable(Positive)),
  source: v.string(),
  atMs: Time,
  receivedAtMs: Time,
  /** Where changes, range, line, volume and market value come from, when not from the source of the price. */
  changesFrom: v.optional(OriginSchema),
  /** Where the line alone comes from, when it is older than the changes. */
  lineFrom: v.optional(OriginSchema),
});
export type Quote = v.InferOutput<typeof QuoteSchema>;
