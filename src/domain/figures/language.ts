import type { Approximation } from './figure.ts';
import type { LanguageCode } from './languages/index.ts';
import { lexicons } from './languages/index.ts';
import type { ApproximationWords, CueKind, Lexicon } from './lexicon.ts';
import { toLightPattern } from './light-pattern.ts';
import { forgetPatterns } from './remember-pattern.ts';
import { toWordPattern } from './word-pattern.ts';

type ApproximationPattern = readonly [Approximation, RegExp];

/** A lexicon made ready for scanning. */
export interface Language {
  readonly lexicon: Lexicon;
  readonly cues: readonly (readonly [CueKind, RegExp])[];
  /** Anchored to the end of the text before a figure. */
  readonly approxBefore: readonly ApproximationPattern[];
  /** Anchored to the start of the text after a figure. */
  readonly approxAfter: readonly ApproximationPattern[];
  readonly endsIn: (list: string) => RegExp;
  readonly startsWith: (list: string) => RegExp;
}

const open = (lexicon: Lexicon): Language => {
  const unspaced = lexicon.unspaced === true;
  const fillers = `(?:\\s*${toWordPattern(lexicon.fillers, unspaced)}){0,2}`;
  const anchored = new Map<string, RegExp>();
  const remember = (key: string, source: () => string): RegExp => {
    const known = anchored.get(key);
    if (known) return known;
    const made = toLightPattern(source(), 'iu');
    anchored.set(key, made);
    return made;
  };
  const endsIn = (list: string): RegExp =>
    remember(`before ${list}`, () => `${toWordPattern(list, unspaced)}${fillers}\\s*$`);
  const startsWith = (list: string): RegExp =>
    remember(`after ${list}`, () => `^[\\s-]*${toWordPattern(list, unspaced)}`);
  const toApproximations = (words: ApproximationWords | undefined, anchor: (list: string) => RegExp) =>
    (Object.entries(words ?? {}) as [Approximation, string][])
      .filter(([, list]) => list !== '')
      .map(([approx, list]): ApproximationPattern => [approx, anchor(list)]);
  return {
    lexicon,
    cues: (Object.entries(lexicon.cues) as [CueKind, string][]).map(([kind, list]) => [
      kind,
      toLightPattern(toWordPattern(list, unspaced), 'giu'),
    ]),
    approxBefore: toApproximations(lexicon.approxBefore, endsIn),
    approxAfter: toApproximations(lexicon.approxAfter, startsWith),
    endsIn,
    startsWith,
  };
};

const opened = new Map<LanguageCode, Language>();

/** The language with this code; its patterns are made when it is first met. */
export const openLanguage = (code: LanguageCode): Language => {
  const known = opened.get(code);
  if (known) return known;
  const made = open(lexicons[code]);
  opened.set(code, made);
  return made;
};

/** Gives back what open languages hold, which is a megabyte of machine code; they open anew when they are next met. */
export const closeLanguages = (): void => {
  opened.clear();
  forgetPatterns();
};
