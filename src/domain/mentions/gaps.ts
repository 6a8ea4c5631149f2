import { wordSet } from './word-set.ts';

/** What may stand between two names of a list, beside commas and bars: `and` in the languages that write so, and what joins a new name to the old. */
const LIST_JOINERS = wordSet(
  ', / & | and or und y et e и та ve plus vs vs. ,and ,or ,formerly formerly then ,then rival nor joins と 、 和 및 와 과',
);

const APOSTROPHES = "'’";
/** The genitive of English, and those of Turkish. */
const GENITIVES = ['s', 'in', 'ın', 'un', 'ün', 'nin', 'nın', 'nun', 'nün'];
const OPENERS = '([“"‘\'';
const BARS = '|:–—-';
const MAX_SPACES = 3;
const LONGEST_WORD = 12;

/** What a list tells of each of its members: `MANA (−6%), SAND`, `Cardano 11% and Monero`, `W −11% (Wormhole)`. */
const MOVE_IN_LIST = /^\s?\(?[+\-–−]?\d[\d.,]*\s?%\)?/;

/** The gap without the move that its left member made. Hardly a gap holds a percent sign, and pays for no expression then. */
const withoutMove = (gap: string): string => (gap.includes('%') ? gap.replace(MOVE_IN_LIST, '') : gap);

const isSpaces = (text: string): boolean => text.length <= MAX_SPACES && text.trim() === '';

const trimEnd = (text: string, marks: string, most: number): string => {
  let end = text.length;
  while (end > 0 && text.length - end < most && marks.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

/** The genitive that a gap starts with, empty where it starts with none. */
const genitiveOf = (gap: string): string => {
  if (gap === '' || !APOSTROPHES.includes(gap.charAt(0))) return '';
  const ending = GENITIVES.find(
    (each) => gap.startsWith(each, 1) && ' ('.includes(gap.charAt(each.length + 1)),
  );
  return ending === undefined ? '' : gap.slice(0, ending.length + 1);
};

/**
 * The word that stands between a name and its ticker, empty where only marks do: ` (`, `’s `, ` token (`, ` | `. Null
 * where the gap does not join the two.
 */
export const wordInNameGap = (written: string): string | null => {
  const gap = withoutMove(written.replace('（', '('));
  const possessive = genitiveOf(gap);
  const opened = trimEnd(gap.slice(possessive.length), '$#', 1);
  const between = trimEnd(opened, OPENERS, 2);
  const bare = between.trim();
  if (bare === '') {
    const isBracket = '(['.includes(opened.charAt(between.length) || ' ');
    return isSpaces(between) && (between !== '' || (possessive === '' && isBracket)) ? '' : null;
  }
  if (bare.length === 1 && BARS.includes(bare)) return possessive === '' && opened === between ? '' : null;
  const isWord =
    bare.length > 1 && bare.length <= LONGEST_WORD && !/[^A-Za-z]/.test(bare) && between.startsWith(' ');
  return isWord && between.endsWith(' ') ? bare.toLowerCase() : null;
};

/** Whether what stands between two names makes a list of them: `, `, `) and `, `/$`. */
export const joinsList = (written: string): boolean => {
  const gap = withoutMove(written);
  const closed = gap.startsWith(')') || gap.startsWith(']') ? gap.slice(1) : gap;
  return LIST_JOINERS.has(trimEnd(closed, '$#(', 1).replaceAll(' ', '').toLowerCase());
};
