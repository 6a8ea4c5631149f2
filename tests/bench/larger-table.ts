import { readFileSync } from 'node:fs';
import { collectForms, type GazetteerForm } from '../../src/domain/mentions/build/collect-forms.ts';
import { packForms } from '../../src/domain/mentions/build/pack-forms.ts';
import type { PackedGazetteer } from '../../src/domain/mentions/packed-format.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../src/domain/coins/data/${name}.tsv`, import.meta.url), 'utf8');

const ONSETS = 'b br c d dr f g gl h k l m n p qu r s st t tr v w x z'.split(' ');
const VOWELS = 'a e i o u ai eo ou'.split(' ');

/** A word for each number, no two alike: its digits said as syllables. */
const toWord = (number: number): string => {
  const base = ONSETS.length * VOWELS.length;
  const digit = number % base;
  const syllable = `${ONSETS[Math.floor(digit / VOWELS.length)]}${VOWELS[digit % VOWELS.length]}`;
  return number < base ? `${syllable}n` : toWord(Math.floor(number / base)) + syllable;
};

/** The name and the ticker of an invented coin, as those of small coins stand in the table. */
const inventCoin = (number: number): readonly GazetteerForm[] => {
  const name = toWord(number);
  const common = { owner: name, english: '' as const, rivals: [] };
  return [
    { ...common, text: name, nameTier: 'exact-case', tickerTier: '', ownCase: 'title' },
    {
      ...common,
      text: `${name.slice(0, 3)}${number.toString(36)}`,
      nameTier: '',
      tickerTier: 'upper',
      ownCase: 'upper',
    },
  ];
};

/** Our table with invented coins added, packed as ours is, until it has as many forms as the anchors were measured with. */
export const packLargerTable = (forms: number): PackedGazetteer => {
  const byText = new Map<string, GazetteerForm>();
  const own = {
    coins: read('coins'),
    forms: read('forms'),
    venues: read('venues'),
    topics: read('topics'),
    names: read('names'),
  };
  for (const form of collectForms(own)) byText.set(form.text, form);
  for (let number = 0; byText.size < forms; number += 1)
    for (const form of inventCoin(number)) if (!byText.has(form.text)) byText.set(form.text, form);
  return packForms([...byText.values()]);
};
