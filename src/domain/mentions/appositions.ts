import { type Surroundings, smallWordAt } from './surroundings.ts';
import { CHAIN_WORDS, COIN_WORDS, KIND_WORDS, NETWORK_WORDS, TOKEN_WORDS } from './trade-words.ts';
import { wordSet } from './word-set.ts';

const OPENING_ARTICLES = wordSet('the a an its their');
const COIN_NOUNS = wordSet(
  'token coin memecoin altcoin stablecoin cryptocurrency crypto blockchain protocol network ledger chain layer-1 layer-2 dex',
);
const EXCHANGE_NOUNS = wordSet('exchange exchanges marketplace platform');
const NAMING_WORDS = wordSet('known called named dubbed ticker');

/** How many words may stand between an article and the noun that says what a thing is. */
const MAX_ATTRIBUTES = 4;

/** Where the word ends that starts at `from`; marks within a word (`lady’s`, `layer-1`) are part of it. */
const wordEnd = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !' ,.;:()—–!?'.includes(text.charAt(at))) at += 1;
  return at;
};

/** Whether one of these nouns comes within a few words of `from`, with no mark between. */
const reachesNoun = (text: string, from: number, nouns: ReadonlySet<string>): boolean => {
  let at = from;
  for (let count = 0; count <= MAX_ATTRIBUTES; count += 1) {
    const end = wordEnd(text, at);
    if (nouns.has(text.slice(at, end).toLowerCase())) return true;
    if (text.charAt(end) !== ' ') return false;
    at = end + 1;
  }
  return false;
};

const WHOSE_END = ', whose '.length;

/** `NEAR, whose validators`: what only coins and networks have. */
const isCoinsOwn = (word: string): boolean =>
  COIN_WORDS.has(word) || CHAIN_WORDS.has(word) || NETWORK_WORDS.has(word);

const startsWithNoun = (after: string, nouns: ReadonlySet<string>): boolean => {
  if (!after.startsWith(', ')) return false;
  if (after.startsWith(', whose ')) return isCoinsOwn(smallWordAt(after, WHOSE_END));
  const article = smallWordAt(after, 2);
  return OPENING_ARTICLES.has(article) && reachesNoun(after, article.length + 3, nouns);
};

/** `CEL, the token issued by the lender`, `Theta, a video network`. */
export const isSaidToBeCoin = ({ after }: Surroundings): boolean => startsWithNoun(after, COIN_NOUNS);

/** `Kraken, the San Francisco exchange`. */
export const isSaidToBeExchange = ({ after }: Surroundings): boolean => startsWithNoun(after, EXCHANGE_NOUNS);

/** `whose token, SAND, has fallen`, `a token known as Sushi`. */
export const isNamedAfterNoun = (around: Surroundings): boolean => {
  const { gapBefore, previousWord, after } = around;
  if (gapBefore === ', ') return TOKEN_WORDS.has(previousWord.toLowerCase()) && after.startsWith(',');
  const [naming = '', noun = ''] = around.nearWords().before;
  return (
    (around.adjoiningBefore === 'as' || NAMING_WORDS.has(around.adjoiningBefore)) &&
    NAMING_WORDS.has(naming.toLowerCase()) &&
    KIND_WORDS.has(noun.toLowerCase())
  );
};

/** `Curve’s own stablecoin`, `Pi Network’s native token`: what has a coin is a network. */
export const ownsCoin = ({ isPossessive, after }: Surroundings): boolean =>
  isPossessive && after.startsWith(' ') && reachesNoun(after, 1, TOKEN_WORDS);
