import browser from 'webextension-polyfill';

/** Where the build puts src/content/details.iife.ts. */
export const DETAILS_FILE = 'src/content/details.iife.js';

/** A file of the extension by its path: Firefox's copy of the manifest has whole addresses, which it then refuses. */
const toPath = (file: string): string => new URL(file, browser.runtime.getURL('')).pathname.slice(1);

/** The files of the content script, as the manifest declares them for the sites of the list. */
export const declaredFiles = (): { readonly js: string[]; readonly css: string[] } => {
  const { content_scripts: [script] = [] } = browser.runtime.getManifest();
  return { js: script?.js?.map(toPath) ?? [], css: script?.css?.map(toPath) ?? [] };
};
