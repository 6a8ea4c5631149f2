import type { CoinId } from '../domain/coins/coin.ts';
import { findCoin } from '../domain/coins/coin-table.ts';
import type { Quote } from '../domain/market/quote.ts';

export interface CoinLabel {
  readonly symbol: string;
  readonly name: string;
}

/** How a coin is called. The table comes first, so that no name changes when a quote arrives; the id is the last resort. */
export const toCoinLabel = (coinId: CoinId, quote: Quote | null = null): CoinLabel => {
  const known = findCoin(coinId) ?? quote;
  return { symbol: known?.symbol ?? '', name: known?.name ?? coinId };
};
