import { guessCoinId } from '../../coins/guess-coin-id.ts';
import { findNextToken, findTokenEnds } from '../form-text.ts';
import type { SubjectId } from '../mention.ts';
import { nameNeed, tickerNeed, WITH_SIGN } from '../needs.ts';
import {
  BLOCK_SIZE,
  fromSharedMark,
  MAX_SHARED,
  type PackedGazetteer,
  packTraits,
  toDigits,
  toMark,
  toSharedMark,
} from '../packed-format.ts';
import { addKey, pairKey, START_KEYS, startKeyOf } from '../start-key.ts';
import type { Prominence } from '../tiers.ts';
import type { GazetteerForm } from './collect-forms.ts';

const LARGE_COINS = 150;
const KNOWN_COINS = 400;

const toBase64 = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));

const needsSignInLowerCase = (form: GazetteerForm): boolean => {
  // Prominence matters only to forms that pass without a sign anyway.
  const facts = { ...form, prominence: 'large' as const };
  return nameNeed(facts, 'lower', form.text) >= WITH_SIGN && tickerNeed(facts, 'lower') >= WITH_SIGN;
};

/** A form that the scan can read, and that holds nothing the table uses as a mark. */
const isReadable = ({ text }: GazetteerForm): boolean =>
  findTokenEnds(text) !== null && ![...text].some((char) => fromSharedMark(char.charCodeAt(0)) >= 0);

const byUnits = (a: GazetteerForm, b: GazetteerForm): number => (a.text < b.text ? -1 : 1);

const sharedLength = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < MAX_SHARED && a[length] === b[length]) length += 1;
  return length;
};

/** How widely each owner is known, told by its place among all of them. */
const prominences = (forms: readonly GazetteerForm[]): ReadonlyMap<SubjectId, Prominence> =>
  new Map(
    [...new Set(forms.map((form) => form.owner))].map((owner, rank) => {
      if (rank < LARGE_COINS) return [owner, 'large'];
      return [owner, rank < KNOWN_COINS ? 'known' : 'minor'];
    }),
  );

const writeForms = (texts: readonly string[]): string =>
  texts
    .map((text, at) => {
      const previous = texts[at - 1];
      if (previous === undefined || at % BLOCK_SIZE === 0) return `${at === 0 ? '' : '\n'}${text}\n`;
      const shared = sharedLength(previous, text);
      return toSharedMark(shared) + text.slice(shared);
    })
    .join('');

/** Every distinct set of traits, the most frequent first: a mark is a number in this list. */
const byFrequency = (traits: readonly number[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const bits of traits) counts.set(bits, (counts.get(bits) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
};

const givesOwnId = ({ text, owner }: GazetteerForm): boolean => guessCoinId(text) === owner;

/** Ids that no form gives, and the number by which each owner is written. */
const numberOwners = (sorted: readonly GazetteerForm[]) => {
  const givers = new Map(sorted.flatMap((form, at) => (givesOwnId(form) ? [[form.owner, at] as const] : [])));
  const ids = [...new Set(sorted.map((form) => form.owner))].filter((owner) => !givers.has(owner)).sort();
  const numbers = new Map<SubjectId, number>(ids.map((id, at) => [id, at + 1]));
  for (const [owner, at] of givers) numbers.set(owner, ids.length + 1 + at);
  return { ids, numbers };
};

const writeRivals = (sorted: readonly GazetteerForm[], numbers: ReadonlyMap<SubjectId, number>): string => {
  const items = sorted.flatMap(({ rivals }, at) => {
    const owners = rivals.flatMap((rival) => numbers.get(rival) ?? []);
    return owners.length > 0 ? [`${at}:${owners.join(',')}`] : [];
  });
  return `;${items.join(';')};`;
};

const firstToken = (text: string): string => text.slice(0, findTokenEnds(text)?.[0]);

const writeStarts = (texts: readonly string[]): string => {
  const keys = new Uint8Array(START_KEYS / 8);
  for (const text of texts) addKey(keys, startKeyOf(firstToken(text)));
  return toBase64([...keys]);
};

/** The first two tokens of each form that has as many. */
const writePairs = (texts: readonly string[]): string => {
  const keys = new Uint8Array(START_KEYS / 8);
  for (const text of texts) {
    const [firstEnd = 0, secondEnd] = findTokenEnds(text) ?? [];
    const second = findNextToken(text, firstEnd);
    if (secondEnd === undefined || second === null) continue;
    addKey(keys, pairKey(startKeyOf(text.slice(0, firstEnd)), startKeyOf(text.slice(second, secondEnd))));
  }
  return toBase64([...keys]);
};

const PAST_ASCII = /[^\0-\x7f]/;
const ENDS_IN_ASCII_WORD = /^[\0-\x7f]*[a-z0-9]$/;

/** Starts of forms up to a token in ASCII that another script follows at once, as in `usdコイン`. */
const writeFusedStarts = (texts: readonly string[]): string => {
  const starts = texts.flatMap((text) =>
    (findTokenEnds(text) ?? [])
      .filter((end) => ENDS_IN_ASCII_WORD.test(text.slice(0, end)) && PAST_ASCII.test(text.charAt(end)))
      .map((end) => text.slice(0, end)),
  );
  return `;${[...new Set(starts)].join(';')};`;
};

const isPlainToken = (form: GazetteerForm): boolean =>
  firstToken(form.text) === form.text && !needsSignInLowerCase(form);

/** Packs forms, given in rank order of their owners, into the strings that the content script carries. */
export const packForms = (forms: readonly GazetteerForm[]): PackedGazetteer => {
  const kept = forms.filter(isReadable);
  const prominenceOf = prominences(kept);
  const sorted = [...kept].sort(byUnits);
  const texts = sorted.map((form) => form.text);
  const traits = sorted.map((form) =>
    packTraits({
      ...form,
      needsSign: needsSignInLowerCase(form),
      prominence: prominenceOf.get(form.owner) ?? 'minor',
    }),
  );
  const traitsList = byFrequency(traits);
  const { ids, numbers } = numberOwners(sorted);
  return {
    forms: writeForms(texts),
    marks: traits.map((bits) => toMark(traitsList.indexOf(bits))).join(''),
    traits: toBase64(traitsList.flatMap((bits) => [bits & 0xff, bits >>> 8])),
    owners: sorted.map((form) => toDigits(givesOwnId(form) ? 0 : (numbers.get(form.owner) ?? 0))).join(''),
    ids: ids.join('\n'),
    rivals: writeRivals(sorted, numbers),
    fusedStarts: writeFusedStarts(texts),
    starts: writeStarts(texts),
    plainStarts: writeStarts(sorted.filter(isPlainToken).map((form) => form.text)),
    pairs: writePairs(texts),
  };
};
