import type { SubjectId } from './mention.ts';
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

export const OWNER_MARK = '\t';
export const FILLER = '\n';
const OWNER_CODE = OWNER_MARK.charCodeAt(0);
const FILLER_CODE = FILLER.charCodeAt(0);
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

const fromMark = (code: number): number =>
  code < RARE_LETTERS ? code - CAPITAL_A : code - RARE_LETTERS + CAPITALS;

/** Whether a unit of `text` belongs to no form: a mark, an owner or a filler. */
export const isMark = (code: number): boolean =>
  (code >= CAPITAL_A && code < CAPITAL_A + CAPITALS) ||
  (code >= RARE_LETTERS && code < RARE_LETTERS_END) ||
  code === OWNER_CODE ||
  code === FILLER_CODE;

const TIER_BITS = 0x7;
const TICKER_SHIFT = 3;
const CASE_SHIFT = 6;
const ENGLISH_SHIFT = 8;
const SIGN_BIT = 1 << 11;
const CONTINUES_BIT = 1 << 12;
const FORM_BITS = 0x3f;

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

/** The id that CoinGecko makes of most names; an owner's id is left out where this gives it. */
export const slugOf = (form: string): string => form.replace(/[^a-z0-9]+/g, '-');

interface Base64Decoder {
  readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}

const decodeBytes = (base64: string): Uint8Array<ArrayBuffer> => {
  const native = (Uint8Array as Base64Decoder).fromBase64;
  if (native !== undefined) return native.call(Uint8Array, base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
};

/** Two bytes a unit, low byte first, as every machine that runs a browser stores them. */
const decodeUnits = (base64: string): Uint16Array => new Uint16Array(decodeBytes(base64).buffer);

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
    return slugOf(textAfter(first));
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
