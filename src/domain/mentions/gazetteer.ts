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
import { everyFolded } from './tokenize.ts';

/** The generated table as it stands in the bundle: text and base64, nothing that must be parsed into objects. */
export interface PackedGazetteer {
  /** All entries without a separator: owner ids and, after each, its folded forms. */
  readonly text: string;
  /** One byte per entry: its length in `text`. */
  readonly lengths: string;
  /** Sixteen bits per entry: see `packMeta`. */
  readonly metas: string;
  /** Open-addressed hash table of entry numbers plus one, a power of two long. */
  readonly slots: string;
  /** `entry:id,id;entry:id`: the further subjects of forms that several subjects share. */
  readonly rivals: string;
}

/** Owner of the words that only crypto texts use. They are no mentions: they say what a text is about. */
export const TOPIC = 'topic:crypto';

/** Number of an entry in the packed table. */
export type FormIndex = number;

/** What the table says about one form. */
export interface FormFacts {
  readonly owner: SubjectId;
  readonly nameTier: NameTier;
  readonly tickerTier: TickerTier;
  readonly ownCase: LetterCase;
  readonly english: EnglishKind;
  readonly rivals: readonly SubjectId[];
  /** Place of the owner in rank order, 0 is the largest coin. */
  readonly place: number;
}

/** Every form the engine knows, ready for look-ups by hash. */
export interface Gazetteer {
  /** The entry whose form is text[start, end) when folded, given that text's finished hash; -1 when there is none. */
  readonly findForm: (hash: number, text: string, start: number, end: number) => FormIndex;
  readonly isForm: (form: FormIndex) => boolean;
  /** How many tokens may follow this entry as the first token of a longer form. */
  readonly furtherTokens: (form: FormIndex) => number;
  readonly facts: (form: FormIndex) => FormFacts;
}

const NAME_BITS = 0x7;
const TICKER_SHIFT = 3;
const CASE_SHIFT = 6;
const ENGLISH_SHIFT = 8;
const FURTHER_SHIFT = 12;
const OWNER_BIT = 0x8000;
const FORM_BITS = 0x3f;

/** Bits 0-2 name tier, 3-5 ticker tier, 6-7 own case, 8-10 English kind; 12-14 further tokens, 15 owner entry. */
export const packMeta = (meta: {
  readonly nameTier: number;
  readonly tickerTier: number;
  readonly ownCase: number;
  readonly english: number;
}): number =>
  meta.nameTier |
  (meta.tickerTier << TICKER_SHIFT) |
  (meta.ownCase << CASE_SHIFT) |
  (meta.english << ENGLISH_SHIFT);

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

const parseRivals = (packed: string): ReadonlyMap<FormIndex, readonly SubjectId[]> =>
  new Map(
    packed.split(';').map((item) => {
      const colon = item.indexOf(':');
      return [Number(item.slice(0, colon)), item.slice(colon + 1).split(',')];
    }),
  );

/** Opens the packed table. Costs a few typed arrays; strings of single entries are made only when asked for. */
export const openGazetteer = (packed: PackedGazetteer): Gazetteer => {
  const { text } = packed;
  const lengths = decodeBytes(packed.lengths);
  const metas = decodeUnits(packed.metas);
  const slots = decodeUnits(packed.slots);
  const mask = slots.length - 1;
  const starts = new Uint32Array(lengths.length);
  for (let entry = 1; entry < lengths.length; entry += 1) {
    starts[entry] = (starts[entry - 1] ?? 0) + (lengths[entry - 1] ?? 0);
  }
  let rivals: ReadonlyMap<FormIndex, readonly SubjectId[]> | null = null;
  const known = new Map<FormIndex, FormFacts>();

  const isSpelledAs = (entry: FormIndex, source: string, start: number, end: number): boolean => {
    let at = starts[entry] ?? 0;
    const stop = at + (lengths[entry] ?? 0);
    const same = everyFolded(source, start, end, (unit) => {
      const matches = at < stop && unit === text.charCodeAt(at);
      at += 1;
      return matches;
    });
    return same && at === stop;
  };

  const ownerEntryOf = (form: FormIndex): FormIndex => {
    let entry = form;
    while (entry > 0 && ((metas[entry] ?? 0) & OWNER_BIT) === 0) entry -= 1;
    return entry;
  };

  const places = new Map<FormIndex, number>();
  const placeOf = (ownerEntry: FormIndex): number => {
    if (places.size === 0) {
      metas.forEach((meta, entry) => {
        if (meta & OWNER_BIT) places.set(entry, places.size);
      });
    }
    return places.get(ownerEntry) ?? 0;
  };

  const readFacts = (form: FormIndex): FormFacts => {
    rivals ??= parseRivals(packed.rivals);
    const meta = metas[form] ?? 0;
    const owner = ownerEntryOf(form);
    const start = starts[owner] ?? 0;
    return {
      owner: text.slice(start, start + (lengths[owner] ?? 0)),
      nameTier: NAME_TIERS[meta & NAME_BITS] ?? '',
      tickerTier: TICKER_TIERS[(meta >> TICKER_SHIFT) & 0x7] ?? '',
      ownCase: CASES[(meta >> CASE_SHIFT) & 0x3] ?? 'lower',
      english: ENGLISH_KINDS[(meta >> ENGLISH_SHIFT) & 0x7] ?? '',
      rivals: rivals.get(form) ?? [],
      place: placeOf(owner),
    };
  };

  return {
    findForm: (hash, source, start, end) => {
      let slot = hash & mask;
      for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
        if (isSpelledAs(entry - 1, source, start, end)) return entry - 1;
        slot = (slot + 1) & mask;
      }
      return -1;
    },
    isForm: (form) => ((metas[form] ?? 0) & FORM_BITS) !== 0,
    furtherTokens: (form) => ((metas[form] ?? 0) >> FURTHER_SHIFT) & 0x7,
    facts: (form) => {
      const found = known.get(form) ?? readFacts(form);
      known.set(form, found);
      return found;
    },
  };
};
