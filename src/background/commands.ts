import browser, { type Tabs } from 'webextension-polyfill';
import { tellTab } from '../platform/messenger.ts';
import { toggleSite } from './toggle-site.ts';

/**
 * The commands of the manifest by their names there; the browser itself opens the popup. Keys are the reader's to set in the
 * browser: no page is listened to for them.
 */
const COMMANDS: Readonly<Record<string, (tab: Tabs.Tab) => Promise<unknown>>> = {
  'toggle-panel': ({ id = -1 }) => tellTab(id, 'togglePanel', {}),
  'next-note': ({ id = -1 }) => tellTab(id, 'focusNextNote', {}),
  'toggle-site': ({ url }) => toggleSite(url),
};

const findActiveTab = async (): Promise<Tabs.Tab | undefined> =>
  (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];

/** Does what the reader's keys ask for on the page in view. Register at the top level of the worker. */
export const followCommands = (): void => {
  browser.commands.onCommand.addListener(async (name, given) => {
    const tab = given ?? (await findActiveTab());
    if (tab) await COMMANDS[name]?.(tab);
  });
};
