import type { ChromiumBrowser } from './chromium.ts';

/** Chromium's own page of extensions, where a reader grants the sites of the manifest and takes them back. */
export interface SiteSettings {
  /** Takes back every site and source. */
  takeBackAll(): Promise<void>;
  grantAll(): Promise<void>;
  /** Allows a site that the manifest only names as possible: asked for it, the browser then grants it without its prompt. */
  allow(origin: string): Promise<void>;
  /** Takes one such site back. */
  takeBack(origin: string): Promise<void>;
}

export const openSiteSettings = async (browser: ChromiumBrowser): Promise<SiteSettings> => {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  const id = JSON.stringify(new URL(browser.extensionOrigin).host);
  const setAccess = async (hostAccess: string): Promise<void> => {
    const changed = `{ extensionId: ${id}, hostAccess: '${hostAccess}' }`;
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${changed}).then(() => true)`);
  };
  const changeHost = async (verb: 'add' | 'remove', origin: string): Promise<void> => {
    await page.evaluate(
      `chrome.developerPrivate.${verb}HostPermission(${id}, ${JSON.stringify(origin)}).then(() => true)`,
    );
  };
  return {
    takeBackAll: () => setAccess('ON_SPECIFIC_SITES'),
    grantAll: () => setAccess('ON_ALL_SITES'),
    allow: (origin) => changeHost('add', origin),
    takeBack: (origin) => changeHost('remove', origin),
  };
};
