import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { findSiteHost, isBlockedSite, toSitesAllowing, toSitesWith } from '../domain/sites.ts';
import { askTab } from '../platform/messenger.ts';
import type { PageNotes } from '../platform/protocol.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';

/** What the open page names, each once, in the page's order. */
export interface PageSubjects {
  readonly coinIds: readonly CoinId[];
  readonly venueIds: readonly string[];
}

/**
 * The page in the current tab: what its notes are about; a site on which Margin Notes may not run yet; one on which it may,
 * but whose page was open before it could; or one that the reader blocked. The host is null where the browser hides it.
 */
export type OpenPage =
  | { readonly kind: 'notes'; readonly host: string | null; readonly subjects: PageSubjects }
  | { readonly kind: 'ungranted' | 'unread' | 'blocked'; readonly host: string };

export interface OpenPageControl {
  /** Null while unknown, and where nothing can be done: the browser's own pages, files, the popup in a tab. */
  readonly page: OpenPage | null;
  /** Asks the browser for the site of the page. To be called in a click; the browser shows its own prompt. */
  readonly allow: () => Promise<void>;
  /** Blocks the site of the page, or lets Margin Notes run on it again. */
  readonly switchSite: (isOn: boolean) => Promise<void>;
  /** Opens the panel over the page and closes the popup, which would cover it. */
  readonly openPanel: () => Promise<void>;
}

const toPageSubjects = ({ notes }: PageNotes): PageSubjects => {
  const subjects = [...new Set(notes.map((note) => note.id))];
  return {
    coinIds: subjects.filter((subject) => findVenueId(subject) === null),
    venueIds: subjects.flatMap((subject) => findVenueId(subject) ?? []),
  };
};

const readSilentPage = async (host: string | null): Promise<OpenPage | null> => {
  if (host === null) return null;
  // Also a site of the list: a browser may keep it from us, at install or later.
  const isAllowed = await browser.permissions.contains({ origins: [`https://${host}/*`] });
  if (!isAllowed) return { kind: 'ungranted', host };
  const isBlocked = isBlockedSite(await blockedSitesItem.read(), host);
  return { kind: isBlocked ? 'blocked' : 'unread', host };
};

const readOpenPage = async (): Promise<OpenPage | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const outcome = await askTab(tab.id, 'readPageNotes', {});
  // The address is known because opening the popup lends the tab to it (`activeTab`).
  const host = findSiteHost(tab.url);
  return outcome.ok ? { kind: 'notes', host, subjects: toPageSubjects(outcome.reply) } : readSilentPage(host);
};

/** How long it may take until a page follows what the reader decided on its site. */
const FOLLOW_WAITS_MS = [150, 300, 600, 1200] as const;

/** What the page in the current tab is to Margin Notes. Asked for once, and again after the reader decided on its site. */
export const useOpenPage = (): OpenPageControl => {
  const [page, setPage] = useState<OpenPage | null>(null);

  useLayoutEffect(() => {
    void readOpenPage().then(setPage);
  }, []);

  const readUntil = useCallback(async (kind: OpenPage['kind']) => {
    for (const waitMs of FOLLOW_WAITS_MS) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      const reread = await readOpenPage();
      setPage(reread);
      if (reread?.kind === kind) return;
    }
  }, []);

  const host = page?.host ?? null;
  const allow = useCallback(async () => {
    if (host === null || !(await browser.permissions.request({ origins: [`https://${host}/*`] }))) return;
    await readUntil('notes');
  }, [host, readUntil]);

  const switchSite = useCallback(
    async (isOn: boolean) => {
      if (host === null) return;
      await blockedSitesItem.update((sites) => (isOn ? toSitesAllowing : toSitesWith)(sites, host));
      await readUntil(isOn ? 'notes' : 'blocked');
    },
    [host, readUntil],
  );

  const openPanel = useCallback(async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined && (await askTab(tab.id, 'togglePanel', {})).ok) close();
  }, []);

  return { page, allow, switchSite, openPanel };
};
