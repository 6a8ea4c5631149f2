import { readFormShape } from '../form-text.ts';
import type { PackedGazetteer } from '../gazetteer.ts';
import { packMeta } from '../gazetteer.ts';
import type { SubjectId } from '../mention.ts';
import { CASES, ENGLISH_KINDS, NAME_TIERS, TICKER_TIERS } from '../tiers.ts';
import { finishHash, hashFolded } from '../tokenize.ts';
import type { GazetteerForm } from './collect-forms.ts';

interface Entry {
  readonly text: string;
  meta: number;
  readonly rivals: readonly SubjectId[];
}

const MAX_FURTHER_TOKENS = 7;
const MAX_LENGTH = 255;
const SLOTS_PER_FORM = 2;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};

const toLittleEndian = (units: readonly number[]): Uint8Array =>
  Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >>> 8]));

const formMeta = (form: GazetteerForm): number =>
  packMeta({
    nameTier: NAME_TIERS.indexOf(form.nameTier),
    tickerTier: TICKER_TIERS.indexOf(form.tickerTier),
    ownCase: CASES.indexOf(form.ownCase),
    english: ENGLISH_KINDS.indexOf(form.english),
  });

/** Forms that the scan can read, with their first token and the number of tokens after it. */
const readable = (forms: readonly GazetteerForm[]) =>
  forms.flatMap((form) => {
    const shape = form.text.length > MAX_LENGTH ? null : readFormShape(form.text);
    return shape === null || shape.further > MAX_FURTHER_TOKENS ? [] : [{ form, ...shape }];
  });

/** How many tokens may follow each first token: the scan looks no further than this. */
const furthestByFirst = (forms: readonly { readonly first: string; readonly further: number }[]) => {
  const furthest = new Map<string, number>();
  for (const { first, further } of forms) furthest.set(first, Math.max(furthest.get(first) ?? 0, further));
  return furthest;
};

const fillSlots = (entries: readonly Entry[], isForm: (index: number) => boolean): readonly number[] => {
  const formCount = entries.filter((_, index) => isForm(index)).length;
  let size = 1;
  while (size < formCount * SLOTS_PER_FORM) size *= 2;
  const slots = new Array<number>(size).fill(0);
  entries.forEach((entry, index) => {
    if (!isForm(index)) return;
    let slot = finishHash(hashFolded(entry.text, 0, entry.text.length)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
  });
  return slots;
};

/**
 * Packs forms into the strings that the content script carries. Entries stand in one long text: an owner's id, then
 * its forms; first words that are no form by themselves stand at the end under an owner without a name.
 */
export const packForms = (forms: readonly GazetteerForm[]): PackedGazetteer => {
  const kept = readable(forms);
  const furthest = furthestByFirst(kept);
  const entries: Entry[] = [];
  const owners = new Set<number>();
  const known = new Set<string>();
  const startOwner = (id: SubjectId) => {
    owners.add(entries.length);
    entries.push({ text: id, meta: 0, rivals: [] });
  };
  let owner: SubjectId | null = null;
  for (const { form } of kept) {
    if (form.owner !== owner) startOwner(form.owner);
    owner = form.owner;
    known.add(form.text);
    entries.push({
      text: form.text,
      meta: formMeta(form) | ((furthest.get(form.text) ?? 0) << 12),
      rivals: form.rivals,
    });
  }
  startOwner('');
  for (const [first, further] of furthest) {
    if (!known.has(first)) entries.push({ text: first, meta: further << 12, rivals: [] });
  }
  return {
    text: entries.map((entry) => entry.text).join(''),
    lengths: toBase64(Uint8Array.from(entries.map((entry) => entry.text.length))),
    metas: toBase64(
      toLittleEndian(entries.map((entry, index) => entry.meta | (owners.has(index) ? 0x8000 : 0))),
    ),
    slots: toBase64(toLittleEndian(fillSlots(entries, (index) => !owners.has(index)))),
    rivals: entries
      .flatMap((entry, index) => (entry.rivals.length > 0 ? [`${index}:${entry.rivals.join(',')}`] : []))
      .join(';'),
  };
};
