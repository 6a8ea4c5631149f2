import type { Lexicon } from './lexicon.ts';
import { toLightPattern } from './light-pattern.ts';

let patterns = new WeakMap<Lexicon, Map<string, RegExp>>();

/** A pattern made from a lexicon: built when first asked for, since most pages are in one language. */
export const rememberPattern = (lexicon: Lexicon, name: string, source: () => string): RegExp => {
  const known = patterns.get(lexicon) ?? new Map<string, RegExp>();
  patterns.set(lexicon, known);
  const pattern = known.get(name) ?? toLightPattern(source(), 'giu');
  known.set(name, pattern);
  return pattern;
};

export const forgetPatterns = (): void => {
  patterns = new WeakMap();
};
