import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Browsers that load an extension for tests: any of the Chromium family, or Firefox. */
export type BrowserFamily = 'chromium' | 'firefox';

/** How a family is found: an environment variable, names on PATH, applications on macOS and Windows. */
interface FamilyPlaces {
  readonly variable: string;
  readonly commands: readonly string[];
  readonly macApps: readonly string[];
  readonly windowsPrograms: readonly string[];
}

// Chromium itself before branded browsers: a policy or a sign-in is less likely to stand in the way.
const PLACES: Readonly<Record<BrowserFamily, FamilyPlaces>> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser',
    ],
    macApps: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    windowsPrograms: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    macApps: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windowsPrograms: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
  },
};

/**
 * The path of an installed browser, or null when there is none.
 * @throws when the family's environment variable names something that cannot be run.
 */
export function findBrowser(family: BrowserFamily): string | null {
  const places = PLACES[family];
  const named = process.env[places.variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${places.variable} is set to ${named}, which is not an executable file`);
  }
  const candidates = [
    ...(family === 'chromium' ? listPlaywrightChromium() : []),
    ...places.commands.flatMap(listOnPath),
    ...listInstalled(places),
  ];
  return candidates.find(isExecutable) ?? null;
}

function listOnPath(command: string): readonly string[] {
  if (process.platform === 'win32') return [];
  const { PATH = '' } = process.env;
  return PATH.split(delimiter).map((folder) => join(folder, command));
}

function listInstalled(places: FamilyPlaces): readonly string[] {
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(homedir(), 'Applications')];
    return places.macApps.flatMap((app) => roots.map((root) => join(root, app)));
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return places.windowsPrograms.flatMap((program) => roots.map((root) => join(root, program)));
  }
  return [];
}

/** The executable inside one of Playwright's folders, by platform and age. */
const TESTING_APP = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
const PLAYWRIGHT_EXECUTABLES: readonly string[] = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  `chrome-mac-arm64/${TESTING_APP}`,
  `chrome-mac-x64/${TESTING_APP}`,
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** Newest revision first. */
function listPlaywrightChromium(): readonly string[] {
  const { PLAYWRIGHT_BROWSERS_PATH: cache = toPlaywrightCache() } = process.env;
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))
    .flatMap((name) => PLAYWRIGHT_EXECUTABLES.map((executable) => join(cache, name, executable)));
}

/** Where Playwright keeps its browsers unless it is told otherwise. */
function toPlaywrightCache(): string {
  const { LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'win32') return join(LOCALAPPDATA, 'ms-playwright');
  const cache = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return join(homedir(), cache, 'ms-playwright');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
