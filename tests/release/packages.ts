import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../manifest.json' with { type: 'json' };
import { buildExtension } from '../support/build-extension.ts';
import { type Entries, readFolder, toZip } from './zip.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILD_STEPS = join('docs', 'store', 'build-steps.md');

/** An archive ready to be handed to a store. */
export interface Package {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const listSources = (): readonly string[] => {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The sources are those that git knows, and it says: ${stderr}`);
  return stdout.split('\0').filter((path) => path !== '');
};

/** All that is under version control, with the build steps at the top, where Mozilla's reviewers look. */
const readSources = (): Entries =>
  new Map([
    ...listSources().map((path): [string, Uint8Array] => [path, readFileSync(join(ROOT, path))]),
    ['BUILD.md', readFileSync(join(ROOT, BUILD_STEPS))],
  ]);

/** Builds the extension for both stores, and packs each build and the sources that Mozilla asks for. */
export const makePackages = (): readonly Package[] =>
  (
    [
      ['chrome', () => readFolder(buildExtension('chromium'))],
      ['firefox', () => readFolder(buildExtension('firefox'))],
      ['source', readSources],
    ] as const
  ).map(([name, read]) => ({ name: `margin-notes-${manifest.version}-${name}.zip`, bytes: toZip(read()) }));
