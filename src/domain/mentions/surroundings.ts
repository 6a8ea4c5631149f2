import { charClass, foldChar, isDigit, SEPARATOR, SPACE } from './tokenize.ts';
import { wordSet } from './word-set.ts';

/** How far around a candidate its words are read, in UTF-16 units. */
const REACH = 64;

/** How many words on each side tell how a piece of text is cased. */
const NEAR_WORDS = 3;

/** The text right around a candidate, cut once and read by every rule of evidence. */
export interface Surroundings {
  readonly before: string;
  /** Without a possessive `’s`. */
  readonly after: string;
  /** The nearest word on each side as written; empty where there is none. */
  readonly previousWord: string;
  readonly nextWord: string;
  /** The same in small letters, where nothing but white space stands between; else empty. */
  readonly adjoiningBefore: string;
  readonly adjoiningAfter: string;
  /** A possessive `’s` stands at it: what follows is another name. */
  readonly isPossessive: boolean;
  /** What stands between those words and the candidate. */
  readonly gapBefore: string;
  readonly gapAfter: string;
  /** What touches the candidate on the left, back to the nearest white space. */
  readonly touchingBefore: string;
  /** The nearest words on each side, found when first asked for: few rules ask. */
  readonly nearWords: () => NearWords;
}

/** Words with letters, nearest first, without those that headlines leave in lower case. */
interface NearWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
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

const SMALL_WORDS = wordSet('a an and as at but by for from in into is its of on or over the to up vs with');

const isContentWord = (word: string): boolean => {
  const lower = word.toLowerCase();
  return lower !== word.toUpperCase() && !isDigit(word) && !SMALL_WORDS.has(lower);
};

const touchStart = (text: string, from: number, first: number): number => {
  let at = from;
  while (at > first && foldChar(text.charCodeAt(at - 1)) !== SPACE) at -= 1;
  return at;
};

interface Word {
  readonly start: number;
  readonly end: number;
}

const wordBefore = (text: string, at: number, first: number): Word => {
  let end = at;
  while (end > first && !isWordUnit(text, end - 1)) end -= 1;
  let start = end;
  while (start > first && isWordUnit(text, start - 1)) start -= 1;
  return { start, end };
};

const wordAfter = (text: string, at: number, last: number): Word => {
  let start = at;
  while (start < last && !isWordUnit(text, start)) start += 1;
  let end = start;
  while (end < last && isWordUnit(text, end)) end += 1;
  return { start, end };
};

/** Content words from one side, nearest first; `step` gives the word that follows the last one. */
const collectWords = (text: string, nearest: Word, step: (from: Word) => Word): readonly string[] => {
  const words: string[] = [];
  for (let word = nearest; word.end > word.start && words.length < NEAR_WORDS; word = step(word)) {
    const written = text.slice(word.start, word.end);
    if (isContentWord(written)) words.push(written);
  }
  return words;
};

const MAX_SPACES = 3;

/** A word in small letters, if white space is all that stands between it and the candidate. */
const adjoining = (word: string, gap: string): string =>
  gap !== '' && gap.length <= MAX_SPACES && gap.trim() === '' ? word.toLowerCase() : '';

const HYPHEN = '-'.charCodeAt(0);

const isHyphen = (text: string, at: number): boolean => foldChar(text.charCodeAt(at)) === HYPHEN;

/** Where the last word ends that hyphens join to the one that ends at `end`: `co-founder` is one word. */
const compoundEnd = (text: string, end: number, last: number): number =>
  end < last && isHyphen(text, end) && isWordUnit(text, end + 1)
    ? compoundEnd(text, wordAfter(text, end, last).end, last)
    : end;

const compoundStart = (text: string, start: number, first: number): number =>
  start > first && isHyphen(text, start - 1) && isWordUnit(text, start - 2)
    ? compoundStart(text, wordBefore(text, start, first).start, first)
    : start;

export const readSurroundings = (text: string, start: number, end: number): Surroundings => {
  const first = Math.max(0, start - REACH);
  const afterStart = skipPossessive(text, end);
  const last = Math.min(text.length, afterStart + REACH);
  const previous = wordBefore(text, start, first);
  const next = wordAfter(text, afterStart, last);
  let near: NearWords | null = null;
  const previousWord = text.slice(previous.start, previous.end);
  const nextWord = text.slice(next.start, next.end);
  const gapBefore = text.slice(previous.end, start);
  const gapAfter = text.slice(afterStart, next.start);
  return {
    before: text.slice(first, start),
    after: text.slice(afterStart, last),
    previousWord,
    nextWord,
    adjoiningBefore: adjoining(
      text.slice(compoundStart(text, previous.start, first), previous.end),
      gapBefore,
    ),
    adjoiningAfter: adjoining(text.slice(next.start, compoundEnd(text, next.end, last)), gapAfter),
    isPossessive: afterStart > end,
    gapBefore,
    gapAfter,
    touchingBefore: text.slice(touchStart(text, start, first), start),
    nearWords: () => {
      near ??= {
        before: collectWords(text, previous, (from) => wordBefore(text, from.start, first)),
        after: collectWords(text, next, (from) => wordAfter(text, from.end, last)),
      };
      return near;
    },
  };
};

/** The word that starts right there, in small letters; empty where none does. */
export const smallWordAt = (text: string, from: number): string => {
  let end = from;
  while (isWordUnit(text, end)) end += 1;
  return text.slice(from, end).toLowerCase();
};

/** Whether a text starts with a gap and then with one of these words. */
export const startsWithWord = (text: string, gap: string, words: ReadonlySet<string>): boolean => {
  if (!text.startsWith(gap)) return false;
  const { start, end } = wordAfter(text, gap.length, text.length);
  return start === gap.length && words.has(text.slice(start, end).toLowerCase());
};

export const startsWithCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
};

export const isAllCapitals = (word: string): boolean =>
  word !== word.toLowerCase() && word === word.toUpperCase();

/** The words of a headline: all of them start with a capital, so a capital says nothing. */
export const isTitleCased = (around: Surroundings): boolean => {
  const { before, after } = around.nearWords();
  const left = before.slice(0, 2);
  // At the start of a line nothing stands before; the words after tell as much.
  const near = [...left, ...after.slice(0, left.length === 2 ? 1 : 3)];
  return near.length >= 3 && near.every(startsWithCapital);
};

/** Shouted text: the words around are in capitals too, so capitals do not make a ticker. */
export const isShouted = (around: Surroundings): boolean => {
  const { before, after } = around.nearWords();
  const near = [...before, ...after].filter((word) => word.length > 1);
  const shouted = near.filter(isAllCapitals).length;
  return near.length >= 2 && shouted >= (near.length === 2 ? 2 : near.length - 1);
};

const SENTENCE_ENDS = ['.', '!', '?', ':', ';', '•', '|', '"', '“', '\n'];

/** The first word of a sentence has a capital whatever it is. */
export const startsSentence = (around: Surroundings): boolean =>
  around.previousWord === '' || SENTENCE_ENDS.some((mark) => around.gapBefore.includes(mark));

const isPlainGap = (gap: string): boolean => gap.length === 1 && foldChar(gap.charCodeAt(0)) === SPACE;

const isCapitalised = (word: string): boolean => startsWithCapital(word) && !isAllCapitals(word);

/** A capitalised word stands right beside, as in names of people, firms and works. */
export const isFollowedByCapital = (around: Surroundings): boolean =>
  !around.isPossessive && isPlainGap(around.gapAfter) && isCapitalised(around.nextWord);

export const isPrecededByCapital = (around: Surroundings): boolean =>
  isPlainGap(around.gapBefore) && isCapitalised(around.previousWord) && isContentWord(around.previousWord);
