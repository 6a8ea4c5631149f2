import { findQuantities, type Quantity } from './find-quantities.ts';
import { findStarts } from './find-windows.ts';
import { type Language, openLanguage } from './language.ts';
import type { LanguageCode } from './languages/index.ts';
import type { CueKind, Lexicon } from './lexicon.ts';
import { findFirst, type Span } from './span.ts';

/** A word that says something about the figures around it. */
export interface Cue extends Span {
  readonly kind: CueKind;
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
  /** Longs and shorts are closed by force here; elsewhere they are positions. */
  readonly isAboutLiquidations: boolean;
}

/** Words from which no cue reaches a figure any more, in UTF-16 units. Keeps the work linear in the text. */
export const REACH = 240;

const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{Lu}|\p{Lu}\.\p{Lu}|mr|ms|mrs|dr|st|vs|no|inc|ltd|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mio|mrd|ca|bzw|млн|млрд|тыс|трлн|долл|руб)$/iu;
// Bounded, so that a line of dots is read once.
const SENTENCE_END = /[.!?]{1,4}["”»’')\]]{0,3}(?=\s{1,4}["“«‘'([]{0,3}[^\p{Ll}\s])|[。！？\n]/gu;

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

const PUNCTUATION = /[,;:()，、；：（）—–]/gu;

/** Commas and brackets that part clauses; those inside a number or a range do not. */
const findMarks = (text: string, quantities: readonly Quantity[], language: Language): Span[] =>
  [...text.matchAll(PUNCTUATION)]
    .map(({ index }) => ({ start: index, end: index + 1 }))
    .filter(({ start }) => start >= (quantities[findFirst(quantities, start + 1) - 1]?.end ?? 0))
    .filter(
      ({ start, end }) =>
        !(COMMA.test(text.slice(start, end)) && goesOnFrom(text, end, quantities, language)),
    );

const COMMA = /^[,，、]$/u;
const GOES_ON_REACH = 24;

/** `the largest liquidation, a $9.8 million order`, `Bybit led, with $310 million`: the figure belongs to what is before. */
const goesOnFrom = (
  text: string,
  from: number,
  quantities: readonly Quantity[],
  { lexicon, endsIn, startsWith }: Language,
): boolean => {
  const next = quantities[findFirst(quantities, from)];
  if (lexicon.goesOn === undefined || next === undefined || next.start - from > GOES_ON_REACH) return false;
  const gap = text.slice(from, next.start);
  return startsWith(lexicon.goesOn).test(gap) && endsIn(`${lexicon.goesOn} ${hedges(lexicon)}`).test(gap);
};

const hedges = ({ approxBefore }: Lexicon): string => Object.values(approxBefore).join(' ');

/** Bare numbers only serve to read ranges; those in millions may lack the currency that was said before. */
const isWorthReading = ({ unit, factor }: Quantity): boolean => unit !== 'none' || factor >= 1e6;

/** Reads one block of text. Most blocks state no figure, and nothing else of them is read. */
export const readBlock = (text: string, code: LanguageCode): Reading => {
  const language = openLanguage(code);
  const numbers = findQuantities(text, language);
  const quantities = numbers.filter(isWorthReading);
  const isWorth = quantities.length > 0 || findStarts(text, language.lexicon).length > 0;
  const cues = isWorth ? findCues(text, language) : [];
  const joins = cues.filter(
    (cue) => cue.kind === 'break' && !goesOnFrom(text, cue.start, quantities, language),
  );
  return {
    text,
    language,
    quantities,
    cues,
    sentences: isWorth ? findSentences(text) : [],
    breaks: isWorth
      ? [...findMarks(text, numbers, language), ...joins].sort((a, b) => a.start - b.start)
      : [],
    isAboutLiquidations: cues.some(({ kind }) => kind === 'liquidation'),
  };
};
