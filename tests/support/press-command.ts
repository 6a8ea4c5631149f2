import type { BrowserPage, ExtensionBrowser } from './browser.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { FirefoxBrowser } from './firefox.ts';
import { pressShortcut } from './firefox-keys.ts';

/** The commands of the manifest and the letters of their keys. */
export const COMMAND_LETTERS = { 'toggle-panel': 'L', 'next-note': 'J', 'toggle-site': 'O' } as const;
export type Command = keyof typeof COMMAND_LETTERS;

/**
 * Gives a command on a page, which it brings into view: in Firefox by its keys. What a test types never reaches Chromium's own window: there
 * the event is raised in the background as the browser raises it.
 */
export const pressCommand = async (
  browser: ExtensionBrowser,
  page: BrowserPage,
  command: Command,
): Promise<void> => {
  await page.bringToFront();
  if (browser.name === 'firefox') {
    await pressShortcut(browser as FirefoxBrowser, COMMAND_LETTERS[command]);
    return;
  }
  const worker = await (browser as ChromiumBrowser).worker();
  await worker.evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`);
};
