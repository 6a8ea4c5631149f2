import { guessCoinId } from '../coins/guess-coin-id.ts';
import { decodeBytes, decodeUnits } from './base64.ts';
import type { SubjectId } from './mention.ts';
import {
  CASE_SHIFT,
  CONTINUES_BIT,
  ENGLISH_SHIFT,
  FILLER_CODE,
  FORM_BITS,
  fromMark,
  isMark,
  OWNER_MARK,
  type PackedGazetteer,
  SIGN_BIT,
  TICKER_SHIFT,
  TIER_BITS,
} from './packed-format.ts';
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
import { charClass, foldChar, INVISIBLE, SPACE } from './tokenize.ts';

/** Owner of the words that only crypto texts use. They are no mentions: they say what a text is about. */
export const TOPIC = 'topic:crypto';

/** A form of the table: the place of its mark. */
export type FormIndex = number;

/** What `findForm` answers when there is none. */
export const NO_FORM = -1;

/** How widely an owner is known: among the first 150 coins by market value, the first 400, or past them. */
export type Prominence = 'large' | 'known' | 'minor';

/** What the table says about one form. */
export interface FormFacts {
  readonly owner: SubjectId;
  readonly nameTier: NameTier;
  readonly tickerTier: TickerTier;
  readonly ownCase: LetterCase;
  readonly english: EnglishKind;
  /** Further subjects that the form may name, best first. */
  readonly rivals: readonly SubjectId[];
  readonly prominence: Prominence;
}

/** Every form the engine knows, ready for look-ups by hash. */
export interface Gazetteer {
  /** The form that text[start, end) is when folded, given that text's finished hash; or `NO_FORM`. */
  readonly findForm: (hash: number, text: string, start: number, end: number) => FormIndex;
  /** False for the start of longer forms that is no form by itself. */
  readonly isForm: (form: FormIndex) => boolean;
  /** In lower case the form is an everyday word that only a sign beside it could make a mention. */
  readonly needsSignInLowerCase: (form: FormIndex) => boolean;
  /** Whether a longer form starts with this one's tokens. */
  readonly continues: (form: FormIndex) => boolean;
  readonly facts: (form: FormIndex) => FormFacts;
}

/** The hash table as the scan reads it: 0 where a slot is empty. */
const readSlots = (filled: Uint8Array, values: Uint8Array): Uint16Array => {
  const slots = new Uint16Array(filled.length * 8);
  const count = values.length / 2;
  let next = 0;
  for (let slot = 0; slot < slots.length; slot += 1) {
    if ((((filled[slot >> 3] ?? 0) >> (slot & 7)) & 1) === 0) continue;
    slots[slot] = (values[next] ?? 0) | ((values[next + count] ?? 0) << 8);
    next += 1;
  }
  return slots;
};

const parseRivals = (packed: string): ReadonlyMap<FormIndex, readonly number[]> =>
  new Map(
    packed.split(';').map((item) => {
      const colon = item.indexOf(':');
      return [
        Number(item.slice(0, colon)),
        item
          .slice(colon + 1)
          .split(',')
          .map(Number),
      ];
    }),
  );

/** Opens the packed table. Strings of single forms are made only when asked for. */
export const openGazetteer = (packed: PackedGazetteer): Gazetteer => {
  const { text } = packed;
  const traits = decodeUnits(packed.traits);
  const slots = readSlots(decodeBytes(packed.filledSlots), decodeBytes(packed.slotValues));
  const mask = slots.length - 1;
  const known = new Map<FormIndex, FormFacts>();
  let rivals: ReadonlyMap<FormIndex, readonly number[]> | null = null;

  const traitsOf = (form: FormIndex): number => traits[fromMark(text.charCodeAt(form))] ?? 0;

  const textAfter = (mark: number): string => {
    let end = mark + 1;
    while (end < text.length && !isMark(text.charCodeAt(end))) end += 1;
    return text.slice(mark + 1, end);
  };

  const isSpelledAs = (form: FormIndex, source: string, start: number, end: number): boolean => {
    let at = form + 1;
    let last = 0;
    for (let from = start; from < end; from += 1) {
      const code = source.charCodeAt(from);
      const folded = foldChar(code);
      if (charClass(code) === INVISIBLE || (folded === SPACE && last === SPACE)) continue;
      if (folded !== text.charCodeAt(at)) return false;
      at += 1;
      last = folded;
    }
    return at >= text.length || isMark(text.charCodeAt(at));
  };

  const ownerId = (mark: number): SubjectId => {
    const id = textAfter(mark);
    if (id !== '') return id;
    let first = mark + 1;
    while (text.charCodeAt(first) === FILLER_CODE) first += 1;
    return guessCoinId(textAfter(first));
  };

  const prominenceOf = (form: FormIndex): Prominence => {
    if (form < packed.largeEnd) return 'large';
    return form < packed.knownEnd ? 'known' : 'minor';
  };

  const readFacts = (form: FormIndex): FormFacts => {
    rivals ??= parseRivals(packed.rivals);
    const bits = traitsOf(form);
    return {
      owner: ownerId(text.lastIndexOf(OWNER_MARK, form)),
      nameTier: NAME_TIERS[bits & TIER_BITS] ?? '',
      tickerTier: TICKER_TIERS[(bits >> TICKER_SHIFT) & TIER_BITS] ?? '',
      ownCase: CASES[(bits >> CASE_SHIFT) & 0x3] ?? 'lower',
      english: ENGLISH_KINDS[(bits >> ENGLISH_SHIFT) & TIER_BITS] ?? '',
      rivals: rivals.get(form)?.map(ownerId) ?? [],
      prominence: prominenceOf(form),
    };
  };

  return {
    findForm: (hash, source, start, end) => {
      let slot = hash & mask;
      if (slots[slot] === 0) return NO_FORM;
      // A token's first unit is never invisible, so it can be compared as it is; most collisions end with it.
      const first = foldChar(source.charCodeAt(start));
      for (let half = slots[slot] ?? 0; half !== 0; half = slots[slot] ?? 0) {
        const form = (half - 1) * 2;
        if (text.charCodeAt(form + 1) === first && isSpelledAs(form, source, start, end)) return form;
        slot = (slot + 1) & mask;
      }
      return NO_FORM;
    },
    isForm: (form) => (traitsOf(form) & FORM_BITS) !== 0,
    needsSignInLowerCase: (form) => (traitsOf(form) & SIGN_BIT) !== 0,
    continues: (form) => (traitsOf(form) & CONTINUES_BIT) !== 0,
    facts: (form) => {
      const found = known.get(form) ?? readFacts(form);
      known.set(form, found);
      return found;
    },
  };
};
