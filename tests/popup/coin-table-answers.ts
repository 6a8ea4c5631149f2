import { findCoin } from '../../src/domain/coins/coin-table.ts';
import { searchCoins } from '../../src/domain/coins/search.ts';

interface Asked {
  readonly mn: string;
  readonly request: { readonly query: string; readonly limit: number; readonly coinIds: readonly string[] };
}

/** Answers questions about the coin table as the background does, and leaves all others to `others`. */
export const withCoinTable =
  (others: (message: unknown) => unknown) =>
  (message: unknown): unknown => {
    const { mn, request } = message as Asked;
    if (mn === 'searchCoins') return searchCoins(request.query, request.limit);
    if (mn === 'readCoins') return request.coinIds.flatMap((coinId) => findCoin(coinId) ?? []);
    return others(message);
  };
