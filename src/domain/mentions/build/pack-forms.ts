import { findTokenEnds } from '../form-text.ts';
import { OWNER_BIT, type PackedGazetteer, packMeta, slugOf } from '../gazetteer.ts';
import type { SubjectId } from '../mention.ts';
import { nameNeed, tickerNeed, WITH_SIGN } from '../needs.ts';
import { CASES, ENGLISH_KINDS, NAME_TIERS, TICKER_TIERS } from '../tiers.ts';
import { finishHash, hashFolded } from '../tokenize.ts';
import type { GazetteerForm } from './collect-forms.ts';

interface Entry {
  readonly text: string;
  readonly meta: number;
  readonly rivals: readonly SubjectId[];
}

const SLOTS_PER_FORM = 2;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const toLittleEndian = (units: readonly number[]): Uint8Array =>
  Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >>> 8]));

const needsSignInLowerCase = (form: GazetteerForm): boolean => {
  // Prominence matters only to forms that pass without a sign anyway.
  const facts = { ...form, prominence: 'large' as const };
  return nameNeed(facts, 'lower', form.text) >= WITH_SIGN && tickerNeed(facts, 'lower') >= WITH_SIGN;
};

const metaOf = (form: GazetteerForm, continues: boolean): number =>
  packMeta({
    nameTier: NAME_TIERS.indexOf(form.nameTier),
    tickerTier: TICKER_TIERS.indexOf(form.tickerTier),
    ownCase: CASES.indexOf(form.ownCase),
    english: ENGLISH_KINDS.indexOf(form.english),
    needsSign: needsSignInLowerCase(form),
    continues,
  });

const isReadable = (form: GazetteerForm): boolean => findTokenEnds(form.text) !== null;

/** What longer forms start with, token by token: the scan goes on only from one of these to the next. */
const collectPrefixes = (forms: readonly GazetteerForm[]): ReadonlySet<string> =>
  new Set(
    forms.flatMap(({ text }) => (findTokenEnds(text) ?? []).slice(0, -1).map((end) => text.slice(0, end))),
  );

const byOwner = (forms: readonly GazetteerForm[]): ReadonlyMap<SubjectId, readonly GazetteerForm[]> => {
  const groups = new Map<SubjectId, GazetteerForm[]>();
  for (const form of forms) groups.set(form.owner, [...(groups.get(form.owner) ?? []), form]);
  return groups;
};

const isOwner = (entry: Entry): boolean => (entry.meta & OWNER_BIT) !== 0;

/** An owner's entry holds its id, or nothing where the id is the slug of the form that is put next. */
const ownerEntries = (
  owner: SubjectId,
  forms: readonly GazetteerForm[],
  prefixes: ReadonlySet<string>,
): Entry[] => {
  const named = forms.find((form) => slugOf(form.text) === owner);
  const ordered = named === undefined ? forms : [named, ...forms.filter((form) => form !== named)];
  return [
    { text: named === undefined ? owner : '', meta: OWNER_BIT, rivals: [] },
    ...ordered.map((form) => ({
      text: form.text,
      meta: metaOf(form, prefixes.has(form.text)),
      rivals: form.rivals,
    })),
  ];
};

const fillSlots = (entries: readonly Entry[]): readonly number[] => {
  const formCount = entries.filter((entry) => !isOwner(entry)).length;
  let size = 1;
  while (size < formCount * SLOTS_PER_FORM) size *= 2;
  const slots = new Array<number>(size).fill(0);
  entries.forEach((entry, index) => {
    if (isOwner(entry)) return;
    let slot = finishHash(hashFolded(entry.text, 0, entry.text.length)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  });
  return slots;
};

const packRivals = (entries: readonly Entry[], ownerEntry: ReadonlyMap<SubjectId, number>): string =>
  entries
    .flatMap(({ rivals }, index) => {
      const owners = rivals.flatMap((rival) => ownerEntry.get(rival) ?? []);
      return owners.length > 0 ? [`${index}:${owners.join(',')}`] : [];
    })
    .join(';');

/**
 * Packs forms into the strings that the content script carries: line by line an owner's id and then its forms. Starts
 * of forms that are no form by themselves stand last, under an owner called `-`.
 */
export const packForms = (forms: readonly GazetteerForm[]): PackedGazetteer => {
  const kept = forms.filter(isReadable);
  const prefixes = collectPrefixes(kept);
  const known = new Set(kept.map((form) => form.text));
  const entries: Entry[] = [];
  const ownerEntry = new Map<SubjectId, number>();
  for (const [owner, group] of byOwner(kept)) {
    ownerEntry.set(owner, entries.length);
    entries.push(...ownerEntries(owner, group, prefixes));
  }
  entries.push({ text: '-', meta: OWNER_BIT, rivals: [] });
  for (const text of prefixes)
    if (!known.has(text)) entries.push({ text, meta: packMeta({ continues: true }), rivals: [] });
  return {
    text: entries.map((entry) => entry.text).join('\n'),
    metas: toBase64(toLittleEndian(entries.map((entry) => entry.meta))),
    slots: toBase64(toLittleEndian(fillSlots(entries))),
    rivals: packRivals(entries, ownerEntry),
  };
};
