import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** What stands in an archive: bytes by path, with `/` between folders on every system. */
export type Entries = ReadonlyMap<string, Uint8Array>;

const listFiles = (folder: string, under = ''): readonly string[] =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(under, entry.name);
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });

/** Reads every file under a folder. */
export const readFolder = (folder: string): Entries =>
  new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path))]));

/**
 * Packs entries so that the same contents are the same bytes, whoever packs them, when and where: sorted by code
 * units, one time for all, and a compressor that comes with the lock file rather than with Node.
 */
export const toZip = (entries: Entries): Uint8Array => {
  const sorted: Zippable = {};
  for (const path of [...entries.keys()].sort()) sorted[path] = entries.get(path) ?? new Uint8Array();
  // Zips hold local time: the same day of the calendar everywhere, whatever moment that is.
  return zipSync(sorted, { level: 9, mtime: new Date(1980, 0, 1) });
};
