import * as v from 'valibot';
import { type CoinId, CoinIdSchema } from './coin.ts';
import coinIdByBase from './instrument-bases.json' with { type: 'json' };

/**
 * One perpetual of a venue. A contract of a linear instrument stands for `contractSize` coins, of an inverse one for
 * `contractSize` US dollars.
 */
export const InstrumentSchema = v.object({
  symbol: v.string(),
  coinId: CoinIdSchema,
  contractSize: v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE)),
  inverse: v.boolean(),
});
export type Instrument = v.InferOutput<typeof InstrumentSchema>;

const coinIds = new Map<string, CoinId>(Object.entries(coinIdByBase));

/**
 * The coin behind the base leg of a perpetual (`BTC` of `BTC_USDT`) at venues that do not put a multiplier into the
 * name; null for stocks, metals and everything else that is no known coin.
 * Facts: public instrument lists of the venues, 2025-12 to 2026-07.
 */
export const findCoinIdOfBase = (base: string): CoinId | null => coinIds.get(base) ?? null;
