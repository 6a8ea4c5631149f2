import {
  CASES,
  ENGLISH_KINDS,
  type EnglishKind,
  type LetterCase,
  NAME_TIERS,
  type NameTier,
  PROMINENCES,
  type Prominence,
  TICKER_TIERS,
  type TickerTier,
} from './tiers.ts';

/** The generated table as it stands in the bundle. Nothing in it must be parsed before the first look-up. */
export interface PackedGazetteer {
  /**
   * The folded forms in the order of their units, in blocks of `BLOCK_SIZE`. Two lines a block: its first form; then
   * each further one as a capital, for how many units it shares with the form before, and what follows those.
   */
  readonly forms: string;
  /** One mark for each form, in the same order: which of `traits` it has. */
  readonly marks: string;
  /** Sixteen bits for each mark: see `packTraits`. */
  readonly traits: string;
  /**
   * Two digits for each form: 0 where the form gives its owner's id (see `guessCoinId`), else a place in `ids`, counted
   * from 1; past those the number of the form that gives it.
   */
  readonly owners: string;
  /** Ids that no form gives, one a line. */
  readonly ids: string;
  /** `;form:owner,owner;form:owner;`, numbers as in `owners`: the further owners of forms that several share. */
  readonly rivals: string;
  /** `;start;start;`: ASCII starts of forms that go on without a space in a script past ASCII. */
  readonly fusedStarts: string;
  /** One bit for each key of `startKey`: whether a form starts with a token that has it. */
  readonly starts: string;
  /** The same for forms of one token that ask for no sign in lower case. */
  readonly plainStarts: string;
  /** The same for each key of `pairKey`: whether a form starts with two tokens that have it. */
  readonly pairs: string;
}

/** How many forms stand in a block, each written as what differs from the one before. */
export const BLOCK_SIZE = 16;

const CAPITAL_A = 'A'.charCodeAt(0);
/** As many units as a capital can tell. */
export const MAX_SHARED = 25;
const LAST_SHARED_MARK = CAPITAL_A + MAX_SHARED;

/** Capitals tell shared lengths because no folded form holds one. */
export const toSharedMark = (shared: number): string => String.fromCharCode(CAPITAL_A + shared);

/** The shared length that a unit of a block tells, or -1 for a unit of a form. */
export const fromSharedMark = (code: number): number =>
  code >= CAPITAL_A && code <= LAST_SHARED_MARK ? code - CAPITAL_A : -1;

/** The forms of a block, given its two lines. */
export const readBlock = (first: string, rest: string): readonly string[] => {
  const forms = [first];
  let form = first;
  for (let at = 0; at < rest.length; ) {
    const shared = fromSharedMark(rest.charCodeAt(at));
    let end = at + 1;
    // Written out because this loop runs before a browser has compiled anything.
    for (; end < rest.length; end += 1) {
      const code = rest.charCodeAt(end);
      if (code >= CAPITAL_A && code <= LAST_SHARED_MARK) break;
    }
    form = form.slice(0, shared) + rest.slice(at + 1, end);
    forms.push(form);
    at = end;
  }
  return forms;
};

const FIRST_DIGIT = 32;
const BASE = 95;
const FIRST_RARE_DIGIT = 0xa1;

/** A number below 95 is one printable ASCII character, a larger one a letter past them. */
export const toMark = (number: number): string =>
  String.fromCharCode(number < BASE ? FIRST_DIGIT + number : FIRST_RARE_DIGIT + number - BASE);

export const fromMark = (code: number): number =>
  code < FIRST_RARE_DIGIT ? code - FIRST_DIGIT : code - FIRST_RARE_DIGIT + BASE;

/** Two printable digits for a number below 9,025. */
export const toDigits = (number: number): string => toMark(Math.floor(number / BASE)) + toMark(number % BASE);

export const fromDigits = (text: string, at: number): number =>
  fromMark(text.charCodeAt(at)) * BASE + fromMark(text.charCodeAt(at + 1));

export const TIER_BITS = 0x7;
export const TICKER_SHIFT = 3;
export const CASE_SHIFT = 6;
export const ENGLISH_SHIFT = 8;
export const SIGN_BIT = 1 << 11;
export const PROMINENCE_SHIFT = 12;

/** Bits 0-2 name tier, 3-5 ticker tier, 6-7 own case, 8-10 English kind, 11 needs a sign, 12-13 prominence. */
export const packTraits = (traits: {
  readonly nameTier: NameTier;
  readonly tickerTier: TickerTier;
  readonly ownCase: LetterCase;
  readonly english: EnglishKind;
  readonly needsSign: boolean;
  readonly prominence: Prominence;
}): number =>
  NAME_TIERS.indexOf(traits.nameTier) |
  (TICKER_TIERS.indexOf(traits.tickerTier) << TICKER_SHIFT) |
  (CASES.indexOf(traits.ownCase) << CASE_SHIFT) |
  (ENGLISH_KINDS.indexOf(traits.english) << ENGLISH_SHIFT) |
  (traits.needsSign ? SIGN_BIT : 0) |
  (PROMINENCES.indexOf(traits.prominence) << PROMINENCE_SHIFT);
