import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPackedCoins, renderPackedGazetteer, renderPackedVenues } from '../../eval/render-tables.ts';

const root = new URL('../../../src/domain/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readData = (name: string): string => read(`coins/data/${name}.tsv`);

describe('generated tables', () => {
  it('are what the data files give today', () => {
    expect(read('mentions/packed-gazetteer.ts')).toBe(renderPackedGazetteer(readData));
    expect(read('coins/packed-coins.ts')).toBe(renderPackedCoins(readData));
    expect(read('coins/packed-venues.ts')).toBe(renderPackedVenues(readData));
  });
});
