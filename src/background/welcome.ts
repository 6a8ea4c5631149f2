import browser from 'webextension-polyfill';

const PAGE = 'src/welcome/index.html';

/** Loaded by hand, the extension is installed anew at every start of Firefox and with every change of its files. */
const isLoadedByHand = async (): Promise<boolean> =>
  (await browser.management.getSelf()).installType === 'development';

/** Opens the welcome page once, when the extension is installed; never on an update. Register at the top level of the worker. */
export const followInstall = (): void => {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' || (await isLoadedByHand())) return;
    await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
  });
};
