/**
 * Prints the figures that a text states: `npm run --silent figures -- FILE.txt`. Offsets are UTF-16 units into the
 * file's text. For a folder, an object with one list for each .txt file in it, by name without the ending.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFigures } from './read-figures.ts';

const readFile = (path: string) => readFigures(readFileSync(path, 'utf8'), {});

const readFolder = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => [basename(name, '.txt'), readFile(join(folder, name))]),
  );

const path = process.argv[2];
if (path === undefined) throw new Error('usage: npm run --silent figures -- FILE.txt|FOLDER');
console.log(JSON.stringify(statSync(path).isDirectory() ? readFolder(path) : readFile(path)));
