import { acts } from './acts.ts';
import { isEverydayWord, isObscureWord, type Objection, type Scene } from './evidence.ts';
import { isFirmOrPlace } from './firms-and-places.ts';
import { isInHeadlineCase } from './headline-case.ts';
import { isHomonymNear } from './homonyms.ts';
import { isFirstName, speaks } from './people.ts';
import { saysLevel } from './price-moves.ts';
import { isListedStock, isShortForName, speaksOfStocks } from './stocks.ts';
import {
  isAllCapitals,
  isFollowedByCapital,
  isPrecededByCapital,
  isTitleCased,
  type Surroundings,
  startsSentence,
} from './surroundings.ts';
import { isPastAscii } from './tokenize.ts';
import {
  ARTICLES,
  CHAIN_WORDS,
  COIN_WORDS,
  COMPLEMENTS,
  EXCHANGE_WORDS,
  KIND_WORDS,
  LEADING_WORDS,
  NETWORK_WORDS,
  TOKEN_WORDS,
} from './trade-words.ts';

const CODE_BEFORE = /[_\\@`{]\$?$|\/\/|^[.~]?\//;
const CODE_AFTER = /^(_(?!(usd|btc|eth|perp))|[({[]\w*[=)\]}]|`|\\|:\/\/)/i;
const MARKS_BEFORE = ['_', '\\', '@', '`', '{', '/'];
const MARKS_AFTER = ['_', '(', '{', '[', '`', '\\', ':'];

/** Most text touches no such mark, and pays for no expression then. */
const touchesCode = ({ touchingBefore, after }: Surroundings): boolean =>
  (MARKS_BEFORE.some((mark) => touchingBefore.includes(mark)) && CODE_BEFORE.test(touchingBefore)) ||
  (MARKS_AFTER.includes(after.charAt(0)) && CODE_AFTER.test(after));

/** `Rally Sparks Outflows`: an everyday word with an ending is that word, or its verb. */
const wordWithEnding: Objection = {
  points: -5,
  holds: ({ isInflected, facts, surface }) =>
    isInflected && !isPastAscii(surface) && isEverydayWord(facts, surface),
};

/** Where every word has a capital, a capital says nothing. A list of tickers is no shouting, though. */
const headlineCase: Objection = {
  points: -2,
  holds: (scene) => isEverydayWord(scene.facts, scene.surface) && !scene.isListed && isInHeadlineCase(scene),
};

/** `Helium founder`, `Dash validators`: a noun that networks have makes a name of the word before it. */
const qualifiesNetworkNoun = ({ adjoiningAfter }: Surroundings): boolean =>
  NETWORK_WORDS.has(adjoiningAfter) ||
  CHAIN_WORDS.has(adjoiningAfter) ||
  TOKEN_WORDS.has(adjoiningAfter) ||
  adjoiningAfter === 'treasury' ||
  adjoiningAfter === 'etf';

/** Every first word has a capital. */
const sentenceStart: Objection = {
  points: -2,
  holds: ({ role, isVenue, letterCase, facts, surface, cryptoShare, around }) =>
    role === 'name' &&
    isEverydayWord(facts, surface) &&
    letterCase === 'title' &&
    startsSentence(around) &&
    !(cryptoShare === 'much' && qualifiesNetworkNoun(around)) &&
    (isObscureWord(facts, surface) || !acts(around, isVenue)),
};

/** `the ADA ruling`, `the DAI probe`: coins take no article, save before what is said to be theirs. */
const articlePrecedes: Objection = {
  points: -3,
  holds: ({ facts, letterCase, isUncased, cryptoShare, isBesideOwnForm, around }) =>
    facts.tickerTier !== '' &&
    facts.tickerTier !== 'any-case' &&
    (isUncased || (letterCase === 'upper' && cryptoShare !== 'much')) &&
    !isBesideOwnForm &&
    ARTICLES.has(around.adjoiningBefore) &&
    !COIN_WORDS.has(around.adjoiningAfter) &&
    !CHAIN_WORDS.has(around.adjoiningAfter) &&
    !NETWORK_WORDS.has(around.adjoiningAfter),
};

/** Capitals tell only of the writing where a coin is meant by its letters, or by a name that is nothing else. */
const mayBeLongerName = ({ role, letterCase, facts, surface, cryptoShare }: Scene): boolean => {
  if (role === 'ticker' || letterCase === 'upper') return facts.tickerTier !== 'any-case';
  return letterCase === 'title' && (isEverydayWord(facts, surface) || cryptoShare === 'none');
};

const isFollowedByName = (scene: Scene): boolean => {
  const { adjoiningAfter } = scene.around;
  return (
    isFollowedByCapital(scene.around) &&
    (scene.cryptoShare === 'none' || !COIN_WORDS.has(adjoiningAfter)) &&
    !EXCHANGE_WORDS.has(adjoiningAfter) &&
    mayBeLongerName(scene)
  );
};

const isPrecededByName = (scene: Scene): boolean =>
  !scene.isVenue &&
  scene.role === 'name' &&
  scene.letterCase === 'title' &&
  isPrecededByCapital(scene.around) &&
  !startsSentence(scene.around) &&
  !KIND_WORDS.has(scene.around.adjoiningBefore) &&
  !LEADING_WORDS.has(scene.around.adjoiningBefore) &&
  mayBeLongerName(scene);

/** `Polygon Pictures`, `Ada Lovelace`, `BTG Pactual`: part of a longer name that is not the coin's. */
const partOfLongerName: Objection = {
  points: -4,
  holds: (scene) =>
    (isFollowedByName(scene) || isPrecededByName(scene)) &&
    (!isTitleCased(scene.around) || (scene.cryptoShare === 'none' && startsSentence(scene.around))),
};

/** `Jasmy Ortega, an analyst`: people bear the names of coins. Hardly anyone bears a large one's. */
const firstName: Objection = {
  points: -6,
  holds: ({ role, letterCase, facts, around }) =>
    role === 'name' && letterCase === 'title' && facts.prominence !== 'large' && isFirstName(around),
};

/** `Pepe said the club would keep him`: networks speak in stories about crypto, elsewhere people do. */
const speaksElsewhere: Objection = {
  points: -4,
  holds: ({ role, around, cryptoShare }) => role === 'name' && cryptoShare === 'none' && speaks(around),
};

/** `Optimism about a cut`, `the Maker of the device`: a noun with its complement. */
const complementFollows: Objection = {
  points: -8,
  holds: ({ role, facts, surface, around }) =>
    role === 'name' && isEverydayWord(facts, surface) && COMPLEMENTS.has(around.adjoiningAfter),
};

/** `Little Pepe (LILPEPE)`: a longer name with a ticker of its own is another coin. */
const hasAnotherTicker: Objection = {
  points: -8,
  holds: (scene) => scene.role === 'name' && scene.isForeignName,
};

/**
 * Identifiers, paths and addresses are made of words without meaning them. Scripts without spaces put a ticker's bracket
 * right after its name, as a call does: 리플(XRP).
 */
const insideCode: Objection = {
  points: -9,
  holds: ({ around, isBesideOwnForm }) =>
    touchesCode(around) && !(isBesideOwnForm && around.after.startsWith('(')),
};

/** The words around belong to what else the form means: the law, the language, the agency. */
const homonymNear: Objection = {
  points: -5,
  holds: isHomonymNear,
};

/** `Immigration and Customs Enforcement (ICE)`: the text itself says what the letters stand for. */
const speltOutOtherwise: Objection = {
  points: -6,
  holds: ({ role, isSpeltOutOtherwise }) => role === 'ticker' && isSpeltOutOtherwise,
};

/** `OIL NEAR $80`, `Holds Near $200`: in a headline the word says where a price stands. */
const saysWhereItStands: Objection = {
  points: -9,
  holds: (scene) =>
    saysLevel(scene.surface, scene.around.after) &&
    (isInHeadlineCase(scene) ||
      scene.isUncased ||
      (scene.letterCase === 'upper' && isAllCapitals(scene.around.previousWord))),
};

/** `Icon plc`, `Solana Beach`, `Cosmos café`: firms and places bear the same names. */
const firmOrPlace: Objection = {
  points: -6,
  holds: ({ isVenue, letterCase, around }) => !isVenue && letterCase !== 'lower' && isFirmOrPlace(around),
};

/** Dai is a chef and Ondo an aunt where nothing else speaks of crypto: there a spelling alone makes no coin. */
const outsideCrypto: Objection = {
  points: -2,
  holds: ({ role, cryptoShare, facts, surface, isBesideOwnForm, around }) =>
    role === 'name' &&
    cryptoShare === 'none' &&
    !(facts.english === 'word' && isEverydayWord(facts, surface)) &&
    !facts.nameTier.endsWith('context') &&
    !isBesideOwnForm &&
    !around.before.endsWith('$'),
};

/** `Seagate (STX)`, `shares in Velo`: stocks have letters and names of coins too. */
const stock: Objection = {
  points: -4,
  holds: ({ role, isVenue, cryptoShare, isBesideOwnForm, around }) =>
    !isVenue &&
    !isBesideOwnForm &&
    ((role === 'ticker' && (isListedStock(around) || (cryptoShare !== 'much' && isShortForName(around)))) ||
      (cryptoShare === 'none' && speaksOfStocks(around))),
};

/** `in the near term`: only a text about crypto can do without capitals. */
const uncasedElsewhere: Objection = {
  points: -9,
  holds: ({ isUncased, cryptoShare }) => isUncased && cryptoShare !== 'much',
};

/** `Stablecoins Flow to Solana`: in a headline an everyday word after a plural is a verb. */
const verbOfHeadline: Objection = {
  points: -6,
  holds: (scene) =>
    scene.around.adjoiningBefore.endsWith('s') &&
    KIND_WORDS.has(scene.around.adjoiningBefore) &&
    isEverydayWord(scene.facts, scene.surface) &&
    !scene.isListed &&
    isInHeadlineCase(scene),
};

/** Letters that are a coin’s may be anybody’s: a figure near them is not enough. */
const lettersElsewhere: Objection = {
  points: -1,
  holds: ({ role, facts, cryptoShare }) =>
    role === 'ticker' && cryptoShare === 'none' && facts.english === '' && facts.tickerTier === 'upper',
};

/** Rules that speak against one. */
export const RULES_AGAINST: readonly Objection[] = [
  speltOutOtherwise,
  hasAnotherTicker,
  homonymNear,
  insideCode,
  firstName,
  speaksElsewhere,
  outsideCrypto,
  lettersElsewhere,
  verbOfHeadline,
  uncasedElsewhere,
  stock,
  wordWithEnding,
  partOfLongerName,
  firmOrPlace,
  complementFollows,
  articlePrecedes,
  saysWhereItStands,
  headlineCase,
  sentenceStart,
];
