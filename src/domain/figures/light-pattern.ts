/**
 * Letters and digits as a few wide ranges of the basic plane. Browsers make 20 kB of machine code of every `\p{L}` in a
 * pattern that they run often: two megabytes for all of a lexicon's.
 */
const LETTERS =
  'A-Za-zªµºÀ-ÖØ-öø-\\u060b\\u0620-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3031-\\ud7ff\\uf900-\\ufeff\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';
const DIGITS = '0-9';

const lighten = (part: string): string =>
  part.startsWith('[') ? part.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', DIGITS) : `[${LETTERS}]`;

/** A pattern of a lexicon, ready to run: `u` and `i` always, with `\p{L}` and `\p{N}` written lighter than they are. */
export const toLightPattern = (source: string, flags: 'iu' | 'giu'): RegExp =>
  new RegExp(source.replaceAll(/\[[^\]]*\]|\\p\{L\}/g, lighten), flags);
