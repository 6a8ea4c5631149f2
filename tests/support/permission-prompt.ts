import type { ExtensionBrowser } from './browser.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { FirefoxBrowser } from './firefox.ts';
import { until } from './until.ts';

/** The doorhanger in which Firefox asks about permissions of an extension. */
const DOORHANGER = `document.getElementById('addon-webext-permissions-notification')`;
const IS_OPEN = `(${DOORHANGER} !== null && !${DOORHANGER}.hidden && ${DOORHANGER}.closest('panel')?.state === 'open')`;

/** How many prompts about permissions of the extension the browser itself shows now. */
const countPrompts = async (browser: ExtensionBrowser): Promise<number> => {
  if (browser.name === 'firefox')
    return Number(await (browser as FirefoxBrowser).evaluateInChrome(`Number(${IS_OPEN})`));
  const windows = await (browser as ChromiumBrowser).listWindows();
  return windows.filter((each) => each === 'ExtensionInstallDialogView').length;
};

/** Waits until what `act` does has led to a prompt. */
export const waitForPrompt = async (
  browser: ExtensionBrowser,
  act: () => Promise<unknown>,
): Promise<void> => {
  const before = await countPrompts(browser);
  await act();
  await until("the browser's own prompt", async () => (await countPrompts(browser)) > before);
};

/** Answers Firefox's prompt with Allow, once it takes answers. Chromium's can be seen by a test and not pressed. */
export const allowInPrompt = async (firefox: FirefoxBrowser): Promise<void> => {
  await until('the prompt to be answered', async () => {
    await firefox.evaluateInChrome(`(${DOORHANGER}?.button?.click(), true)`);
    return (await countPrompts(firefox)) === 0;
  });
};
