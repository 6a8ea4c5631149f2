/** Rebuilds the generated tables from the data files: `npm run gazetteer`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { renderPackedCoins, renderPackedGazetteer } from './render-tables.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string): string =>
  readFileSync(new URL(`src/domain/coins/data/${name}.tsv`, root), 'utf8');

writeFileSync(new URL('src/domain/mentions/packed-gazetteer.ts', root), renderPackedGazetteer(read));
writeFileSync(new URL('src/domain/coins/packed-coins.ts', root), renderPackedCoins(read));
