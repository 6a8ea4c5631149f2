import * as v from 'valibot';

/** How exact the time of a past price is. */
export const GranularitySchema = v.picklist(['minute', 'five-minutes', 'hour', 'day']);
export type Granularity = v.InferOutput<typeof GranularitySchema>;

const Positive = v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE));

/** A price of the past: it never changes. `atMs` is when it was true, which is not always the minute asked for. */
export const PriceAtSchema = v.object({
  priceUsd: Positive,
  atMs: v.number(),
  granularity: GranularitySchema,
  source: v.string(),
  /** For a price made in USDT: the dollars of one USDT in that minute; null when nobody told them. */
  usdtUsd: v.optional(v.nullable(Positive)),
});
export type PriceAt = v.InferOutput<typeof PriceAtSchema>;

const MINUTE_MS = 60_000;

export const toMinuteMs = (atMs: number): number => Math.floor(atMs / MINUTE_MS) * MINUTE_MS;

/** The name of a spacing of prices, in ms. */
export const toGranularity = (spacingMs: number): Granularity => {
  if (spacingMs <= 1.5 * MINUTE_MS) return 'minute';
  if (spacingMs <= 15 * MINUTE_MS) return 'five-minutes';
  return spacingMs <= 3 * 60 * MINUTE_MS ? 'hour' : 'day';
};
