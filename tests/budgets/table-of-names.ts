import { packedCoins } from '../../src/domain/coins/packed-coins.ts';
import { packedGazetteer } from '../../src/domain/mentions/packed-gazetteer.ts';
import { packedSenses } from '../../src/domain/mentions/packed-senses.ts';

/** The packed tables of coins and of what else their names mean: data that a script carries, and no code. */
const TABLES: readonly string[] = [...Object.values(packedGazetteer), packedSenses, packedCoins];

/** As the minifier may write a text: between back-ticks with line ends as they are, or between quotes. */
const spellings = (text: string): readonly string[] => [
  text.replaceAll(/\\|`|\$\{/g, (sign) => `\\${sign}`),
  ...["'", '"'].map((quote) =>
    text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n'),
  ),
];

/** A script without the tables in it: what remains is code. */
export const withoutTables = (script: string): string =>
  TABLES.filter((table) => table !== '')
    .flatMap(spellings)
    .reduce((rest, table) => rest.replaceAll(table, () => ''), script);
