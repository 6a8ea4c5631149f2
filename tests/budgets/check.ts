/**
 * A step of `npm test`, by itself `npm run budgets`: every script of the built extension against its budget, raw and
 * packed, measured by size-limit. Prints what loads with each, largest first.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildExtension } from '../support/build-extension.ts';
import { BUDGETS, type Budget } from './budgets.ts';
import { findLoadedFiles } from './loaded-files.ts';
import { withoutTables } from './table-of-names.ts';

const SIZE_LIMIT = fileURLToPath(new URL('../../node_modules/size-limit/bin.js', import.meta.url));
const folder = buildExtension('chromium');
/** Beside the extension, not in it. */
const aside = fileURLToPath(new URL('../../dist/budgets', import.meta.url));

const readText = (path: string): string => readFileSync(join(folder, path), 'utf8');

const printParts = ({ name }: Budget, paths: readonly string[]): void => {
  console.log(`\n${name}`);
  const rows = paths
    .map((path) => ({ path, raw: readText(path), packed: gzipSync(readText(path), { level: 9 }).length }))
    .sort((a, b) => b.packed - a.packed);
  for (const { path, raw, packed } of rows)
    console.log(`${String(packed).padStart(9)} ${String(Buffer.byteLength(raw)).padStart(9)}  ${path}`);
};

/** The scripts of an entry without the table of coins, as files that can be measured. */
const writeCode = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => path.endsWith('.js'))
    .map((path) => {
      const file = join(aside, path.replaceAll('/', '-'));
      writeFileSync(file, withoutTables(readText(path)));
      return file;
    });

const toChecks = (budget: Budget) => {
  const { name, entry, gzipKb, rawKb, codeGzipKb } = budget;
  const paths = findLoadedFiles(folder, entry);
  printParts(budget, paths);
  const files = paths.map((path) => join(folder, path));
  return [
    { name: `${name}, gzip`, path: files, limit: `${gzipKb} kB`, gzip: true },
    { name: `${name}, raw`, path: files, limit: `${rawKb} kB`, brotli: false },
    { name: `${name}, code, gzip`, path: writeCode(paths), limit: `${codeGzipKb} kB`, gzip: true },
  ];
};

rmSync(aside, { recursive: true, force: true });
mkdirSync(aside, { recursive: true });
console.log('bytes packed and raw, of everything that loads');
const config = join(aside, 'size-limit.json');
writeFileSync(config, JSON.stringify(BUDGETS.flatMap(toChecks), null, 2));
const { status } = spawnSync(process.execPath, [SIZE_LIMIT, '--config', config], { stdio: 'inherit' });
process.exitCode = status ?? 1;
