import { isEverydayWord, type Rule } from './evidence.ts';
import { speaksOfHomonym } from './homonyms.ts';
import {
  isFollowedByCapital,
  isPrecededByCapital,
  isShouted,
  isTitleCased,
  startsSentence,
} from './surroundings.ts';
import { COIN_WORDS, EXCHANGE_WORDS, KIND_WORDS } from './trade-words.ts';

const CODE_BEFORE = /[_\\@`{]\$?$|\/\/|^[.~]?\//;
const CODE_AFTER = /^(_(?!(usd|btc|eth|perp))|[({[]\w*[=)\]}]|`|\\|:\/\/)/i;

/** Where every word has a capital, a capital says nothing. A list of tickers is no shouting, though. */
const headlineCase: Rule = {
  name: 'headline case',
  points: -2,
  holds: ({ letterCase, around, facts, surface, isListed }) =>
    isEverydayWord(facts, surface) &&
    !isListed &&
    ((letterCase === 'title' && isTitleCased(around)) || (letterCase === 'upper' && isShouted(around))),
};

/** Every first word has a capital. */
const sentenceStart: Rule = {
  name: 'sentence start',
  points: -2,
  holds: ({ role, letterCase, facts, surface, around }) =>
    role === 'name' && isEverydayWord(facts, surface) && letterCase === 'title' && startsSentence(around),
};

/** `Polygon Pictures`, `Ada Lovelace`, `BTG Pactual`: part of a longer name that is not the coin's. */
const partOfLongerName: Rule = {
  name: 'part of a longer name',
  points: -4,
  holds: ({ role, isVenue, facts, surface, letterCase, around, cryptoShare }) => {
    if (isTitleCased(around)) return false;
    const isFollowed =
      isFollowedByCapital(around) &&
      !COIN_WORDS.has(around.nextWord.toLowerCase()) &&
      !EXCHANGE_WORDS.has(around.nextWord.toLowerCase());
    if (role === 'ticker' || letterCase === 'upper') return isFollowed && facts.tickerTier !== 'any-case';
    if (letterCase !== 'title' || (!isEverydayWord(facts, surface) && cryptoShare !== 'none')) return false;
    const isPreceded =
      isPrecededByCapital(around) &&
      !startsSentence(around) &&
      !KIND_WORDS.has(around.previousWord.toLowerCase());
    return isFollowed || (isPreceded && !isVenue);
  },
};

/** `Little Pepe (LILPEPE)`: a longer name with a ticker of its own is another coin. */
const hasAnotherTicker: Rule = {
  name: 'another ticker follows',
  points: -8,
  holds: (scene) => scene.role === 'name' && scene.isForeignName,
};

/** Identifiers, paths and addresses are made of words without meaning them. */
const insideCode: Rule = {
  name: 'inside code or an address',
  points: -9,
  holds: ({ around }) => CODE_BEFORE.test(around.touchingBefore) || CODE_AFTER.test(around.after),
};

/** The words around belong to what else the form means: the law, the language, the agency. */
const homonymNear: Rule = {
  name: 'another sense near',
  points: -5,
  holds: ({ surface, around }) => speaksOfHomonym(surface, around.before + surface + around.after),
};

/** `Immigration and Customs Enforcement (ICE)`: the text itself says what the letters stand for. */
const speltOutOtherwise: Rule = {
  name: 'spelt out otherwise',
  points: -6,
  holds: ({ role, isSpeltOutOtherwise }) => role === 'ticker' && isSpeltOutOtherwise,
};

/** Rules that speak against one. */
export const RULES_AGAINST: readonly Rule[] = [
  speltOutOtherwise,
  hasAnotherTicker,
  homonymNear,
  insideCode,
  partOfLongerName,
  headlineCase,
  sentenceStart,
];
