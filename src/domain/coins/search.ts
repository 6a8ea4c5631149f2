import type { Coin } from './coin.ts';
import { coinTable } from './coin-table.ts';

/** How well a coin answers a query, best first; a coin that does not answer it has no place. */
const MATCHES: readonly ((coin: SearchKey, query: string) => boolean)[] = [
  (coin, query) => coin.symbol === query || coin.name === query,
  (coin, query) => coin.symbol.startsWith(query) || coin.name.startsWith(query),
  (coin, query) => coin.name.includes(query) || coin.symbol.includes(query),
];

interface SearchKey {
  readonly coin: Coin;
  readonly symbol: string;
  readonly name: string;
}

const searchKeys: readonly SearchKey[] = coinTable.map((coin) => ({
  coin,
  symbol: coin.symbol.toLowerCase(),
  name: coin.name.toLowerCase(),
}));

/**
 * Coins for what a reader typed, by name or ticker in any case: exact ticker or name, prefix, then substring;
 * larger coins first among equals. An empty query finds none.
 */
export const searchCoins = (query: string, limit: number): Coin[] => {
  const wanted = query.trim().toLowerCase().replace(/^[$#]/, '');
  if (wanted === '') return [];
  const tiers: Coin[][] = MATCHES.map(() => []);
  for (const key of searchKeys) {
    tiers[MATCHES.findIndex((matches) => matches(key, wanted))]?.push(key.coin);
  }
  return tiers.flat().slice(0, limit);
};
