import type { Quote } from './quote.ts';

/** Further from CoinGecko's price than a market can be: the ticker means another coin. */
const WRONG_FROM = 0.2;
/** As near as two sources of one coin are. */
const CONFIRMED_UNTIL = 0.05;

/**
 * Whether an exchange's ticker means the coin that we take it for, by the price that CoinGecko gives for the coin's id.
 * `doubtful` lies between: it may be a wild minute or another coin, and neither proves nor disproves the pair.
 */
export type PairCheck = 'confirmed' | 'doubtful' | 'wrong';

export const checkPair = (priceUsd: number, coingecko: Quote): PairCheck => {
  const deviation = Math.abs(priceUsd / coingecko.priceUsd - 1);
  if (deviation <= CONFIRMED_UNTIL) return 'confirmed';
  return deviation >= WRONG_FROM ? 'wrong' : 'doubtful';
};
