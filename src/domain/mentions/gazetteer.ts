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

/** The generated table as it stands in the bundle: text and base64, nothing that must be parsed into objects. */
export interface PackedGazetteer {
  /** One entry a line: an owner's id and, after it, the owner's folded forms. */
  readonly text: string;
  /** Sixteen bits per entry: see `packMeta`. */
  readonly metas: string;
  /** Open-addressed hash table of entry numbers plus one, a power of two long. */
  readonly slots: string;
  /** `form:owner,owner;form:owner` by number of entry: the further owners of forms that several share. */
  readonly rivals: string;
}

/** Owner of the words that only crypto texts use. They are no mentions: they say what a text is about. */
export const TOPIC = 'topic:crypto';

/** Number of an entry in the packed table. */
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
  readonly rivals: readonly SubjectId[];
  readonly prominence: Prominence;
}

/** Every form the engine knows, ready for look-ups by hash. */
export interface Gazetteer {
  /** The entry whose form is text[start, end) when folded, given that text's finished hash; or `NO_FORM`. */
  readonly findForm: (hash: number, text: string, start: number, end: number) => FormIndex;
  readonly isForm: (form: FormIndex) => boolean;
  /** In lower case the form is an everyday word that only a sign beside it could make a mention. */
  readonly needsSignInLowerCase: (form: FormIndex) => boolean;
  /** Whether a longer form starts with this entry's tokens. */
  readonly continues: (form: FormIndex) => boolean;
  readonly facts: (form: FormIndex) => FormFacts;
}

const NAME_BITS = 0x7;
const TICKER_SHIFT = 3;
const CASE_SHIFT = 6;
const ENGLISH_SHIFT = 8;
const SIGN_SHIFT = 11;
const CONTINUES_SHIFT = 12;
const FORM_BITS = 0x3f;
/** Marks an entry that is an owner's id. */
export const OWNER_BIT = 0x8000;
const LINE_END = '\n';

/** Bits 0-2 name tier, 3-5 ticker tier, 6-7 own case, 8-10 English kind, 11 needs a sign, 12 continues, 15 owner entry. */
export const packMeta = (meta: {
  readonly nameTier?: number;
  readonly tickerTier?: number;
  readonly ownCase?: number;
  readonly english?: number;
  readonly needsSign?: boolean;
  readonly continues: boolean;
}): number =>
  (meta.nameTier ?? 0) |
  ((meta.tickerTier ?? 0) << TICKER_SHIFT) |
  ((meta.ownCase ?? 0) << CASE_SHIFT) |
  ((meta.english ?? 0) << ENGLISH_SHIFT) |
  (meta.needsSign ? 1 << SIGN_SHIFT : 0) |
  (meta.continues ? 1 << CONTINUES_SHIFT : 0);

/** The id that CoinGecko makes of most names; an owner's entry is empty where this gives its id. */
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

/** Where each line starts, and one past the end as if another followed. */
const lineStarts = (text: string, count: number): Uint32Array => {
  const starts = new Uint32Array(count + 1);
  for (let entry = 1, at = text.indexOf(LINE_END); entry < count; entry += 1) {
    starts[entry] = at + 1;
    at = text.indexOf(LINE_END, at + 1);
  }
  starts[count] = text.length + 1;
  return starts;
};

interface ProminenceEnds {
  readonly large: FormIndex;
  readonly known: FormIndex;
}

const LARGE_COINS = 150;
const KNOWN_COINS = 400;

/** Owners stand in rank order, so prominence is a matter of where an entry stands. */
const findProminenceEnds = (metas: Uint16Array): ProminenceEnds => {
  let owners = 0;
  let large = 0;
  let entry = 0;
  for (; entry < metas.length && owners <= KNOWN_COINS; entry += 1) {
    if (((metas[entry] ?? 0) & OWNER_BIT) === 0) continue;
    owners += 1;
    if (owners === LARGE_COINS + 1) large = entry;
  }
  return { large, known: entry - 1 };
};

/** Opens the packed table. Costs a few typed arrays; strings of single entries are made only when asked for. */
export const openGazetteer = (packed: PackedGazetteer): Gazetteer => {
  const { text } = packed;
  const metas = decodeUnits(packed.metas);
  const slots = decodeUnits(packed.slots);
  const starts = lineStarts(text, metas.length);
  const mask = slots.length - 1;
  const known = new Map<FormIndex, FormFacts>();
  let rivals: ReadonlyMap<FormIndex, readonly number[]> | null = null;
  let prominenceEnds: ProminenceEnds | null = null;

  const entryText = (entry: FormIndex): string => text.slice(starts[entry], (starts[entry + 1] ?? 0) - 1);

  const isSpelledAs = (entry: FormIndex, source: string, start: number, end: number): boolean => {
    let at = starts[entry] ?? 0;
    // Most collisions end here. A token's first unit is never invisible, so it can be compared as it is.
    if (text.charCodeAt(at) !== foldChar(source.charCodeAt(start))) return false;
    const stop = (starts[entry + 1] ?? 0) - 1;
    let last = 0;
    for (let from = start; from < end; from += 1) {
      const code = source.charCodeAt(from);
      const folded = foldChar(code);
      if (charClass(code) === INVISIBLE || (folded === SPACE && last === SPACE)) continue;
      if (at >= stop || folded !== text.charCodeAt(at)) return false;
      at += 1;
      last = folded;
    }
    return at === stop;
  };

  const isOwner = (entry: FormIndex): boolean => ((metas[entry] ?? 0) & OWNER_BIT) !== 0;
  const ownerId = (entry: FormIndex): SubjectId => entryText(entry) || slugOf(entryText(entry + 1));

  const ownerEntryOf = (form: FormIndex): number => {
    let entry = form;
    while (entry > 0 && !isOwner(entry)) entry -= 1;
    return entry;
  };

  const readFacts = (form: FormIndex): FormFacts => {
    rivals ??= parseRivals(packed.rivals);
    prominenceEnds ??= findProminenceEnds(metas);
    const meta = metas[form] ?? 0;
    return {
      owner: ownerId(ownerEntryOf(form)),
      nameTier: NAME_TIERS[meta & NAME_BITS] ?? '',
      tickerTier: TICKER_TIERS[(meta >> TICKER_SHIFT) & 0x7] ?? '',
      ownCase: CASES[(meta >> CASE_SHIFT) & 0x3] ?? 'lower',
      english: ENGLISH_KINDS[(meta >> ENGLISH_SHIFT) & 0x7] ?? '',
      rivals: rivals.get(form)?.map(ownerId) ?? [],
      prominence: form < prominenceEnds.large ? 'large' : form < prominenceEnds.known ? 'known' : 'minor',
    };
  };

  return {
    findForm: (hash, source, start, end) => {
      let slot = hash & mask;
      for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
        if (isSpelledAs(entry - 1, source, start, end)) return entry - 1;
        slot = (slot + 1) & mask;
      }
      return NO_FORM;
    },
    isForm: (form) => ((metas[form] ?? 0) & FORM_BITS) !== 0,
    needsSignInLowerCase: (form) => ((metas[form] ?? 0) & (1 << SIGN_SHIFT)) !== 0,
    continues: (form) => ((metas[form] ?? 0) & (1 << CONTINUES_SHIFT)) !== 0,
    facts: (form) => {
      const found = known.get(form) ?? readFacts(form);
      known.set(form, found);
      return found;
    },
  };
};
