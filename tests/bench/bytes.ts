/**
 * `npm run bench -- bytes`: what ships against its goals in bytes, and what each library costs in each script: the difference
 * between the script with it and the same script with everything of the library taken out. A library that another one
 * needs alone counts with both.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { dependencies } from '../../package.json' with { type: 'json' };
import { BUDGETS, type Budget } from '../budgets/budgets.ts';
import { findLoadedFiles } from '../budgets/loaded-files.ts';
import { withoutTables } from '../budgets/table-of-names.ts';
import { buildExtension } from '../support/build-extension.ts';
import { printRow, type Row } from './row.ts';

const ENTRIES: Readonly<Record<string, string>> = {
  'content script': 'src/content/index.iife.ts',
  'second script': 'src/content/details.iife.ts',
  background: 'src/background/index.ts',
  popup: 'src/popup/main.tsx',
  options: 'src/options/main.tsx',
};

interface Bytes {
  readonly packed: number;
  readonly raw: number;
}

const measure = (script: string): Bytes => ({
  packed: gzipSync(script, { level: 9 }).length,
  raw: Buffer.byteLength(script),
});

/** The script as one file, minified as what ships, without what `external` names. */
const bundle = async (entry: string, external: readonly RegExp[]): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      target: ['chrome128', 'firefox142'],
      lib: { entry, formats: ['es'] },
      cssMinify: true,
      rolldownOptions: { external: [...external], output: { minify: true } },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${entry} did not build`);
  return output.output[0].code;
};

const printCosts = async (script: string, entry: string): Promise<void> => {
  const print = (part: string, { packed, raw }: Bytes): void =>
    console.log(
      `${script.padEnd(16)}${part.padEnd(24)}${String(packed).padStart(8)}${String(raw).padStart(9)}`,
    );
  const whole = await bundle(entry, []);
  const all = measure(whole);
  const costOf = (rest: Bytes): Bytes => ({ packed: all.packed - rest.packed, raw: all.raw - rest.raw });
  print('all of it', all);
  print('table of coins', costOf(measure(withoutTables(whole))));
  for (const name of Object.keys(dependencies)) {
    const cost = costOf(measure(await bundle(entry, [new RegExp(`^${name}(/|$)`)])));
    if (cost.raw > 100) print(name, cost);
  }
};

/** What loads with an entry of the built extension, packed, in kB: all of it, and its scripts without the table of coins. */
const measureShipped = (folder: string, { name, entry, goals = {}, limit = '' }: Budget): readonly Row[] => {
  const texts = findLoadedFiles(folder, entry).map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8'),
  }));
  const sum = (all: readonly string[]): number =>
    all.reduce((kb, text) => kb + measure(text).packed / 1000, 0);
  const scripts = texts.filter(({ path }) => path.endsWith('.js'));
  const row = (what: string, measured: number, goal?: number): Row => ({
    what: `${name}: ${what}`,
    measured,
    unit: 'kB',
    ...(goal === undefined ? {} : { goal, limit }),
  });
  return [
    row('all that loads, packed', sum(texts.map(({ text }) => text)), goals.gzipKb),
    row('of it code', sum(scripts.map(({ text }) => withoutTables(text))), goals.codeGzipKb),
  ];
};

/** Prints what each library costs, then what ships against its goals. */
export const measureBytes = async (): Promise<readonly Row[]> => {
  console.log(`${'script'.padEnd(16)}${'part'.padEnd(24)}${'packed'.padStart(8)}${'raw'.padStart(9)}`);
  for (const [script, entry] of Object.entries(ENTRIES)) await printCosts(script, entry);
  const folder = buildExtension('chromium');
  const rows = BUDGETS.flatMap((budget) => measureShipped(folder, budget));
  for (const row of rows) printRow(row);
  return rows;
};
