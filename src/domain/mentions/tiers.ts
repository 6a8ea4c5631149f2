/** How much a form asks for before it names its coin. The order is the packed table's and may only grow at the end. */
export const NAME_TIERS = [
  '',
  'any-case',
  'upper',
  'exact-case',
  'exact-case+context',
  'context',
  'cashtag',
  'venue-first',
] as const;
export type NameTier = (typeof NAME_TIERS)[number];

export const TICKER_TIERS = [
  '',
  'any-case',
  'upper',
  'upper+context',
  'context',
  'cashtag',
  'never',
] as const;
export type TickerTier = (typeof TICKER_TIERS)[number];

/** What else a form is in English, when it is something else. */
export const ENGLISH_KINDS = ['', 'word', 'proper', 'acronym', 'other', 'spoken'] as const;
export type EnglishKind = (typeof ENGLISH_KINDS)[number];

/** How widely an owner is known: among the first 150 coins by market value, the first 400, or past them. */
export const PROMINENCES = ['large', 'known', 'minor'] as const;
export type Prominence = (typeof PROMINENCES)[number];

/** How letters of a form or of a piece of text are cased. Text without case (比特币, 2Z's digit) counts as none. */
export const CASES = ['lower', 'title', 'upper', 'mixed'] as const;
export type LetterCase = (typeof CASES)[number];

const isWordStart = (before: string): boolean => before === '' || before === ' ' || before === '-';

/** The case of a piece of text; each word of `Shiba Inu` starts with a capital, so the whole is `title`. */
export const letterCaseOf = (text: string): LetterCase => {
  let small = 0;
  let capitals = 0;
  let capitalsInside = 0;
  let smallStarts = 0;
  let before = '';
  for (const char of text) {
    if (char !== char.toLowerCase()) {
      capitals += 1;
      if (!isWordStart(before)) capitalsInside += 1;
    } else if (char !== char.toUpperCase()) {
      small += 1;
      if (isWordStart(before)) smallStarts += 1;
    }
    before = char;
  }
  if (capitals === 0) return 'lower';
  if (small === 0) return 'upper';
  return capitalsInside === 0 && smallStarts === 0 ? 'title' : 'mixed';
};
