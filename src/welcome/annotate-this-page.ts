import browser from 'webextension-polyfill';
import { DETAILS_FILE, declaredFiles } from '../platform/script-files.ts';

/**
 * Runs on this page what runs on pages of the web, from the same files: browsers run no content script on pages of an
 * extension. The second script comes at once, because nobody may bring it here later.
 */
export const annotateThisPage = (): void => {
  const { js, css } = declaredFiles();
  for (const file of css) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = browser.runtime.getURL(file);
    document.head.append(link);
  }
  for (const file of [...js, DETAILS_FILE]) {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL(file);
    // In their order: the first script clears what an earlier copy of the second left.
    script.async = false;
    document.head.append(script);
  }
};
