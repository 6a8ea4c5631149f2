import { spawnSync } from 'node:child_process';
import { type BrowserFamily, findBrowser } from './find-browser.ts';

const DEBIAN_PACKAGE: Readonly<Record<BrowserFamily, string>> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

const HELP: Readonly<Record<BrowserFamily, string>> = {
  chromium: 'Install Chromium or Chrome, or set CHROME_PATH to one.',
  firefox: 'Install Firefox, or set FIREFOX_PATH to one.',
};

/**
 * The path of a browser of the family; installs one if there is none. Chromium comes from Playwright (into the
 * user's own cache, no root needed), else from Debian's packages; Firefox from Debian's packages only, because
 * Playwright's is a build of its own that other clients cannot drive.
 * @throws with one line that says what to do when no way leads to a browser.
 */
export function ensureBrowser(family: BrowserFamily): string {
  const found = findBrowser(family);
  if (found) return found;
  console.log(`No ${family} found; installing one.`);
  const installed =
    (family === 'chromium' && installWithPlaywright() ? findBrowser(family) : null) ??
    (installWithApt(DEBIAN_PACKAGE[family]) ? findBrowser(family) : null);
  if (installed) return installed;
  throw new Error(`No ${family} was found and none could be installed. ${HELP[family]}`);
}

function installWithPlaywright(): boolean {
  return run('npx', ['playwright-core', 'install', 'chromium']);
}

function installWithApt(name: string): boolean {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot) return false;
  return (
    run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '--no-install-recommends', name])
  );
}

function run(command: string, args: readonly string[]): boolean {
  // Windows finds npx.cmd only through a shell.
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', shell }).status === 0;
}
