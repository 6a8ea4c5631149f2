import browser, { type Tabs } from 'webextension-polyfill';
import { askTab } from '../platform/messenger.ts';

/** The commands of the manifest that a page answers, by their names there. Keys are the reader's to set in the browser. */
const PAGE_COMMANDS = { 'toggle-panel': 'togglePanel', 'next-note': 'focusNextNote' } as const;

const isPageCommand = (name: string): name is keyof typeof PAGE_COMMANDS => name in PAGE_COMMANDS;

const findActiveTab = async (): Promise<Tabs.Tab | undefined> =>
  (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];

/** Passes the reader's commands on to the page in view. Register at the top level of the worker. */
export const followCommands = (): void => {
  browser.commands.onCommand.addListener(async (name, tab) => {
    const tabId = (tab ?? (await findActiveTab()))?.id;
    if (tabId !== undefined && isPageCommand(name)) await askTab(tabId, PAGE_COMMANDS[name], {});
  });
};
