import type { Coin, CoinId } from './coin.ts';
import { guessCoinId } from './guess-coin-id.ts';
import { packedCoins } from './packed-coins.ts';

/** Every coin of the embedded list in rank order. Ranks past 250 are approximate: they are the list's own order. */
export const coinTable: readonly Coin[] = packedCoins.split('\n').map((line, index) => {
  const [name = '', symbol = '', id = guessCoinId(name)] = line.split('|');
  return { id, symbol, name, rank: index + 1 };
});

const coinById: ReadonlyMap<CoinId, Coin> = new Map(coinTable.map((coin) => [coin.id, coin]));

/** The embedded coin with this CoinGecko id, or null when the list does not know it. */
export const findCoin = (id: CoinId): Coin | null => coinById.get(id) ?? null;

/** What the embedded list calls a coin; the id of one that it does not know. */
export const toListedName = (id: CoinId): string => findCoin(id)?.name ?? id;

/** Ids of the `count` largest coins, largest first. */
export const topCoinIds = (count: number): readonly CoinId[] =>
  coinTable.slice(0, count).map((coin) => coin.id);
