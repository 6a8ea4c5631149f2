import { charClass, isDigit, WORD } from './tokenize.ts';
import { wordSet } from './word-set.ts';

const MAX_BACK = 90;
const SMALL_WORDS = wordSet('and for of the in on to with a an');

/** Marks that a word may hold: `People’s`, `U.S`. */
const INNER_MARKS = "’'.";

const isLetter = (text: string, at: number): boolean =>
  charClass(text.charCodeAt(at)) === WORD && !isDigit(text.charAt(at));

/** The words of text[from, to), first to last; none starts with a digit or a mark. */
const readWords = (text: string, from: number, to: number): readonly string[] => {
  const words: string[] = [];
  for (let at = from; at < to; ) {
    if (!isLetter(text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < to && (isLetter(text, at) || INNER_MARKS.includes(text.charAt(at)))) at += 1;
    words.push(text.slice(start, at));
  }
  return words;
};

const isCapital = (unit: string): boolean => unit !== unit.toLowerCase();

const spell = (words: readonly string[], letters: string): boolean =>
  isCapital(words[0]?.charAt(0) ?? '') &&
  words.length === letters.length &&
  words.every((word, at) => word.charAt(0).toUpperCase() === letters.charAt(at));

const QUOTES = `"'“”‘’`;
const isQuote = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && QUOTES.includes(text.charAt(at));

const isBracketed = (text: string, start: number, end: number): boolean => {
  const before = isQuote(text, start - 1) ? start - 2 : start - 1;
  const after = isQuote(text, end) ? end + 1 : end;
  return (
    before >= 0 &&
    '(['.includes(text.charAt(before)) &&
    after < text.length &&
    ')]'.includes(text.charAt(after))
  );
};

/** `the Americans with Disabilities Act, or ADA, comes up`. */
const isAlternative = (text: string, start: number, end: number): boolean =>
  text.slice(Math.max(0, start - 5), start) === ', or ' && ',.'.includes(text.charAt(end));

/** Whether the letters at text[start, end) stand in brackets, or after `or`, behind the words that they are short for: `Customs Enforcement (CE)`. */
export const isSpeltOut = (text: string, start: number, end: number): boolean => {
  if (end - start < 2 || !(isBracketed(text, start, end) || isAlternative(text, start, end))) return false;
  const letters = text.slice(start, end).toUpperCase();
  const words = readWords(text, Math.max(0, start - MAX_BACK), start);
  const earliest = Math.max(0, words.length - letters.length * 2 - 1);
  for (let first = words.length - letters.length; first >= earliest; first -= 1) {
    const run = words.slice(first);
    const content = run.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
    if (spell(run, letters) || spell(content, letters)) return true;
  }
  return false;
};
