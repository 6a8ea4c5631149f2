import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { readFolder, toZip } from './zip.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The same files, written in this order and last changed in this year. */
const writeFiles = (order: readonly string[], year: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-zip-'));
  folders.push(folder);
  mkdirSync(join(folder, 'src', 'content'), { recursive: true });
  for (const path of order) {
    writeFileSync(join(folder, path), `the contents of ${path}\n`.repeat(50));
    utimesSync(join(folder, path), new Date(year, 5, 1), new Date(year, 5, 1));
  }
  return folder;
};

const FILES = ['manifest.json', 'src/b.js', 'src/content/index.js', 'src/a.js', 'Z.md'];

it('packs the same contents into the same bytes, whenever and in whatever order they were written', () => {
  const first = toZip(readFolder(writeFiles(FILES, 2020)));
  const second = toZip(readFolder(writeFiles(FILES.toReversed(), 2026)));
  expect(Buffer.from(first).equals(second)).toBe(true);
});

it('packs the same bytes in every time zone', () => {
  const zone = process.env['TZ'];
  try {
    const archives = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name) => {
      process.env['TZ'] = name;
      return Buffer.from(toZip(new Map([['a', strToU8('a')]]))).toString('hex');
    });
    expect(new Set(archives).size).toBe(1);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

it('gives back what was packed, by sorted paths', () => {
  const unpacked = unzipSync(toZip(readFolder(writeFiles(FILES, 2026))));
  expect(Object.keys(unpacked)).toEqual([...FILES].sort());
  expect(strFromU8(unpacked['src/a.js'] ?? new Uint8Array())).toContain('the contents of src/a.js');
});
