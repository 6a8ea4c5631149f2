import type { ChromiumBrowser } from './chromium.ts';

/** Chromium's own page of extensions, where a reader grants the sites of the manifest and takes them back. */
export interface SiteSettings {
  /** Takes back every site and source. */
  takeBackAll(): Promise<void>;
  grantAll(): Promise<void>;
}

export const openSiteSettings = async (browser: ChromiumBrowser): Promise<SiteSettings> => {
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  const id = JSON.stringify(new URL(browser.extensionOrigin).host);
  const setAccess = async (hostAccess: string): Promise<void> => {
    const changed = `{ extensionId: ${id}, hostAccess: '${hostAccess}' }`;
    await page.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${changed}).then(() => true)`);
  };
  return {
    takeBackAll: () => setAccess('ON_SPECIFIC_SITES'),
    grantAll: () => setAccess('ON_ALL_SITES'),
  };
};
