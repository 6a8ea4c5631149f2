import browser from 'webextension-polyfill';
import { askTab, tellTab } from '../platform/messenger.ts';
import { declaredFiles } from '../platform/script-files.ts';

const SCRIPT_ID = 'mn-granted-sites';

/** The content script as the manifest declares it for the sites of the list; granted sites get the same files. */
const declared = () => {
  const { content_scripts: [script] = [], host_permissions: apis = [] } = browser.runtime.getManifest();
  return { ...declaredFiles(), listed: script?.matches ?? [], apis };
};

/** The origins that the reader granted, without those that the manifest already has: market APIs and listed sites. */
const findGranted = async (): Promise<string[]> => {
  const { origins = [] } = await browser.permissions.getAll();
  const { apis, listed } = declared();
  return origins.filter((origin) => !apis.includes(origin) && !listed.includes(origin));
};

/** Registers the content script for exactly the sites that are granted now. */
const register = async (): Promise<void> => {
  const matches = await findGranted();
  const { js, css, listed } = declared();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script = {
    id: SCRIPT_ID,
    matches,
    // A grant of all sites holds the listed ones, which have the script already.
    excludeMatches: listed,
    js,
    css,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  } as const;
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
};

/** Runs the content script in open tabs that have none of this copy of the extension. */
const runInOpenTabs = async (origins: readonly string[]): Promise<void> => {
  const { js, css } = declared();
  const tabs = await browser.tabs.query({ url: [...origins], discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id: tabId = -1 }) => {
      if ((await askTab(tabId, 'readPageNotes', {})).ok) return;
      await browser.scripting.insertCSS({ target: { tabId }, files: css });
      await browser.scripting.executeScript({ target: { tabId }, files: js });
    }),
  );
};

/** Leaves the tabs that are open on sites taken back: of a tab that we may not be in, the browser hides the address. */
const leaveOpenTabs = async (): Promise<void> => {
  const tabs = await browser.tabs.query({});
  const hidden = tabs.filter(({ url }) => url === undefined);
  await Promise.all(hidden.map(({ id = -1 }) => tellTab(id, 'leavePage', {})));
};

/** Pages that were open before an installation or an update: Chromium gives them no new script, and the old one has ended. */
const runInPagesOfBefore = async (): Promise<void> => {
  await register();
  await runInOpenTabs([...declared().listed, ...(await findGranted())]);
};

/**
 * Keeps the content script on the sites that the reader granted beyond the list, one by one, in the popup or in the
 * browser's own settings. Register at the top level of the worker.
 */
export const followSiteGrants = (): void => {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await register();
    if (origins.length > 0) await runInOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(async ({ origins = [] }) => {
    await register();
    if (origins.length > 0) await leaveOpenTabs();
  });
  browser.runtime.onInstalled.addListener(runInPagesOfBefore);
};
