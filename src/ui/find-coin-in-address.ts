import * as v from 'valibot';
import { type CoinId, CoinIdSchema } from '../domain/coins/coin.ts';

/** The coin that the page was opened for: `bitcoin` in `#alert=bitcoin` when `name` is `alert`. Null for none. */
export const findCoinInAddress = (name: string): CoinId | null => {
  const coinId = new URLSearchParams(location.hash.slice(1)).get(name);
  return v.is(CoinIdSchema, coinId) ? coinId : null;
};
