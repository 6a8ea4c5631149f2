import { charClass, foldChar, IDEOGRAPH, INVISIBLE, SEPARATOR } from './tokenize.ts';

const FULL_STOP = 46;
const SPACE = 32;
const MAX_GAP = 40;
const JOINERS = new Set(['-', '.', "'", '/', '&', '+'].map((char) => char.charCodeAt(0)));

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && at - from < MAX_GAP && foldChar(text.charCodeAt(at)) === SPACE) at += 1;
  return at;
};

/**
 * Where the next token of a form may start after the token that ends at `from`: at once between scripts that take no
 * space, or after one run of white space or one joining mark (a full stop may be followed by white space, as in
 * `Mt. Gox`). Null where no form can go on.
 */
export const findNextToken = (text: string, from: number): number | null => {
  if (from >= text.length) return null;
  const code = text.charCodeAt(from);
  if (charClass(code) !== SEPARATOR) return from;
  const afterSpaces = skipSpaces(text, from);
  if (afterSpaces > from) return afterSpaces;
  const folded = foldChar(code);
  if (!JOINERS.has(folded)) return null;
  return folded === FULL_STOP ? skipSpaces(text, from + 1) : from + 1;
};

/** The end of the token that starts at `from`: one ideograph, or a run of one class. Equal to `from` at none. */
export const findTokenEnd = (text: string, from: number): number => {
  if (from >= text.length) return from;
  const kind = charClass(text.charCodeAt(from));
  if (kind === SEPARATOR || kind === INVISIBLE) return from;
  if (kind === IDEOGRAPH) return from + 1;
  let at = from + 1;
  while (at < text.length) {
    const next = charClass(text.charCodeAt(at));
    if (next !== kind && next !== INVISIBLE) break;
    at += 1;
  }
  return at;
};

/** Where each token of a folded form ends, first to last; null when the scan could never read such a form. */
export const findTokenEnds = (form: string): readonly number[] | null => {
  const ends: number[] = [];
  let start = 0;
  for (;;) {
    const end = findTokenEnd(form, start);
    if (end === start) return null;
    ends.push(end);
    if (end === form.length) return ends;
    const next = findNextToken(form, end);
    if (next === null) return null;
    start = next;
  }
};
