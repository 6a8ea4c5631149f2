import * as v from 'valibot';
import { CoinIdSchema } from './coin.ts';

/**
 * One contract of a venue whose coin is known. A contract of a linear instrument stands for `contractSize` of the
 * venue's own units, of an inverse one for `contractSize` US dollars. A venue may scale its unit: one unit of 1000PEPE is
 * a thousand coins, its `coinsPerUnit`. Prices are per unit, so that dollars never need it.
 */
export const InstrumentSchema = v.object({
  symbol: v.string(),
  coinId: CoinIdSchema,
  contractSize: v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE)),
  inverse: v.boolean(),
  coinsPerUnit: v.pipe(v.number(), v.minValue(1)),
  /** The venue's own price of one unit when it listed the contract; null where the list does not tell. */
  markPriceUsd: v.nullable(v.number()),
});
export type Instrument = v.InferOutput<typeof InstrumentSchema>;

/** How far a venue's price may stand from the coin's before the two are taken for different coins. */
const SAME_COIN_WITHIN = 0.25;

/**
 * Whether the instrument's price fits the coin's. Tickers are not unique: a contract named like a coin may be on another
 * one. Without both prices there is nothing to hold against it.
 */
export const isOfCoin = (
  { markPriceUsd, coinsPerUnit }: Instrument,
  coinPriceUsd: number | null,
): boolean => {
  if (markPriceUsd === null || markPriceUsd <= 0 || coinPriceUsd === null) return true;
  return Math.abs(markPriceUsd / coinsPerUnit / coinPriceUsd - 1) <= SAME_COIN_WITHIN;
};
