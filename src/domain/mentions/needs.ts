import type { FormFacts } from './gazetteer.ts';
import type { LetterCase } from './tiers.ts';
import { isPastAscii } from './tokenize.ts';

/** What of a form's facts decides how much it asks for. */
export type FormStrength = Pick<
  FormFacts,
  'owner' | 'nameTier' | 'tickerTier' | 'ownCase' | 'english' | 'prominence'
>;

/** No evidence is enough. */
export const NEVER = Number.POSITIVE_INFINITY;
/** Enough only together with a sign: a cashtag, a pair, or the coin's other form right beside. */
export const WITH_SIGN = 7;

const isWellKnown = (facts: FormStrength): boolean =>
  facts.prominence !== 'minor' || facts.owner.startsWith('venue:');

const isSeveralWords = (surface: string): boolean => /\s/.test(surface);

const agreesInCase = (facts: FormStrength, letterCase: LetterCase, surface: string): boolean =>
  letterCase === facts.ownCase ||
  letterCase === 'upper' ||
  letterCase === 'title' ||
  (letterCase === 'mixed' && isSeveralWords(surface));

/** A name in lower case: writers who write so mean it, but an English word is then nearly always the word. */
const needInLowerCase = (facts: FormStrength, surface: string): number => {
  if (isSeveralWords(surface) || facts.english === '') return 4;
  return facts.english === 'word' ? WITH_SIGN : 6;
};

/** A capital past ASCII is no sign: эфир is what is on the air, and starts sentences. */
const isWrittenAsWord = (letterCase: LetterCase, surface: string): boolean =>
  letterCase === 'lower' || (letterCase === 'title' && isPastAscii(surface));

/**
 * A name that is safe in any case. Where it is something else as well (`Floki` is a Viking, `polkadot` a cloth), a text
 * about crypto settles it, and a text about all else has to show that it means the coin.
 */
const needInAnyCase = (facts: FormStrength, letterCase: LetterCase, surface: string): number => {
  if (facts.english !== '' && !isSeveralWords(surface)) {
    const isWord = facts.english === 'word' && isWrittenAsWord(letterCase, surface);
    if (isWord || !isWellKnown(facts)) return isWrittenAsWord(letterCase, surface) ? 4 : 2;
    return letterCase === 'lower' ? 2 : 1;
  }
  if (facts.english !== '' && isWrittenAsWord(letterCase, surface)) return 3;
  if (isWellKnown(facts)) return 0;
  return letterCase === 'lower' && !isSeveralWords(surface) ? 4 : 2;
};

/** How many points a form needs to be read as its subject's name. */
export const nameNeed = (facts: FormStrength, letterCase: LetterCase, surface: string): number => {
  const agrees = agreesInCase(facts, letterCase, surface);
  switch (facts.nameTier) {
    case '':
      return NEVER;
    case 'any-case':
      return needInAnyCase(facts, letterCase, surface);
    case 'upper':
      return letterCase === 'upper' || letterCase === 'mixed' ? 1 : 4;
    case 'exact-case':
      if (!agrees) return needInLowerCase(facts, surface);
      if (!isWellKnown(facts)) return isSeveralWords(surface) ? 2 : 4;
      return facts.english === '' || isSeveralWords(surface) ? 1 : 3;
    case 'exact-case+context':
      return agrees ? 4 : needInLowerCase(facts, surface);
    case 'context':
      return agrees ? 6 : WITH_SIGN;
    default:
      return WITH_SIGN;
  }
};

/** How many points a form needs to be read as its subject's ticker. */
export const tickerNeed = (facts: FormStrength, letterCase: LetterCase): number => {
  if (facts.tickerTier === '' || facts.tickerTier === 'never') return NEVER;
  if (facts.tickerTier === 'any-case') return 0;
  if (letterCase === 'lower' || letterCase === 'title') return WITH_SIGN;
  switch (facts.tickerTier) {
    case 'upper':
      return facts.prominence === 'minor' ? 4 : 2;
    case 'upper+context':
      return 4;
    case 'context':
      return 6;
    default:
      return WITH_SIGN;
  }
};

/** What a form that needs so much with its capitals needs where nothing has any: an everyday word then is most often the word. */
export const uncasedNeed = (facts: FormStrength, need: number): number =>
  facts.english === 'word' ? need + 2 : need;
