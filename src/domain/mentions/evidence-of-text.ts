import { isEverydayWord, isObscureWord, type Rule, type Scene } from './evidence.ts';
import { isInHeadlineCase } from './headline-case.ts';
import { isHomonymNear } from './homonyms.ts';
import { startsWithMove } from './price-moves.ts';
import { startsWithQuoteLeg } from './quote-leg.ts';
import { isShouted, isTitleCased, startsSentence } from './surroundings.ts';
import { CHAIN_WORDS, COIN_WORDS } from './trade-words.ts';

/** `NEAR PRICE`, `SOL falls`: the words right after it are said of coins. */
const isTradedHere = ({ around }: Scene): boolean =>
  COIN_WORDS.has(around.adjoiningAfter) ||
  CHAIN_WORDS.has(around.adjoiningAfter) ||
  startsWithMove(around.after);

export const cashtag: Rule = {
  name: 'cashtag',
  points: 5,
  isSign: true,
  holds: ({ around }) => around.before.endsWith('$'),
};

export const tradingPair: Rule = {
  name: 'trading pair',
  points: 6,
  isSign: true,
  holds: ({ role, isGluedPair, around }) =>
    role === 'ticker' && (isGluedPair || startsWithQuoteLeg(around.after)),
};

/** `Near Protocol (NEAR)`: the writer explains one form by the other. */
export const nameWithTicker: Rule = {
  name: 'name with ticker',
  points: 6,
  isSign: true,
  holds: (scene) => scene.isBesideOwnForm,
};

/** Where every word has a capital, an everyday word is most often the word, whatever the other headlines named. */
const isWordOfHeadline = (scene: Scene): boolean =>
  isEverydayWord(scene.facts, scene.surface) &&
  isInHeadlineCase(scene) &&
  !scene.isListed &&
  !(scene.isExplainedNear && !isObscureWord(scene.facts, scene.surface)) &&
  !isTradedHere(scene);

/** `Simon's Cat (CAT)` stood earlier: the writer has said what the letters mean from there on. */
export const introduced: Rule = {
  name: 'introduced in the text',
  points: 3,
  isSign: true,
  holds: (scene) => scene.isIntroduced && !isWordOfHeadline(scene) && !isHomonymNear(scene),
};

/** `BNB, AVAX and DOT`: lists hold things of one kind. */
export const listedWithOthers: Rule = {
  name: 'listed with others',
  points: 4,
  holds: (scene) => scene.isListed,
};

/** A story that has named a coin once goes on speaking of it, save where the words around belong to another sense. */
export const foundElsewhere: Rule = {
  name: 'found elsewhere',
  points: 3,
  holds: (scene) =>
    scene.isFoundElsewhere &&
    !(scene.isUncased && isEverydayWord(scene.facts, scene.surface)) &&
    !isWordOfHeadline(scene) &&
    !isHomonymNear(scene),
};

/** `Ontology goes on: ONT has added a third`: name and ticker in one line explain each other. */
export const explainedNear: Rule = {
  name: 'explained near',
  points: 2,
  holds: (scene) => scene.isExplainedNear && !isHomonymNear(scene),
};

/** A headline is short: what else its line names says more about its words than the other headlines do. */
export const cryptoInLine: Rule = {
  name: 'crypto near',
  points: 2,
  holds: (scene) =>
    scene.isInCryptoLine &&
    scene.role === 'name' &&
    scene.letterCase !== 'lower' &&
    scene.facts.nameTier !== 'context' &&
    isInHeadlineCase(scene) &&
    !isObscureWord(scene.facts, scene.surface),
};

export const textIsAboutCrypto: Rule = {
  name: 'text about crypto',
  points: 1,
  holds: (scene) => scene.cryptoShare === 'much',
};

export const textTouchesCrypto: Rule = {
  name: 'crypto in the text',
  points: 1,
  holds: (scene) => scene.cryptoShare !== 'none',
};

/** Writers mean the large coin far more often than the small one. */
export const largeCoin: Rule = {
  name: 'large coin',
  points: 1,
  holds: ({ facts, isVenue }) => !isVenue && facts.prominence === 'large',
};

/** A capital in the middle of an ordinary sentence makes a name of a word. */
export const capitalInSentence: Rule = {
  name: 'capital inside a sentence',
  points: 1,
  holds: ({ role, facts, letterCase, isUncased, around }) =>
    role === 'name' &&
    letterCase !== 'lower' &&
    !isUncased &&
    (letterCase !== 'upper' || facts.english === '') &&
    !startsSentence(around) &&
    !isTitleCased(around) &&
    !isShouted(around),
};
