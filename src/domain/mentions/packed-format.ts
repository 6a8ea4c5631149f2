import {
  CASES,
  ENGLISH_KINDS,
  type EnglishKind,
  type LetterCase,
  NAME_TIERS,
  type NameTier,
  TICKER_TIERS,
  type TickerTier,
} from './tiers.ts';

/** The generated table as it stands in the bundle. Nothing in it must be parsed before the first look-up. */
export interface PackedGazetteer {
  /**
   * Owners in rank order. Each is a tab and its id (nothing where the id is the slug of its first form), then its
   * forms. A form is one mark that stands for its traits, then its folded text. Marks stand at even places.
   */
  readonly text: string;
  /** Sixteen bits for each mark: see `packTraits`. */
  readonly traits: string;
  /** One bit for each slot of an open-addressed hash table, a power of two long: whether a form is in it. */
  readonly filledSlots: string;
  /** For each filled slot half the place of the form's mark, plus one: all low bytes, then all high bytes. */
  readonly slotValues: string;
  /** `form:owner,owner;form:owner`, places in `text`: the further owners of forms that several share. */
  readonly rivals: string;
  /** Places in `text` where the 150 largest coins end, and the 400 largest. */
  readonly largeEnd: number;
  readonly knownEnd: number;
}

/** Stands before an owner's id. */
export const OWNER_MARK = '\t';
/** Makes the next mark stand at an even place. */
export const FILLER = '\n';
const OWNER_CODE = OWNER_MARK.charCodeAt(0);
export const FILLER_CODE = FILLER.charCodeAt(0);
const CAPITAL_A = 'A'.charCodeAt(0);
const CAPITALS = 26;
/** Latin letters of languages that no form is written in. */
const RARE_LETTERS = 0x180;
const RARE_LETTERS_END = 0x280;

/** The mark of the traits with this number: capitals for the most frequent, because no folded form holds one. */
export const toMark = (traitsNumber: number): string =>
  String.fromCharCode(
    traitsNumber < CAPITALS ? CAPITAL_A + traitsNumber : RARE_LETTERS + traitsNumber - CAPITALS,
  );

/** The number of the traits that a mark stands for. */
export const fromMark = (code: number): number =>
  code < RARE_LETTERS ? code - CAPITAL_A : code - RARE_LETTERS + CAPITALS;

/** Whether a unit of `text` belongs to no form: a mark, an owner or a filler. */
export const isMark = (code: number): boolean =>
  (code >= CAPITAL_A && code < CAPITAL_A + CAPITALS) ||
  (code >= RARE_LETTERS && code < RARE_LETTERS_END) ||
  code === OWNER_CODE ||
  code === FILLER_CODE;

export const TIER_BITS = 0x7;
export const TICKER_SHIFT = 3;
export const CASE_SHIFT = 6;
export const ENGLISH_SHIFT = 8;
export const SIGN_BIT = 1 << 11;
export const CONTINUES_BIT = 1 << 12;
export const FORM_BITS = 0x3f;

/** Bits 0-2 name tier, 3-5 ticker tier, 6-7 own case, 8-10 English kind, 11 needs a sign, 12 continues. */
export const packTraits = (traits: {
  readonly nameTier?: NameTier;
  readonly tickerTier?: TickerTier;
  readonly ownCase?: LetterCase;
  readonly english?: EnglishKind;
  readonly needsSign?: boolean;
  readonly continues: boolean;
}): number =>
  NAME_TIERS.indexOf(traits.nameTier ?? '') |
  (TICKER_TIERS.indexOf(traits.tickerTier ?? '') << TICKER_SHIFT) |
  (CASES.indexOf(traits.ownCase ?? 'lower') << CASE_SHIFT) |
  (ENGLISH_KINDS.indexOf(traits.english ?? '') << ENGLISH_SHIFT) |
  (traits.needsSign ? SIGN_BIT : 0) |
  (traits.continues ? CONTINUES_BIT : 0);
