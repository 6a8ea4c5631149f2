import { isNamedAfterNoun, isSaidToBeCoin, isSaidToBeExchange, ownsCoin } from './appositions.ts';
import { isObscureWord, type Rule } from './evidence.ts';
import { isAllCapitals, isShouted, type Surroundings } from './surroundings.ts';
import { wordSet } from './word-set.ts';

/** `CEL, the token issued by the lender`: the writer says what it is right after its name. */
export const saidToBeOne: Rule = {
  name: 'said to be one',
  points: 4,
  holds: ({ isVenue, letterCase, cryptoShare, around }) =>
    letterCase !== 'lower' &&
    cryptoShare !== 'none' &&
    (isVenue ? isSaidToBeExchange(around) : isSaidToBeCoin(around)),
};

/** `whose token, SAND, has fallen`, `a token known as Sushi`: or right before it. */
export const namedAfterNoun: Rule = {
  name: 'named after its kind',
  points: 4,
  holds: ({ isVenue, letterCase, around }) => !isVenue && letterCase !== 'lower' && isNamedAfterNoun(around),
};

/** `Curve’s own stablecoin`: what has a coin is a network. */
export const hasCoin: Rule = {
  name: 'has a coin of its own',
  points: 4,
  holds: ({ isVenue, role, facts, surface, letterCase, cryptoShare, around }) =>
    !isVenue &&
    role === 'name' &&
    letterCase !== 'lower' &&
    cryptoShare !== 'none' &&
    !(facts.english === 'word' && isObscureWord(facts, surface)) &&
    ownsCoin(around),
};

const FALLS = wordSet('collapse implosion demise crash depegging failure downfall');

/** `the collapse of Terra`: it is remembered for how it ended. */
export const collapsed: Rule = {
  name: 'its collapse',
  points: 2,
  holds: ({ role, letterCase, cryptoShare, around }) =>
    role === 'name' &&
    letterCase !== 'lower' &&
    cryptoShare === 'much' &&
    around.adjoiningBefore === 'of' &&
    FALLS.has(around.nearWords().before[0]?.toLowerCase() ?? ''),
};

/** What is issued on networks and nowhere else. */
const ISSUED = wordSet(
  'usdt usdc usde usds dai token tokens stablecoin stablecoins memecoin memecoins nfts dapps',
);

/** `$1B of USDT on TRON`: tokens are issued on networks. */
export const issuedOnIt: Rule = {
  name: 'tokens are issued on it',
  points: 3,
  holds: ({ isVenue, letterCase, around }) =>
    !isVenue &&
    letterCase !== 'lower' &&
    around.adjoiningBefore === 'on' &&
    ISSUED.has(around.nearWords().before[0]?.toLowerCase() ?? ''),
};

/** `LEARN MORE NEAR YOU`: a few words may be shouted in a text that is not. */
const isAmongCapitals = ({
  adjoiningBefore,
  previousWord,
  adjoiningAfter,
  nextWord,
}: Surroundings): boolean =>
  (adjoiningBefore.length > 1 && isAllCapitals(previousWord)) ||
  (adjoiningAfter.length > 1 && isAllCapitals(nextWord));

/** `NEAR, whose developers`: an everyday word that stands in capitals amid small letters is a ticker. */
export const capitalsAmidSmall: Rule = {
  name: 'capitals amid small letters',
  points: 3,
  holds: ({ role, facts, letterCase, cryptoShare, around }) =>
    role === 'ticker' &&
    letterCase === 'upper' &&
    facts.english === 'word' &&
    facts.prominence !== 'minor' &&
    cryptoShare === 'much' &&
    !isAmongCapitals(around) &&
    !isShouted(around),
};
