import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { findSiteHost, isBlockedSite } from '../domain/sites.ts';
import { askTab, tellTab } from '../platform/messenger.ts';
import type { PageNotes } from '../platform/protocol.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';

/** What the open page names, each once, in the page's order. */
export interface PageSubjects {
  readonly coinIds: readonly CoinId[];
  readonly venueIds: readonly string[];
}

/**
 * The page in the current tab: what its notes are about; one that has yet to say; a site on which Margin Notes may not run
 * yet; one on which it may, but whose page was open before it could; or one that the reader blocked. The host is null where
 * the browser hides it.
 */
export type OpenPage =
  | { readonly kind: 'notes'; readonly host: string | null; readonly subjects: PageSubjects }
  | { readonly kind: 'asked' | 'ungranted' | 'unread' | 'blocked'; readonly host: string };

const findTab = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0];

const readSite = async (
  host: string,
  blockedSites: Promise<readonly string[]>,
  otherwise: 'asked' | 'unread',
): Promise<OpenPage> => {
  const [isAllowed, blocked] = await Promise.all([
    // Also a site of the list: a browser may keep it from us, at install or later.
    browser.permissions.contains({ origins: [`https://${host}/*`] }),
    blockedSites,
  ]);
  if (!isAllowed) return { kind: 'ungranted', host };
  return { kind: isBlockedSite(blocked, host) ? 'blocked' : otherwise, host };
};

/** What can be told of the page without asking it; null where nothing can be done: the browser's own pages, files. */
export const readOpenSite = async (blockedSites: Promise<readonly string[]>): Promise<OpenPage | null> => {
  // The address is known because opening the popup lends the tab to it (`activeTab`).
  const host = findSiteHost((await findTab())?.url);
  return host === null ? null : readSite(host, blockedSites, 'asked');
};

const toPageSubjects = ({ notes }: PageNotes): PageSubjects => {
  const subjects = [...new Set(notes.map((note) => note.id))];
  return {
    coinIds: subjects.filter((subject) => findVenueId(subject) === null),
    venueIds: subjects.flatMap((subject) => findVenueId(subject) ?? []),
  };
};

/** What the page itself says, or why it says nothing. */
export const readOpenPage = async (): Promise<OpenPage | null> => {
  const tab = await findTab();
  if (tab?.id === undefined) return null;
  const outcome = await askTab(tab.id, 'readPageNotes', {});
  const host = findSiteHost(tab.url);
  if (outcome.ok) return { kind: 'notes', host, subjects: toPageSubjects(outcome.reply) };
  return host === null ? null : readSite(host, blockedSitesItem.read(), 'unread');
};

/** Opens the panel over the page, or puts it away; false when no page of ours is there. */
export const togglePanel = async (): Promise<boolean> => {
  const tab = await findTab();
  return tab?.id !== undefined && (await tellTab(tab.id, 'togglePanel', {})).ok;
};
