/** How far around a candidate its words are read. */
const REACH = 48;

const LAST_WORD = /([\p{L}\p{N}][\p{L}\p{N}.,'’-]*)[^\p{L}\p{N}]*$/u;
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}][\p{L}\p{N}'’]*)/u;

/** The text right around a candidate, cut once and read by every rule of evidence. */
export interface Surroundings {
  /** Up to a few words before it, ending where it starts. */
  readonly before: string;
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
  const after = text.slice(end, end + REACH).replace(/^['’]s(?![\p{L}\p{N}])/u, '');
  const previous = LAST_WORD.exec(before);
  const next = FIRST_WORD.exec(after);
  const previousWord = (previous?.[1] ?? '').replace(/[.,'’-]+$/u, '');
  return {
    before,
    after,
    previousWord,
    nextWord: next?.[1] ?? '',
    gapBefore: previous === null ? before : before.slice(previous.index + previousWord.length),
    gapAfter: next === null ? after : after.slice(0, next[0].length - (next[1] ?? '').length),
  };
};

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
const SMALL_WORDS = /^(a|an|and|as|at|but|by|for|from|in|into|is|its|of|on|or|over|the|to|up|vs|with)$/i;

/** Words of a headline: nearly all of them start with a capital, so a capital says nothing. */
export const isTitleCased = (around: Surroundings): boolean => {
  const words = (text: string) =>
    (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((word) => !SMALL_WORDS.test(word));
  const near = [...words(around.before).slice(-3), ...words(around.after).slice(0, 3)];
  return near.length >= 3 && near.every(isCapitalised);
};

/** Shouted text: the words around are in capitals too, so capitals do not make a ticker. */
export const isShouted = (around: Surroundings): boolean => {
  const words = (text: string) => text.match(/\p{L}{3,}/gu) ?? [];
  const near = [...words(around.before).slice(-3), ...words(around.after).slice(0, 3)];
  return (
    near.length >= 2 &&
    near.filter((word) => word === word.toUpperCase()).length >= Math.max(2, near.length - 1)
  );
};

/** The first word of a sentence has a capital whatever it is. */
export const startsSentence = (around: Surroundings): boolean =>
  around.before === '' ||
  around.previousWord === '' ||
  /[.!?:;•|"“]\s*["“'‘(]*$/u.test(around.gapBefore) ||
  /\n/.test(around.gapBefore);
