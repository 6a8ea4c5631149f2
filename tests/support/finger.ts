import type { ExtensionBrowser } from './browser.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { FirefoxBrowser } from './firefox.ts';

/** What Firefox's preferences call a screen whose only pointer is a finger: coarse, and unable to hover. */
const COARSE = 1;

/** Makes the screen a phone's for all pages that are open: a finger is its only pointer. */
export const useFinger = async (browser: ExtensionBrowser): Promise<void> => {
  if (browser.name === 'firefox') {
    const set = (name: string): string =>
      `Services.prefs.setIntPref('ui.${name}PointerCapabilities', ${COARSE})`;
    await (browser as FirefoxBrowser).evaluateInChrome(`(${set('primary')}, ${set('all')}, true)`);
    return;
  }
  const { context } = browser as ChromiumBrowser;
  for (const page of context.pages()) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  }
};
