import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a built extension, and the way to be rid of it. */
export interface ExtensionFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Copies a built extension to where a browser in English takes its texts in another language, as a browser in that language
 * does with the shipped one: test machines have Chromium in English only.
 */
export const toExtensionIn = async (language: string, extensionPath: string): Promise<ExtensionFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'margin-notes-in-'));
  await cp(extensionPath, path, { recursive: true });
  await rm(join(path, '_locales', 'en'), { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }));
  return { path, remove: () => rm(path, { recursive: true }) };
};
