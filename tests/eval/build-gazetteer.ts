/** Rebuilds the generated tables from the data files: `npm run gazetteer`. */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  renderPackedCoins,
  renderPackedGazetteer,
  renderPackedSenses,
  renderPackedVenues,
} from './render-tables.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string =>
  readFileSync(new URL(`src/domain/coins/data/${name}.tsv`, root), 'utf8');

const write = (path: string, source: string): void =>
  writeFileSync(new URL(`src/domain/${path}.ts`, root), source);

write('mentions/packed-gazetteer', renderPackedGazetteer(read));
write('mentions/packed-senses', renderPackedSenses(read));
write('coins/packed-coins', renderPackedCoins(read));
write('coins/packed-venues', renderPackedVenues(read));
