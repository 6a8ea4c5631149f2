import * as v from 'valibot';

/** A CoinGecko coin id: the one key under which every source's figures meet. Tickers are not unique, ids are. */
export const CoinIdSchema = v.pipe(v.string(), v.regex(/^[^\s,/?#&%]{1,128}$/));
export type CoinId = string;

/** A coin as the embedded table knows it. `rank` is by market value, 1 is the largest. */
export interface Coin {
  readonly id: CoinId;
  readonly symbol: string;
  readonly name: string;
  readonly rank: number;
}
