import { guessCoinId } from '../../coins/guess-coin-id.ts';
import { findTokenEnds } from '../form-text.ts';
import type { SubjectId } from '../mention.ts';
import { nameNeed, tickerNeed, WITH_SIGN } from '../needs.ts';
import { FILLER, isMark, OWNER_MARK, type PackedGazetteer, packTraits, toMark } from '../packed-format.ts';
import { finishHash, hashFolded } from '../tokenize.ts';
import type { GazetteerForm } from './collect-forms.ts';

const SLOTS_PER_FORM = 2;
const LARGE_COINS = 150;
const KNOWN_COINS = 400;

/** A form or the start of one, with its traits and the further owners it may have. */
interface Entry {
  readonly text: string;
  readonly traits: number;
  readonly rivals: readonly SubjectId[];
}

/** An owner and its forms, the first of which gives its id where `id` is empty. */
interface Group {
  readonly owner: SubjectId;
  readonly id: string;
  readonly entries: readonly Entry[];
}

const toBase64 = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));

const lowByte = (unit: number): number => unit & 0xff;
const highByte = (unit: number): number => unit >>> 8;

const needsSignInLowerCase = (form: GazetteerForm): boolean => {
  // Prominence matters only to forms that pass without a sign anyway.
  const facts = { ...form, prominence: 'large' as const };
  return nameNeed(facts, 'lower', form.text) >= WITH_SIGN && tickerNeed(facts, 'lower') >= WITH_SIGN;
};

/** A form that the scan can read, and that holds nothing the table uses as a mark. */
const isReadable = ({ text }: GazetteerForm): boolean =>
  findTokenEnds(text) !== null && ![...text].some((char) => isMark(char.charCodeAt(0)));

/** What longer forms start with, token by token: the scan goes on only from one of these to the next. */
const collectPrefixes = (forms: readonly GazetteerForm[]): ReadonlySet<string> =>
  new Set(
    forms.flatMap(({ text }) => (findTokenEnds(text) ?? []).slice(0, -1).map((end) => text.slice(0, end))),
  );

const toEntry = (form: GazetteerForm, prefixes: ReadonlySet<string>): Entry => ({
  text: form.text,
  traits: packTraits({
    ...form,
    needsSign: needsSignInLowerCase(form),
    continues: prefixes.has(form.text),
  }),
  rivals: form.rivals,
});

const toGroup = (owner: SubjectId, forms: readonly GazetteerForm[], prefixes: ReadonlySet<string>): Group => {
  const named = forms.find((form) => guessCoinId(form.text) === owner);
  const ordered = named === undefined ? forms : [named, ...forms.filter((form) => form !== named)];
  return {
    owner,
    id: named === undefined ? owner : '',
    entries: ordered.map((form) => toEntry(form, prefixes)),
  };
};

/** Starts of forms that are no form by themselves stand last, under an owner called `-`. */
const prefixGroup = (forms: readonly GazetteerForm[], prefixes: ReadonlySet<string>): Group => {
  const known = new Set(forms.map((form) => form.text));
  const bare = [...prefixes].filter((text) => !known.has(text));
  return {
    owner: '-',
    id: '-',
    entries: bare.map((text) => ({ text, traits: packTraits({ continues: true }), rivals: [] })),
  };
};

const groupByOwner = (forms: readonly GazetteerForm[]): ReadonlyMap<SubjectId, readonly GazetteerForm[]> => {
  const groups = new Map<SubjectId, GazetteerForm[]>();
  for (const form of forms) groups.set(form.owner, [...(groups.get(form.owner) ?? []), form]);
  return groups;
};

/** Every distinct set of traits, the most frequent first: a mark is a number in this list. */
const listTraits = (groups: readonly Group[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const { traits } of groups.flatMap((group) => group.entries))
    counts.set(traits, (counts.get(traits) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
};

/** The written text, and where each owner and each form came to stand in it. */
interface WrittenText {
  readonly text: string;
  readonly ownerPlaces: ReadonlyMap<SubjectId, number>;
  readonly formPlaces: ReadonlyMap<Entry, number>;
}

const writeText = (groups: readonly Group[], traitsList: readonly number[]): WrittenText => {
  let text = '';
  const ownerPlaces = new Map<SubjectId, number>();
  const formPlaces = new Map<Entry, number>();
  for (const { owner, id, entries } of groups) {
    ownerPlaces.set(owner, text.length);
    text += OWNER_MARK + id;
    for (const entry of entries) {
      if (text.length % 2 === 1) text += FILLER;
      formPlaces.set(entry, text.length);
      text += toMark(traitsList.indexOf(entry.traits)) + entry.text;
    }
  }
  return { text, ownerPlaces, formPlaces };
};

const fillSlots = (formPlaces: ReadonlyMap<Entry, number>): readonly number[] => {
  let size = 1;
  while (size < formPlaces.size * SLOTS_PER_FORM) size *= 2;
  const slots = new Array<number>(size).fill(0);
  for (const [{ text }, place] of formPlaces) {
    let slot = finishHash(hashFolded(text, 0, text.length)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = place / 2 + 1;
  }
  return slots;
};

const writeRivals = ({ ownerPlaces, formPlaces }: WrittenText): string =>
  [...formPlaces]
    .flatMap(([{ rivals }, place]) => {
      const owners = rivals.flatMap((rival) => ownerPlaces.get(rival) ?? []);
      return owners.length > 0 ? [`${place}:${owners.join(',')}`] : [];
    })
    .join(';');

/** Eight slots a byte, the first in the lowest bit. */
const toBits = (slots: readonly number[]): readonly number[] => {
  const bytes = new Array<number>(slots.length / 8).fill(0);
  slots.forEach((value, slot) => {
    if (value !== 0) bytes[slot >> 3] = (bytes[slot >> 3] ?? 0) | (1 << (slot & 7));
  });
  return bytes;
};

/** Packs forms, given in rank order of their owners, into the strings that the content script carries. */
export const packForms = (forms: readonly GazetteerForm[]): PackedGazetteer => {
  const kept = forms.filter(isReadable);
  const prefixes = collectPrefixes(kept);
  const groups = [
    ...[...groupByOwner(kept)].map(([owner, group]) => toGroup(owner, group, prefixes)),
    prefixGroup(kept, prefixes),
  ];
  const traitsList = listTraits(groups);
  const written = writeText(groups, traitsList);
  const slots = fillSlots(written.formPlaces);
  const values = slots.filter((value) => value !== 0);
  const places = [...written.ownerPlaces.values()];
  return {
    text: written.text,
    traits: toBase64(traitsList.flatMap((traits) => [lowByte(traits), highByte(traits)])),
    filledSlots: toBase64(toBits(slots)),
    slotValues: toBase64([...values.map(lowByte), ...values.map(highByte)]),
    rivals: writeRivals(written),
    largeEnd: places[LARGE_COINS] ?? written.text.length,
    knownEnd: places[KNOWN_COINS] ?? written.text.length,
  };
};
