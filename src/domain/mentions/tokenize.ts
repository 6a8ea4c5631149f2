/**
 * How text is cut into tokens and folded before it meets the gazetteer. The build script and the scan share these
 * few functions, so a form is found in the text exactly when it was written into the table.
 */

/** What a UTF-16 unit is to the scan. Words run together in spaced scripts; an ideograph is a token by itself. */
export const SEPARATOR = 0;
export const WORD = 1;
export const IDEOGRAPH = 2;
/** Takes no room in a word: soft hyphens and zero-width marks that pages put between letters. */
export const INVISIBLE = 3;
export type CharClass = typeof SEPARATOR | typeof WORD | typeof IDEOGRAPH | typeof INVISIBLE;

const LETTER_OR_MARK = /[\p{L}\p{N}\p{M}]/u;
const CURRENCY_NAME = '₿Ξξ₮';

const isIdeograph = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff);

const isInvisible = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;

const classOf = (code: number): CharClass => {
  if (isInvisible(code)) return INVISIBLE;
  if (isIdeograph(code)) return IDEOGRAPH;
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const char = String.fromCharCode(code);
  return LETTER_OR_MARK.test(char) || CURRENCY_NAME.includes(char) ? WORD : SEPARATOR;
};

const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f;

const foldedOf = (code: number): number => {
  if (code === 0x2019) return 0x27;
  if (code === 0x2010 || code === 0x2011) return 0x2d;
  if (isSpace(code)) return SPACE;
  if (code >= 0xff01 && code <= 0xff5e) return foldedOf(code - 0xfee0);
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};

const ASCII = 128;
const SPACE = 32;
const asciiClass = new Uint8Array(ASCII);
for (let code = 0; code < ASCII; code += 1) {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  asciiClass[code] = isDigit || isLetter ? WORD : SEPARATOR;
}

const otherClass = new Map<number, CharClass>();
const otherFold = new Map<number, number>();

/** The class of one UTF-16 unit. Classes of units past ASCII are worked out once and remembered. */
export const charClass = (code: number): CharClass => {
  if (code < ASCII) return asciiClass[code] === WORD ? WORD : SEPARATOR;
  const folded = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  if (folded < ASCII) return charClass(folded);
  const known = otherClass.get(code);
  if (known !== undefined) return known;
  const found = classOf(code);
  otherClass.set(code, found);
  return found;
};

/** One UTF-16 unit in lower case and normal width; white space, hyphens and apostrophes in their plain form. */
export const foldChar = (code: number): number => {
  if (code < ASCII) return code >= 65 && code <= 90 ? code + 32 : code >= 9 && code <= 13 ? SPACE : code;
  const known = otherFold.get(code);
  if (known !== undefined) return known;
  const folded = foldedOf(code);
  otherFold.set(code, folded);
  return folded;
};

/**
 * Calls `take` with each folded unit of text[start, end): invisible units are left out and a run of white space is one
 * space. `take` answers whether to go on; the result says whether all was taken.
 */
export const everyFolded = (
  text: string,
  start: number,
  end: number,
  take: (folded: number) => boolean,
): boolean => {
  let last = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ASCII && charClass(code) === INVISIBLE) continue;
    const folded = foldChar(code);
    if (folded === SPACE && last === SPACE) continue;
    if (!take(folded)) return false;
    last = folded;
  }
  return true;
};

/** A whole string folded as the scan folds it. */
export const foldText = (text: string): string => {
  let folded = '';
  everyFolded(text, 0, text.length, (unit) => {
    folded += String.fromCharCode(unit);
    return true;
  });
  return folded;
};

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** Hash of text[start, end) as folded (FNV-1a), to be continued from `from`. Finish it before looking it up. */
export const hashFolded = (text: string, start: number, end: number, from = HASH_SEED): number => {
  let hash = from;
  everyFolded(text, start, end, (unit) => {
    hash = Math.imul(hash ^ unit, HASH_PRIME);
    return true;
  });
  return hash;
};

/** Spreads a running hash over its low bits, where the table looks. */
export const finishHash = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;
