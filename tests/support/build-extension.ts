import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the extension as it ships into `folder` (`dist/BROWSER` when left out) and gives the folder.
 * @throws with the build's own words when it fails.
 */
export function buildExtension(
  browser: 'chromium' | 'firefox',
  folder = fileURLToPath(new URL(`../../dist/${browser}`, import.meta.url)),
): string {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const args = ['build', '--mode', browser, '--outDir', folder, '--emptyOutDir'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    // A test runner's own environment must not reach into what ships.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`The build for ${browser} failed:\n${stdout}\n${stderr}`);
  return folder;
}
