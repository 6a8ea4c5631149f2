import type { Lexicon, WindowUnit } from './lexicon.ts';
import { toLightPattern } from './light-pattern.ts';
import { rememberPattern } from './remember-pattern.ts';
import type { Span } from './span.ts';
import { toAlternatives, toWordPattern } from './word-pattern.ts';

/** A stretch of time that the text names, as `StatedFigure.window` writes it. */
export interface Window extends Span {
  readonly window: string;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const keysOf = (record: Readonly<Record<string, unknown>> | undefined): string[] => Object.keys(record ?? {});

const lookUp = <Value>(
  record: Readonly<Record<string, Value>> | undefined,
  written: string,
): Value | undefined => {
  const word = written
    .toLowerCase()
    .replace('’', "'")
    .replaceAll(/[\s-]+/g, '_');
  const stem = keysOf(record).find(
    (key) =>
      key === word ||
      key.replaceAll('_', '') === word.replaceAll('_', '') ||
      (key.endsWith('*') && word.startsWith(key.slice(0, -1))),
  );
  return stem === undefined ? undefined : record?.[stem];
};

/** A day is written as 24 hours, the window that markets quote, and weeks as days. */
const toWindow = (count: number, unit: WindowUnit): string => {
  if (unit === 'd' && count === 1) return '24h';
  return unit === 'w' ? `${7 * count}d` : `${count}${unit}`;
};

const toSpanPattern = (lexicon: Lexicon): string => {
  const numerals = toAlternatives(keysOf(lexicon.numerals));
  const markers = toAlternatives(lexicon.windowMarkers.split(/\s+/));
  const units = toAlternatives(keysOf(lexicon.windowUnits));
  const [open, close] =
    lexicon.unspaced === true ? ['(?<![\\d.,])', ''] : ['(?<![\\p{L}\\p{N}.,$€£])', '(?![\\p{L}\\p{N}])'];
  return `${open}(?:(?<count>\\d{1,3}|${numerals})[\\s-]?|(?<marker>${markers})\\s?)(?<unit>${units})${close}`;
};

const findSpans = (text: string, lexicon: Lexicon): Window[] => {
  const pattern = rememberPattern(lexicon, 'spans', () => toSpanPattern(lexicon));
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { count, unit = '' } = match.groups ?? {};
    const length = count === undefined ? 1 : (lookUp(lexicon.numerals, count) ?? Number(count));
    const known = lookUp(lexicon.windowUnits, unit);
    return known === undefined || !(length > 0)
      ? []
      : [{ start: match.index, end: match.index + match[0].length, window: toWindow(length, known) }];
  });
};

const findPhrases = (text: string, lexicon: Lexicon): Window[] => {
  const pattern = rememberPattern(lexicon, 'phrases', () =>
    toWordPattern(keysOf(lexicon.windowPhrases).join(' '), lexicon.unspaced === true),
  );
  return [...text.matchAll(pattern)].flatMap((match) => {
    const window = lookUp(lexicon.windowPhrases, match[0]);
    return window === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, window }];
  });
};

/** A month or year as languages with month names write it. */
const namedDatePattern = (months: readonly string[]): string =>
  `(?:(?:early|late|mid|the)[\\s-])?(?:(?<month>${months.join('|')})(?:\\s+(?:\\d{1,2}(?!\\d),?)?)?(?:\\s*(?:de\\s+|do\\s+)?(?<year>(?:19|20)\\d\\d))?|(?<yearOnly>(?:19|20)\\d\\d))`;

const toDate = (groups: Readonly<Record<string, string | undefined>>, months: readonly string[]): string => {
  const { month, year, yearOnly } = groups;
  const index = months.findIndex(
    (one) => month !== undefined && toLightPattern(`^(?:${one})$`, 'iu').test(month),
  );
  return [MONTHS[index], year ?? yearOnly].filter((part) => part !== undefined).join(' ');
};

const toNumberedDate = (groups: Readonly<Record<string, string | undefined>>): string =>
  [MONTHS[Number(groups['month']) - 1], groups['year']].filter((part) => part !== undefined).join(' ');

const toStartPattern = ({ months, since, verbLast }: Lexicon): string => {
  if (typeof months === 'string')
    return `(?:(?<year>(?:19|20)\\d\\d)\\s?[年년]\\s?)?(?<month>1[0-2]|[1-9])${months}\\s?(?:${toAlternatives(since.split(/\s+/))})`;
  const word = toWordPattern(since, false);
  return verbLast === true
    ? `${namedDatePattern(months)}\\s+${word}`
    : `${word}\\s+${namedDatePattern(months)}`;
};

/** `since October`, `10月以来`: a start that the text names, written in English. */
export const findStarts = (text: string, lexicon: Lexicon): Window[] => {
  const { months } = lexicon;
  const pattern = rememberPattern(lexicon, 'starts', () => toStartPattern(lexicon));
  return [...text.matchAll(pattern)].flatMap((match) => {
    const groups = match.groups ?? {};
    const date = typeof months === 'string' ? toNumberedDate(groups) : toDate(groups, months);
    return date === ''
      ? []
      : [{ start: match.index, end: match.index + match[0].trimEnd().length, window: `since ${date}` }];
  });
};

/** `for the third time this month` says how often, and not over which time. */
const COUNTS_TIMES = /(?:\btime|\bvez|\bfois|\bmal|\bраз)\s+(?:\p{L}+\s+){0,2}$/iu;

/** `last week’s low` dates the low; `last week’s 7% drop` is a move over that week. */
const DATES_NOUN = /^['’]s\s(?!\S{0,12}[%％])/u;

/** Every window of a text, sorted; of those that overlap the first and longest. */
export const findWindows = (text: string, lexicon: Lexicon): Window[] => {
  const all = [...findSpans(text, lexicon), ...findPhrases(text, lexicon)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  let reached = -1;
  return all.filter(({ start, end }) => {
    if (
      start < reached ||
      DATES_NOUN.test(text.slice(end, end + 24)) ||
      COUNTS_TIMES.test(text.slice(Math.max(0, start - 24), start))
    )
      return false;
    reached = end;
    return true;
  });
};
