import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from './until.ts';

export type FirefoxPrefs = Readonly<Record<string, string | number | boolean>>;

export interface FirefoxProcess {
  /** Address of the BiDi endpoint. */
  readonly bidiAddress: string;
  /** Waits for the process to end (ending it by force after five seconds) and removes the profile. */
  dispose(): Promise<void>;
}

/** Keeps Firefox from asking, updating, reporting and phoning home. */
const QUIET_PREFS: FirefoxPrefs = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.chrome.site_icons': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'https://settings.invalid',
  'toolkit.telemetry.enabled': false,
};

const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 5000;

/** Starts Firefox with a fresh profile and waits until it can be driven. */
export async function startFirefox(
  executablePath: string,
  prefs: FirefoxPrefs,
  headless: boolean,
): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'margin-notes-firefox-'));
  const lines = Object.entries({ ...QUIET_PREFS, ...prefs }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    executablePath,
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      // Extension pages and the state of the background are out of reach without it.
      '--remote-allow-system-access',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // A program that cannot be run has no exit.
    child.once('error', () => resolve());
  });
  const dispose = async (): Promise<void> => {
    await Promise.race([exited, sleep(END_LIMIT_MS)]);
    child.kill('SIGKILL');
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    return { bidiAddress: `${await readBidiAddress(child)}/session`, dispose };
  } catch (error) {
    child.kill('SIGKILL');
    await dispose();
    throw error;
  }
}

function readBidiAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`Firefox ${why}. ${output}`.trim()));
    };
    child.once('error', (error) => fail(`could not be run (${error.message})`));
    child.once('exit', () => fail('ended at once'));
    child.stderr?.on('data', (data) => {
      output += String(data);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
