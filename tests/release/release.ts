/**
 * `npm run release -- major | minor | patch | 1.2.3`: gives the next version to every file that names it, closes the
 * open section of the change log, and writes the packages. Commits nothing: it ends with the commands that do.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../manifest.json' with { type: 'json' };
import { toNextVersion, withLockedVersion, withReleasedSection, withVersion } from './versions.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const [, , step = ''] = process.argv;
const current = manifest.version;
const next = toNextVersion(current, step);
const day = new Date().toISOString().slice(0, 10);

const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
if (stdout.trim() !== '') throw new Error('Commit first: what is packed must be what is tagged');

const EDITS: Readonly<Record<string, (text: string) => string>> = {
  'manifest.json': (text) => withVersion(text, current, next),
  'package.json': (text) => withVersion(text, current, next),
  'package-lock.json': (text) => withLockedVersion(text, current, next),
  'CHANGELOG.md': (text) => withReleasedSection(text, next, day),
};

// All or none: a file that cannot be edited must leave the others alone.
const edited = Object.entries(EDITS).map(([name, edit]) => {
  const file = join(ROOT, name);
  return [file, edit(readFileSync(file, 'utf8'))] as const;
});
for (const [file, text] of edited) writeFileSync(file, text);

// The version was read when this began: the packages are made by a process that reads the new one.
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('./package.ts', import.meta.url))],
  { cwd: ROOT, stdio: 'inherit' },
);
console.log(`git commit -am "Release ${next}" && git tag v${next}`);
process.exitCode = status ?? 1;
