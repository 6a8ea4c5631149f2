/** How far around a candidate its words are read, in UTF-16 units. */
const REACH = 64;

const LAST_WORD = /([\p{L}\p{N}][\p{L}\p{N}.'’-]*)[^\p{L}\p{N}]*$/u;
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}'’]*)/u;
const POSSESSIVE = /^['’]s(?![\p{L}\p{N}])/u;

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

export const readSurroundings = (text: string, start: number, end: number): Surroundings => {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH).replace(POSSESSIVE, '');
  const previousWord = LAST_WORD.exec(before)?.[1]?.replace(/[.'’-]+$/u, '') ?? '';
  const next = FIRST_WORD.exec(after);
  const nextWord = next?.[1] ?? '';
  return {
    before,
    after,
    previousWord,
    nextWord,
    gapBefore:
      previousWord === '' ? before : before.slice(before.lastIndexOf(previousWord) + previousWord.length),
    gapAfter: next === null ? after : after.slice(0, next[0].length - nextWord.length),
  };
};

const SMALL_WORDS = /^(a|an|and|as|at|but|by|for|from|in|into|is|its|of|on|or|over|the|to|up|vs|with)$/i;

const wordsOf = (text: string, pattern: RegExp): readonly string[] =>
  (text.match(pattern) ?? []).filter((word) => !SMALL_WORDS.test(word));

const nearWords = (
  around: Surroundings,
  pattern: RegExp,
  countBefore: number,
  countAfter: number,
): readonly string[] => [
  ...wordsOf(around.before, pattern).slice(-countBefore),
  ...wordsOf(around.after, pattern).slice(0, countAfter),
];

/** The words of a headline: all of them start with a capital, so a capital says nothing. */
export const isTitleCased = (around: Surroundings): boolean => {
  const near = nearWords(around, /[\p{L}$][\p{L}'’-]*/gu, 2, 1);
  return near.length >= 2 && near.every((word) => /^\p{Lu}/u.test(word));
};

/** Shouted text: the words around are in capitals too, so capitals do not make a ticker. */
export const isShouted = (around: Surroundings): boolean => {
  const near = nearWords(around, /\p{L}{2,}/gu, 3, 3);
  const loud = near.filter((word) => word === word.toUpperCase() && /\p{Lu}/u.test(word));
  return near.length >= 3 && loud.length >= near.length - 1;
};

/** The first word of a sentence has a capital whatever it is. */
export const startsSentence = (around: Surroundings): boolean =>
  around.previousWord === '' || /[.!?:;•|"“\n]\s*["“'‘(]*$/u.test(around.gapBefore);

/** A capitalised word stands right beside, as in names of people, firms and works. */
export const isFollowedByCapital = (around: Surroundings): boolean =>
  /^\s$/.test(around.gapAfter) && /^\p{Lu}\p{Ll}/u.test(around.nextWord);

export const isPrecededByCapital = (around: Surroundings): boolean =>
  /^\s$/.test(around.gapBefore) &&
  /^\p{Lu}\p{Ll}/u.test(around.previousWord) &&
  !SMALL_WORDS.test(around.previousWord);
