import type { BrowserPage } from './browser.ts';

/** Sends a message of ours, from a page of the extension, to the content script of every open page. */
export const askPages = async (extensionPage: BrowserPage, name: string): Promise<void> => {
  await extensionPage.evaluate(`(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    for (const { id } of await api.tabs.query({}))
      await api.tabs.sendMessage(id, { mn: ${JSON.stringify(name)}, request: {} }, { frameId: 0 }).catch(() => null);
  })()`);
};
