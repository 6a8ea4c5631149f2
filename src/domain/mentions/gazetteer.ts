import { guessCoinId } from '../coins/guess-coin-id.ts';
import { decodeBytes, decodeUnits } from './base64.ts';
import type { SubjectId } from './mention.ts';
import {
  BLOCK_SIZE,
  CASE_SHIFT,
  ENGLISH_SHIFT,
  fromDigits,
  fromMark,
  type PackedGazetteer,
  PROMINENCE_SHIFT,
  readBlock,
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
  PROMINENCES,
  type Prominence,
  TICKER_TIERS,
  type TickerTier,
} from './tiers.ts';
import { charClass, isPastAscii, WORD } from './tokenize.ts';

/** Owner of the words that only crypto texts use. They are no mentions: they say what a text is about. */
export const TOPIC = 'topic:crypto';

/** A form of the table: its number in the order of their units. */
export type FormIndex = number;

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

/** What the table holds under a folded text. */
export interface Entry {
  /** Null for the start of longer forms that is no form by itself. */
  readonly form: FormIndex | null;
  /** Whether a longer form may start with it. */
  readonly continues: boolean;
}

/** Every form the engine knows. */
export interface Gazetteer {
  /** For each key of `startKey` a bit: without it no form starts with a token that has the key. */
  readonly starts: Uint8Array;
  /** The same for forms of one token that may be meant in lower case without a sign beside them. */
  readonly plainStarts: Uint8Array;
  /** For each key of `pairKey` a bit: without it no form starts with two tokens that have the key. */
  readonly pairs: Uint8Array;
  readonly findEntry: (folded: string) => Entry | null;
  /** In lower case the form is an everyday word that only a sign beside it could make a mention. */
  readonly needsSignInLowerCase: (form: FormIndex) => boolean;
  readonly facts: (form: FormIndex) => FormFacts;
}

/** A text of this many different words is no article; what was looked up is then forgotten. */
const MAX_REMEMBERED = 4_000;
const FIRST_PAST_ASCII = 128;

/** Opens the packed table. Strings of single forms are made only when asked for. */
export const openGazetteer = (packed: PackedGazetteer): Gazetteer => {
  const lines = packed.forms.split('\n');
  const blocks: (readonly string[] | undefined)[] = [];
  const entries = new Map<string, Entry | null>();
  const known = new Map<FormIndex, FormFacts>();
  let traits: Uint16Array | null = null;
  let ids: readonly string[] | null = null;

  const traitsOf = (form: FormIndex): number => {
    traits ??= decodeUnits(packed.traits);
    return traits[fromMark(packed.marks.charCodeAt(form))] ?? 0;
  };

  const blockAt = (block: number): readonly string[] => {
    const decoded = blocks[block] ?? readBlock(lines[block * 2] ?? '', lines[block * 2 + 1] ?? '');
    blocks[block] = decoded;
    return decoded;
  };

  const textOf = (form: FormIndex): string => blockAt(Math.floor(form / BLOCK_SIZE))[form % BLOCK_SIZE] ?? '';

  /** The number of the first form that does not stand before this text. */
  const findPlace = (folded: string): FormIndex => {
    let low = 0;
    let high = lines.length >> 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle * 2] ?? '') <= folded) low = middle;
      else high = middle;
    }
    const block = blockAt(low);
    let at = 0;
    while (at < block.length && (block[at] ?? '') < folded) at += 1;
    return low * BLOCK_SIZE + at;
  };

  /** Whether one of the forms from this number on starts with this text and goes on with another token. */
  const isContinued = (folded: string, from: FormIndex): boolean => {
    const next = textOf(from);
    if (!next.startsWith(folded)) return false;
    const after = next.charCodeAt(folded.length);
    if (after >= FIRST_PAST_ASCII || charClass(after) !== WORD || isPastAscii(folded)) return true;
    return packed.fusedStarts.includes(`;${folded};`);
  };

  const readEntry = (folded: string): Entry | null => {
    const place = findPlace(folded);
    const isForm = textOf(place) === folded;
    const continues = isContinued(folded, isForm ? place + 1 : place);
    return isForm || continues ? { form: isForm ? place : null, continues } : null;
  };

  const ownerId = (number: number, form: FormIndex): SubjectId => {
    if (number === 0) return guessCoinId(textOf(form));
    ids ??= packed.ids.split('\n');
    return ids[number - 1] ?? guessCoinId(textOf(number - 1 - ids.length));
  };

  const rivalsOf = (form: FormIndex): readonly SubjectId[] => {
    const key = `;${form}:`;
    const at = packed.rivals.indexOf(key);
    if (at < 0) return [];
    const start = at + key.length;
    return packed.rivals
      .slice(start, packed.rivals.indexOf(';', start))
      .split(',')
      .map((number) => ownerId(Number(number), form));
  };

  const readFacts = (form: FormIndex): FormFacts => {
    const bits = traitsOf(form);
    return {
      owner: ownerId(fromDigits(packed.owners, form * 2), form),
      nameTier: NAME_TIERS[bits & TIER_BITS] ?? '',
      tickerTier: TICKER_TIERS[(bits >> TICKER_SHIFT) & TIER_BITS] ?? '',
      ownCase: CASES[(bits >> CASE_SHIFT) & 0x3] ?? 'lower',
      english: ENGLISH_KINDS[(bits >> ENGLISH_SHIFT) & TIER_BITS] ?? '',
      rivals: rivalsOf(form),
      prominence: PROMINENCES[bits >> PROMINENCE_SHIFT] ?? 'minor',
    };
  };

  return {
    starts: decodeBytes(packed.starts),
    plainStarts: decodeBytes(packed.plainStarts),
    pairs: decodeBytes(packed.pairs),
    findEntry: (folded) => {
      const remembered = entries.get(folded);
      if (remembered !== undefined) return remembered;
      if (entries.size >= MAX_REMEMBERED) entries.clear();
      const entry = readEntry(folded);
      entries.set(folded, entry);
      return entry;
    },
    needsSignInLowerCase: (form) => (traitsOf(form) & SIGN_BIT) !== 0,
    facts: (form) => {
      const found = known.get(form) ?? readFacts(form);
      known.set(form, found);
      return found;
    },
  };
};
