import type { Lexicon } from './lexicon.ts';

const GROUP_OF_THREE = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Which of the marks in a number starts its fraction; null when all of them only part the thousands. */
const findDecimalAt = (digits: string, decimal: '.' | ','): number | null => {
  const marks = [...digits.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (last === undefined) return null;
  const kinds = new Set(marks.map(([mark]) => mark));
  if (kinds.size === 2) return last.index;
  if (marks.length > 1) return null;
  // One mark before exactly three digits is the only case in which languages disagree.
  return GROUP_OF_THREE.test(digits) && last[0] !== decimal ? null : last.index;
};

/** The value of digits with their marks, as the language groups them: `93.500` is 93,500 in German and 93.5 in English. */
export const readDigits = (written: string, decimal: '.' | ','): number => {
  const digits = written.replaceAll(/[\s'’]/g, '');
  const decimalAt = findDecimalAt(digits, decimal);
  if (decimalAt === null) return Number(digits.replaceAll(/[.,]/g, ''));
  return Number(`${digits.slice(0, decimalAt).replaceAll(/[.,]/g, '')}.${digits.slice(decimalAt + 1)}`);
};

/** A product without the noise of binary fractions: 2.3 million is 2300000. */
export const scale = (value: number, factor: number): number => Number((value * factor).toPrecision(12));

const magnitudeOf = (lexicon: Lexicon, word: string): number => {
  const plain = word.toLowerCase().replace(/\s+/g, '_');
  return lexicon.magnitudes[plain] ?? lexicon.magnitudes[plain.replace(/\.$/, '')] ?? 1;
};

/**
 * A number with its magnitudes: `4.5 million`, `9万3,500`, `1억 3천만`. Magnitudes that follow one another multiply;
 * a number after a magnitude is added.
 */
export const readNumber = (written: string, lexicon: Lexicon): number => {
  const parts = written.match(/\d[\d.,'’\s]*(?<=\d)|[^\d\s.,'’-][^\d]*/gu) ?? [];
  let sum = 0;
  let current = 0;
  for (const part of parts) {
    if (/^\d/.test(part)) {
      sum += current;
      current = readDigits(part, lexicon.decimal);
    } else current = scale(current, magnitudeOf(lexicon, part.trim()));
  }
  return Number((sum + current).toPrecision(12));
};
