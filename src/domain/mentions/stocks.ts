import { isAllCapitals, type Surroundings, startsWithCapital } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** Where stocks are listed, as written before their letters: `(NASDAQ: STX)`. */
const STOCK_MARKETS = wordSet('nasdaq nyse amex otcqb otc tsx tsxv cse lse asx');

const STOCK_WORDS = wordSet('share+ stock+ nasdaq nyse pence dividend earnings');

/** `(NASDAQ: STX)`: the writer says that the letters are a stock’s. */
export const isListedStock = ({ gapBefore, previousWord }: Surroundings): boolean =>
  gapBefore.trim() === ':' && STOCK_MARKETS.has(previousWord.toLowerCase());

/** `Seagate (STX)`: letters in brackets are short for the name before them. */
export const isShortForName = ({ gapBefore, previousWord }: Surroundings): boolean =>
  gapBefore === ' (' && startsWithCapital(previousWord) && !isAllCapitals(previousWord);

/** `Shares in Velo rose`: whether words near speak of stocks. */
export const speaksOfStocks = ({ nearWords }: Surroundings): boolean => {
  const { before, after } = nearWords();
  return [...before, ...after].some((word) => STOCK_WORDS.has(word.toLowerCase()));
};
