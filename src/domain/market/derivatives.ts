import * as v from 'valibot';
import { CoinIdSchema } from '../coins/coin.ts';

/**
 * The perpetuals of one coin at one venue. Open interest is counted once for each contract, in US dollars; the funding
 * rate is what longs pay shorts at the end of each interval, as a fraction of the position.
 */
export const DerivativesSchema = v.object({
  venueId: v.string(),
  coinId: CoinIdSchema,
  openInterestUsd: v.pipe(v.number(), v.finite(), v.minValue(0)),
  fundingRate: v.pipe(v.number(), v.finite()),
  fundingIntervalMs: v.pipe(v.number(), v.minValue(1)),
  atMs: v.number(),
});
export type Derivatives = v.InferOutput<typeof DerivativesSchema>;
