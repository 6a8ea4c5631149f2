import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

/** Where the clock's shift is written, in `storage.local` of the extension. */
export const SHIFT_KEY = 'test-clock-shift-ms';

/** Moves `Date.now` of the script behind it by what the storage says, also later. */
const MOVED_CLOCK = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const machineNow = Date.now;
  let shiftMs = 0;
  Date.now = () => machineNow() + shiftMs;
  const key = ${JSON.stringify(SHIFT_KEY)};
  api.storage.local.get(key).then((stored) => { shiftMs = stored[key] ?? 0; });
  api.storage.onChanged.addListener((changes) => { if (changes[key]) shiftMs = changes[key].newValue ?? 0; });
}
`;

const ManifestSchema = v.object({ content_scripts: v.array(v.object({ js: v.array(v.string()) })) });

/**
 * A copy of the built extension whose background and content script live by a clock that tests can move: no browser lets
 * its own be moved. Nothing else differs.
 */
export const withMovedClock = (extensionPath: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-clock-'));
  cpSync(extensionPath, folder, { recursive: true });
  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  writeFileSync(join(folder, 'moved-clock.js'), MOVED_CLOCK);
  edit('service-worker-loader.js', (text) => `import './moved-clock.js';\n${text}`);
  const manifest = v.parse(
    ManifestSchema,
    JSON.parse(readFileSync(join(extensionPath, 'manifest.json'), 'utf8')),
  );
  for (const file of new Set(manifest.content_scripts.flatMap(({ js }) => js))) {
    edit(file, (text) => MOVED_CLOCK + text);
  }
  return folder;
};
