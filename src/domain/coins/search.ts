import type { Coin } from './coin.ts';
import { coinTable } from './coin-table.ts';

/** How well a coin answers a query, best first; a coin that does not answer it has no place. */
const MATCHES: readonly ((coin: SearchKey, query: string) => boolean)[] = [
  (coin, query) => coin.symbol === query || coin.name === query,
  (coin, query) => coin.symbol.startsWith(query) || coin.name.startsWith(query),
  (coin, query) => coin.name.includes(query) || coin.symbol.includes(query),
];

const SHORTEST_WITH_TYPO = 4;

/** Whether one letter too many, missing, wrong or swapped with its neighbour makes the one word of the other. */
const isOneTypoFrom = (written: string, meant: string): boolean => {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start += 1;
  let end = 0;
  const shorter = Math.min(written.length, meant.length);
  while (end < shorter - start && written[written.length - 1 - end] === meant[meant.length - 1 - end])
    end += 1;
  const left = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  const isSwapped = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return (left.length <= 1 && right.length <= 1) || isSwapped;
};

/** The same of a name that may not have been typed to its end. */
const isMistypedStart = (written: string, name: string): boolean =>
  written.length >= SHORTEST_WITH_TYPO &&
  [1, 0].some((more) => isOneTypoFrom(written, name.slice(0, written.length + more).trim()));

/** A name of several words may have a typo in each. */
const isMistypedInWords = (words: readonly string[], name: string): boolean => {
  const meant = name.split(' ');
  return words.every((word, at) => {
    const ofName = meant[at] ?? '';
    return ofName.startsWith(word) || isMistypedStart(word, ofName);
  });
};

/** A mistyped name still finds its coin, but only where nothing is spelled as typed. */
const isMistyped = ({ name }: SearchKey, query: string): boolean =>
  isMistypedStart(query, name) || isMistypedInWords(query.split(/\s+/), name);

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
 * larger coins first among equals. Where nothing is spelled so, names that are one typo away in each word. An empty query finds none.
 */
export const searchCoins = (query: string, limit: number): Coin[] => {
  const wanted = query.trim().toLowerCase().replace(/^[$#]/, '');
  if (wanted === '') return [];
  const tiers: Coin[][] = MATCHES.map(() => []);
  for (const key of searchKeys) {
    tiers[MATCHES.findIndex((matches) => matches(key, wanted))]?.push(key.coin);
  }
  const found = tiers.flat();
  const answers =
    found.length > 0 ? found : searchKeys.filter((key) => isMistyped(key, wanted)).map((key) => key.coin);
  return answers.slice(0, limit);
};
