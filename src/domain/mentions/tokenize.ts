/**
 * How text is cut into tokens and folded before it meets the gazetteer. The build script and the scan share these
 * few functions, so a form is found in the text exactly when it was written into the table.
 */

/**
 * What a UTF-16 unit is to the scan. A token is a run of units of one class; an ideograph is a token by itself.
 * Hangul and katakana are classes of their own because Korean and Japanese write on after a name without a space.
 */
export const SEPARATOR = 0;
export const WORD = 1;
export const IDEOGRAPH = 2;
export const KATAKANA = 3;
export const HANGUL = 4;
/** Takes no room in a word: soft hyphens, zero-width marks, Arabic vowel signs. */
export const INVISIBLE = 5;
export type CharClass = 0 | 1 | 2 | 3 | 4 | 5;

const ASCII = 128;
export const SPACE = 32;
const LETTER_OR_MARK = /[\p{L}\p{N}\p{M}]/u;
const CURRENCY_NAME = '₿Ξξ₮';

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  code === 0x2060 ||
  code === 0xfeff ||
  code === 0x0640 ||
  (code >= 0x064b && code <= 0x0652);

const isKatakana = (code: number): boolean =>
  (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc || (code >= 0xff66 && code <= 0xff9f);

const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

const isIdeograph = (code: number): boolean =>
  (code >= 0x3041 && code <= 0x309f) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff);

/** Dashes, quotes, dots and spaces of every width: the only units past ASCII that most English pages have. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code <= 0x206f;

const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff5e;

const classify = (code: number): CharClass => {
  if (isFullWidth(code)) return classify(code - 0xfee0);
  if (isInvisible(code)) return INVISIBLE;
  if (isPunctuation(code)) return SEPARATOR;
  if (isKatakana(code)) return KATAKANA;
  if (isHangul(code)) return HANGUL;
  if (isIdeograph(code)) return IDEOGRAPH;
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const char = String.fromCharCode(code);
  return LETTER_OR_MARK.test(char) || CURRENCY_NAME.includes(char) ? WORD : SEPARATOR;
};

const isSpace = (code: number): boolean =>
  code === SPACE || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x3000;

export const isDigit = (unit: string): boolean => unit >= '0' && unit <= '9';

/** Whether a text starts past ASCII. */
export const isPastAscii = (text: string): boolean => text.charCodeAt(0) >= ASCII;

/** Letters that writers use for one another: quotes and hyphens of every kind, hamza and maddah over alif. */
const SAME_LETTER: Readonly<Record<number, number>> = {
  8217: 0x27,
  8216: 0x27,
  8208: 0x2d,
  8209: 0x2d,
  1570: 0x0627,
  1571: 0x0627,
  1573: 0x0627,
  1609: 0x064a,
};

const fold = (code: number): number => {
  if (isSpace(code)) return SPACE;
  if (isFullWidth(code)) return fold(code - 0xfee0);
  const same = SAME_LETTER[code];
  if (same !== undefined) return same;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};

/** Classes plus one, so that a fresh table reads as unknown throughout, and folded units. */
const classes = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

const learn = (code: number): void => {
  classes[code] = classify(code) + 1;
  folds[code] = fold(code);
};

for (let code = 0; code < ASCII; code += 1) {
  const isCapital = code >= 65 && code <= 90;
  const isSmall = code >= 97 && code <= 122;
  const isFigure = code >= 48 && code <= 57;
  classes[code] = (isCapital || isSmall || isFigure ? WORD : SEPARATOR) + 1;
  folds[code] = isCapital ? code + 32 : isSpace(code) ? SPACE : code;
}

/** The class of one UTF-16 unit. Units past ASCII are worked out when first met and remembered. */
export const charClass = (code: number): CharClass => {
  if (classes[code] === 0) learn(code);
  return ((classes[code] ?? 1) - 1) as CharClass;
};

/** One UTF-16 unit in lower case and normal width; white space, hyphens and apostrophes in their plain form. */
export const foldChar = (code: number): number => {
  if (classes[code] === 0) learn(code);
  return folds[code] ?? code;
};

/** A whole string folded as the scan folds it. */
export const foldText = (text: string): string => {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = String.fromCharCode(foldChar(code));
    if (charClass(code) !== INVISIBLE && !(unit === ' ' && folded.endsWith(' '))) folded += unit;
  }
  return folded;
};
