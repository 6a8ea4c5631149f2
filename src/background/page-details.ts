import browser from 'webextension-polyfill';
import { DETAILS_FILE } from '../platform/script-files.ts';

/** Runs the second script in a frame that has the first one. False where the browser does not let us in any more. */
export const runDetails = async (
  tabId: number | undefined,
  frameId: number | undefined,
): Promise<boolean> => {
  if (tabId === undefined) return false;
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId ?? 0] },
      files: [DETAILS_FILE],
    });
    return true;
  } catch {
    return false;
  }
};
