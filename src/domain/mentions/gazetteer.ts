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
  /** One entry a line: an owner's id and, after it, the owner's folded forms. */
  readonly text: string;
  /** Sixteen bits per entry: see `packMeta`. */
  readonly metas: string;
  /** Open-addressed hash table of entry numbers plus one, a power of two long. */
  readonly slots: string;
  /** `entry:place,place;entry:place`: the further owners of forms that several share, by their place in rank order. */
  readonly rivals: string;
}

/** Owner of the words that only crypto texts use. They are no mentions: they say what a text is about. */
export const TOPIC = 'topic:crypto';

/** Number of an entry in the packed table. */
export type FormIndex = number;

/** What `findForm` answers when there is none. */
export const NO_FORM = -1;

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
  /** The entry whose form is text[start, end) when folded, given that text's finished hash; or `NO_FORM`. */
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
const FORM_BITS = 0x3f;
/** Marks an entry that is an owner's id. */
export const OWNER_BIT = 0x8000;
const LINE_END = '\n';

/** Bits 0-2 name tier, 3-5 ticker tier, 6-7 own case, 8-10 English kind; 12-14 further tokens, 15 owner entry. */
export const packMeta = (meta: {
  readonly nameTier?: number;
  readonly tickerTier?: number;
  readonly ownCase?: number;
  readonly english?: number;
  readonly further: number;
}): number =>
  (meta.nameTier ?? 0) |
  ((meta.tickerTier ?? 0) << TICKER_SHIFT) |
  ((meta.ownCase ?? 0) << CASE_SHIFT) |
  ((meta.english ?? 0) << ENGLISH_SHIFT) |
  (meta.further << FURTHER_SHIFT);

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

/** Opens the packed table. Costs a few typed arrays; strings of single entries are made only when asked for. */
export const openGazetteer = (packed: PackedGazetteer): Gazetteer => {
  const { text } = packed;
  const metas = decodeUnits(packed.metas);
  const slots = decodeUnits(packed.slots);
  const starts = lineStarts(text, metas.length);
  const mask = slots.length - 1;
  const known = new Map<FormIndex, FormFacts>();
  let ownerEntries: readonly FormIndex[] = [];
  let rivals: ReadonlyMap<FormIndex, readonly number[]> = new Map();

  const entryText = (entry: FormIndex): string => text.slice(starts[entry], (starts[entry + 1] ?? 0) - 1);

  const isSpelledAs = (entry: FormIndex, source: string, start: number, end: number): boolean => {
    let at = starts[entry] ?? 0;
    const stop = (starts[entry + 1] ?? 0) - 1;
    const same = everyFolded(source, start, end, (unit) => {
      const matches = at < stop && unit === text.charCodeAt(at);
      at += 1;
      return matches;
    });
    return same && at === stop;
  };

  const isOwner = (entry: FormIndex): boolean => ((metas[entry] ?? 0) & OWNER_BIT) !== 0;
  const ownerId = (entry: FormIndex): SubjectId => entryText(entry) || slugOf(entryText(entry + 1));

  const ownerEntryOf = (form: FormIndex): FormIndex => {
    let entry = form;
    while (entry > 0 && !isOwner(entry)) entry -= 1;
    return entry;
  };

  const readOwners = (): void => {
    ownerEntries = [...metas.keys()].filter(isOwner);
    rivals = parseRivals(packed.rivals);
  };

  const readFacts = (form: FormIndex): FormFacts => {
    if (ownerEntries.length === 0) readOwners();
    const meta = metas[form] ?? 0;
    const owner = ownerEntryOf(form);
    return {
      owner: ownerId(owner),
      nameTier: NAME_TIERS[meta & NAME_BITS] ?? '',
      tickerTier: TICKER_TIERS[(meta >> TICKER_SHIFT) & 0x7] ?? '',
      ownCase: CASES[(meta >> CASE_SHIFT) & 0x3] ?? 'lower',
      english: ENGLISH_KINDS[(meta >> ENGLISH_SHIFT) & 0x7] ?? '',
      rivals: (rivals.get(form) ?? []).map((place) => ownerId(ownerEntries[place] ?? 0)),
      place: ownerEntries.indexOf(owner),
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
    furtherTokens: (form) => ((metas[form] ?? 0) >> FURTHER_SHIFT) & 0x7,
    facts: (form) => {
      const found = known.get(form) ?? readFacts(form);
      known.set(form, found);
      return found;
    },
  };
};
