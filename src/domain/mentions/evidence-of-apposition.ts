import { isNamedAfterNoun, isSaidToBeOne, ownsCoin } from './appositions.ts';
import { isObscureWord, type Rule } from './evidence.ts';
import { isAllCapitals, isShouted, type Surroundings } from './surroundings.ts';

/** `CEL, the token issued by the lender`: the writer says what it is right after its name. */
export const saidToBeOne: Rule = {
  name: 'said to be one',
  points: 4,
  holds: ({ isVenue, letterCase, cryptoShare, around }) =>
    letterCase !== 'lower' && cryptoShare !== 'none' && isSaidToBeOne(around, isVenue),
};

/** `whose token, SAND, has fallen`, `a token known as Sushi`: or right before it. */
export const namedAfterNoun: Rule = {
  name: 'named',
  points: 4,
  holds: ({ isVenue, letterCase, around }) => !isVenue && letterCase !== 'lower' && isNamedAfterNoun(around),
};

/** `Curve’s own stablecoin`: what has a coin is a network. */
export const hasCoin: Rule = {
  name: 'has a coin',
  points: 4,
  holds: ({ isVenue, role, facts, surface, letterCase, cryptoShare, around }) =>
    !isVenue &&
    role === 'name' &&
    letterCase !== 'lower' &&
    cryptoShare !== 'none' &&
    !(facts.english === 'word' && isObscureWord(facts, surface)) &&
    ownsCoin(around),
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
  name: 'capitals',
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
