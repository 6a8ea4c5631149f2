import type { Reading } from './reading.ts';
import { rememberPattern } from './remember-pattern.ts';
import type { Span } from './span.ts';
import { toWordPattern } from './word-pattern.ts';

/**
 * Clauses that only tell more of a noun: `MOG, which exaggerates whatever ETH does, rose 30%`. What is named inside has no
 * part in the sentence around it. Empty where the language's relative words are not known.
 */
export const findAsides = ({ text, language }: Reading, sentence: Span): Span[] => {
  const { relatives } = language.lexicon;
  if (relatives === undefined) return [];
  const pattern = rememberPattern(
    language.lexicon,
    'relatives',
    // Bounded, so that a line of commas is read once.
    () => `,\\s{0,3}${toWordPattern(relatives, false)}[^,.;:]{1,160},`,
  );
  return [...text.slice(sentence.start, sentence.end).matchAll(pattern)].map(({ 0: aside, index }) => ({
    start: sentence.start + index,
    end: sentence.start + index + aside.length,
  }));
};
