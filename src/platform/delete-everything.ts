import { deleteDB } from 'idb';
import browser from 'webextension-polyfill';
import { LOG_NAME } from './disk-log.ts';

/**
 * Deletes whatever is stored: what the reader chose, here and in the browser's sync, the keys, the last figures and the log
 * of liquidations. Surfaces that are open fall back to the defaults at once. What was granted in the browser stays.
 */
export const deleteEverything = async (): Promise<void> => {
  const { local, session, sync } = browser.storage;
  await Promise.all([local.clear(), session.clear(), sync.clear(), deleteDB(LOG_NAME)]);
};
