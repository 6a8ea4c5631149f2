import { guessCoinId } from '../guess-coin-id.ts';

const rowsOf = (file: string): readonly (readonly string[])[] =>
  file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

/** One line a coin in rank order: `Name|SYMBOL`, and `|id` where the id cannot be guessed from the name. */
export const packCoins = (coins: string): string =>
  rowsOf(coins)
    .map(([id = '', symbol = '', name = '']) =>
      [name, symbol, ...(guessCoinId(name) === id ? [] : [id])].join('|'),
    )
    .join('\n');

/** One line a venue: `id|Name|type|token`. */
export const packVenues = (venues: string): string =>
  rowsOf(venues)
    .map(([id = '', name = '', type = '', token = '']) => [id, name, type, token].join('|'))
    .join('\n');
