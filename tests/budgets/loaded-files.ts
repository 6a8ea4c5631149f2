import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const addressesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, address = '']) => address);

/**
 * Everything that loads with a file of the built extension, itself first: the scripts and styles of a page, and what
 * scripts import. Paths from the folder, each once.
 */
export const findLoadedFiles = (folder: string, entry: string): readonly string[] => {
  const found: string[] = [];
  const visit = (path: string): void => {
    if (found.includes(path)) return;
    found.push(path);
    const text = readFileSync(join(folder, path), 'utf8');
    const addresses = path.endsWith('.html')
      ? addressesIn(text, /(?:src|href)="\/([^"]+\.(?:js|css))"/g)
      : addressesIn(text, /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g).map((name) =>
          posix.join(posix.dirname(path), name),
        );
    for (const address of addresses) visit(address);
  };
  visit(entry);
  return found;
};
