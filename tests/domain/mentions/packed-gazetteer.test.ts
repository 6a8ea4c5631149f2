import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from '../../../src/domain/mentions/gazetteer.ts';
import { packedGazetteer } from '../../../src/domain/mentions/packed-gazetteer.ts';
import { hasKey, startKeyOf } from '../../../src/domain/mentions/start-key.ts';
import {
  renderPackedCoins,
  renderPackedGazetteer,
  renderPackedSenses,
  renderPackedVenues,
} from '../../eval/render-tables.ts';

/** The commonest words of English, none of which is a form that is meant in lower case without a sign. */
const COMMON_WORDS = (
  'the of and to a in is that for it was on are as with he be at by i this had not but from or have an they which ' +
  'one you were all her she there would their we him been has when who will no more if out so up said what its ' +
  'about than into them can only other time new some could these two may first then do any like my now over such ' +
  'our man me even most made after also well did many must before back see through way where much'
).split(' ');

const root = new URL('../../../src/domain/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readData = (name: string): string => read(`coins/data/${name}.tsv`);

describe('generated tables', () => {
  it('are what the data files give today', () => {
    expect(read('mentions/packed-gazetteer.ts')).toBe(renderPackedGazetteer(readData));
    expect(read('mentions/packed-senses.ts')).toBe(renderPackedSenses(readData));
    expect(read('coins/packed-coins.ts')).toBe(renderPackedCoins(readData));
    expect(read('coins/packed-venues.ts')).toBe(renderPackedVenues(readData));
  });

  it('rule out nearly every common word without a look-up', () => {
    const { plainStarts } = openGazetteer(packedGazetteer);
    const lookedUp = COMMON_WORDS.filter((word) => hasKey(plainStarts, startKeyOf(word)));
    expect(lookedUp.length, lookedUp.join(' ')).toBeLessThanOrEqual(COMMON_WORDS.length * 0.03);
  });
});
