import { charClass, foldChar, SEPARATOR } from './tokenize.ts';

/** How far around a candidate its words are read, in UTF-16 units. */
const REACH = 64;

/** The text right around a candidate, cut once and read by every rule of evidence. */
export interface Surroundings {
  readonly before: string;
  /** Without a possessive `’s`. */
  readonly after: string;
  /** The nearest word on each side as written; empty where there is none. */
  readonly previousWord: string;
  readonly nextWord: string;
  /** What stands between those words and the candidate. */
  readonly gapBefore: string;
  readonly gapAfter: string;
}

const isWordUnit = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && charClass(text.charCodeAt(at)) !== SEPARATOR;

const APOSTROPHE = "'".charCodeAt(0);
const SMALL_S = 's'.charCodeAt(0);

/** Where the possessive `’s` that starts at `at` ends; `at` itself when there is none. */
const skipPossessive = (text: string, at: number): number => {
  const isPossessive =
    at + 1 < text.length &&
    foldChar(text.charCodeAt(at)) === APOSTROPHE &&
    foldChar(text.charCodeAt(at + 1)) === SMALL_S &&
    !isWordUnit(text, at + 2);
  return isPossessive ? at + 2 : at;
};

export const readSurroundings = (text: string, start: number, end: number): Surroundings => {
  const first = Math.max(0, start - REACH);
  let wordEnd = start;
  while (wordEnd > first && !isWordUnit(text, wordEnd - 1)) wordEnd -= 1;
  let wordStart = wordEnd;
  while (wordStart > first && isWordUnit(text, wordStart - 1)) wordStart -= 1;

  const afterStart = skipPossessive(text, end);
  const last = Math.min(text.length, afterStart + REACH);
  let nextStart = afterStart;
  while (nextStart < last && !isWordUnit(text, nextStart)) nextStart += 1;
  let nextEnd = nextStart;
  while (nextEnd < last && isWordUnit(text, nextEnd)) nextEnd += 1;

  return {
    before: text.slice(first, start),
    after: text.slice(afterStart, last),
    previousWord: text.slice(wordStart, wordEnd),
    nextWord: text.slice(nextStart, nextEnd),
    gapBefore: text.slice(wordEnd, start),
    gapAfter: text.slice(afterStart, nextStart),
  };
};

const SMALL_WORDS = new Set(
  'a an and as at but by for from in into is its of on or over the to up vs with'.split(' '),
);

const isSmallWord = (word: string): boolean => SMALL_WORDS.has(word.toLowerCase());

const startsWithCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
};

const isAllCapitals = (word: string): boolean => word !== word.toLowerCase() && word === word.toUpperCase();

/** The words with letters of a piece of text, without the small ones that headlines leave in lower case. */
const contentWords = (text: string): readonly string[] => {
  const words: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (isWordUnit(text, at) || (at > start && foldChar(text.charCodeAt(at)) === APOSTROPHE)) at += 1;
    const word = text.slice(start, at);
    if (word !== '' && word.toLowerCase() !== word.toUpperCase() && !isSmallWord(word)) words.push(word);
  }
  return words;
};

const nearWords = (around: Surroundings, countBefore: number, countAfter: number): readonly string[] => [
  ...contentWords(around.before).slice(-countBefore),
  ...contentWords(around.after).slice(0, countAfter),
];

/** The words of a headline: all of them start with a capital, so a capital says nothing. */
export const isTitleCased = (around: Surroundings): boolean => {
  const near = nearWords(around, 2, 1);
  return near.length >= 2 && near.every(startsWithCapital);
};

/** Shouted text: the words around are in capitals too, so capitals do not make a ticker. */
export const isShouted = (around: Surroundings): boolean => {
  const near = nearWords(around, 3, 3).filter((word) => word.length > 1);
  return near.length >= 3 && near.filter(isAllCapitals).length >= near.length - 1;
};

const SENTENCE_ENDS = /[.!?:;•|"“\n]/;

/** The first word of a sentence has a capital whatever it is. */
export const startsSentence = (around: Surroundings): boolean =>
  around.previousWord === '' || SENTENCE_ENDS.test(around.gapBefore);

const isPlainGap = (gap: string): boolean => gap.length === 1 && foldChar(gap.charCodeAt(0)) === 32;

const isCapitalised = (word: string): boolean => startsWithCapital(word) && !isAllCapitals(word);

/** A capitalised word stands right beside, as in names of people, firms and works. */
export const isFollowedByCapital = (around: Surroundings): boolean =>
  isPlainGap(around.gapAfter) && isCapitalised(around.nextWord);

export const isPrecededByCapital = (around: Surroundings): boolean =>
  isPlainGap(around.gapBefore) && isCapitalised(around.previousWord) && !isSmallWord(around.previousWord);
