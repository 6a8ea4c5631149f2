import { type Surroundings, smallWordAt } from './surroundings.ts';
import { ARTICLES, COIN_WORDS, KIND_WORDS, NETWORK_WORDS, TOKEN_WORDS } from './trade-words.ts';
import { wordSet } from './word-set.ts';

const MARKETS = wordSet('exchange platform');
const NAMING_WORDS = wordSet('known called named dubbed');

/** How many words may stand between an article and the noun that says what a thing is. */
const MAX_ATTRIBUTES = 4;

/** Whether one of these nouns comes within a few words, with no mark between; `lady’s` is one word. */
const reachesNoun = (text: string, nouns: ReadonlySet<string>): boolean =>
  (text.split(/[,.;:()—–!?]/)[0] ?? '')
    .split(' ', MAX_ATTRIBUTES + 1)
    .some((word) => nouns.has(word.toLowerCase()));

/** `CEL, the token issued by the lender`, `Kraken, the exchange`, `NEAR, whose validators`. */
export const isSaidToBeOne = ({ after }: Surroundings, isVenue: boolean): boolean => {
  if (!after.startsWith(', ')) return false;
  const first = smallWordAt(after, 2);
  const rest = after.slice(first.length + 3);
  if (ARTICLES.has(first)) return reachesNoun(rest, isVenue ? MARKETS : KIND_WORDS);
  const owned = smallWordAt(rest, 0);
  return first === 'whose' && !isVenue && (COIN_WORDS.has(owned) || NETWORK_WORDS.has(owned));
};

/** `whose token, SAND, has fallen`, `a token known as Sushi`. */
export const isNamedAfterNoun = ({ gapBefore, previousWord, after, nearWords }: Surroundings): boolean => {
  if (gapBefore === ', ') return TOKEN_WORDS.has(previousWord.toLowerCase()) && after.startsWith(',');
  const [naming = '', noun = ''] = nearWords().before;
  return gapBefore === ' ' && NAMING_WORDS.has(naming.toLowerCase()) && KIND_WORDS.has(noun.toLowerCase());
};

/** `Curve’s own stablecoin`, `Pi Network’s native token`: what has a coin is a network. */
export const ownsCoin = ({ isPossessive, after }: Surroundings): boolean =>
  isPossessive && after.startsWith(' ') && reachesNoun(after.slice(1), TOKEN_WORDS);
