import { findQuantities, type Quantity } from './find-quantities.ts';
import { type Language, openLanguage } from './language.ts';
import type { LanguageCode } from './languages/index.ts';
import type { CueKind } from './lexicon.ts';

/** A word that says something about the figures around it. */
export interface Cue {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One block of text with everything in it that figures are read from. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly quantities: readonly Quantity[];
  /** Sorted; a cue inside a longer one is dropped, but liquidations show through `short liquidations`. */
  readonly cues: readonly Cue[];
  readonly sentences: readonly Span[];
  /** Marks and words at which clauses part, sorted. */
  readonly breaks: readonly Span[];
}

/** Words from which no cue reaches a figure any more, in UTF-16 units. Keeps the work linear in the text. */
export const REACH = 240;

const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{Lu}|\p{Lu}\.\p{Lu}|mr|ms|mrs|dr|st|vs|no|inc|ltd|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mio|mrd|ca|bzw|млн|млрд|тыс|трлн|долл|руб)$/iu;
const SENTENCE_END = /[.!?]+["”»’')\]]*(?=\s+["“«‘'([]*[^\p{Ll}\s])|[。！？\n]/gu;

const findSentences = (text: string): Span[] => {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (
      match[0].startsWith('.') &&
      ABBREVIATION.test(text.slice(Math.max(start, match.index - 8), match.index))
    )
      continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
};

const findCues = (text: string, language: Language): Cue[] => {
  const all = language.cues
    .flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(
        (match): Cue => ({ kind, start: match.index, end: match.index + match[0].length }),
      ),
    )
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = -1;
  let reachedFrom = -1;
  return all.filter(({ kind, start, end }) => {
    if (kind === 'liquidation') return true;
    const isInside = end < reached || (end === reached && start > reachedFrom);
    if (end > reached) [reached, reachedFrom] = [end, start];
    return !isInside;
  });
};

/** The place in a sorted list from which on items start at or after a limit. */
const findFirst = (sorted: readonly Span[], limit: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The items of a sorted list that start in [from, to). */
export const startingIn = <Item extends Span>(sorted: readonly Item[], from: number, to: number): Item[] =>
  sorted.slice(findFirst(sorted, from), findFirst(sorted, to));

/** How many of a sorted list start in [from, to). */
export const countIn = (sorted: readonly Span[], from: number, to: number): number =>
  Math.max(0, findFirst(sorted, to) - findFirst(sorted, from));

const PUNCTUATION = /[,;:()，、；：（）—–]/gu;

/** Commas and brackets that part clauses; those inside a number or a range do not. */
const findMarks = (text: string, quantities: readonly Quantity[]): Span[] =>
  [...text.matchAll(PUNCTUATION)]
    .map(({ index }) => ({ start: index, end: index + 1 }))
    .filter(({ start }) => start >= (quantities[findFirst(quantities, start + 1) - 1]?.end ?? 0));

/** Most blocks hold no figure and are left after one pass. */
const isWorthReading = ({ unit, factor }: Quantity): boolean => unit !== 'none' || factor >= 1e6;

/** Reads one block of text. Bare numbers stay in the list because lists and ranges are read over them. */
export const readBlock = (text: string, code: LanguageCode): Reading => {
  const language = openLanguage(code);
  const quantities = findQuantities(text, language);
  const cues = findCues(text, language);
  const joins = cues.filter(({ kind }) => kind === 'break');
  const breaks = [...findMarks(text, quantities), ...joins].sort((a, b) => a.start - b.start);
  return {
    text,
    language,
    quantities: quantities.filter(isWorthReading),
    cues,
    sentences: findSentences(text),
    breaks,
  };
};
