import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { CoinId } from '../domain/coins/coin.ts';
import { findVenueId } from '../domain/mentions/mention.ts';
import { isListedSite } from '../domain/sites.ts';
import { askTab } from '../platform/messenger.ts';
import type { PageNotes } from '../platform/protocol.ts';

/** What the open page names, each once, in the page's order. */
export interface PageSubjects {
  readonly coinIds: readonly CoinId[];
  readonly venueIds: readonly string[];
}

/**
 * The page in the current tab: what its notes are about; a site on which Margin Notes may not run yet; or one on which it
 * may, but whose page was open before it could.
 */
export type OpenPage =
  | { readonly kind: 'notes'; readonly subjects: PageSubjects }
  | { readonly kind: 'ungranted'; readonly host: string }
  | { readonly kind: 'unread' };

export interface OpenPageControl {
  /** Null while unknown, and where nothing can be done: the browser's own pages, files, the popup in a tab. */
  readonly page: OpenPage | null;
  /** Asks the browser for the site of the page. To be called in a click; the browser shows its own prompt. */
  readonly allow: () => Promise<void>;
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

/** The address is known because opening the popup lends the tab to it (`activeTab`). */
const readSilentPage = async (address: string | undefined): Promise<OpenPage | null> => {
  if (!address) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:') return null;
  const isAllowed =
    isListedSite(hostname) || (await browser.permissions.contains({ origins: [`https://${hostname}/*`] }));
  return isAllowed ? { kind: 'unread' } : { kind: 'ungranted', host: hostname };
};

const readOpenPage = async (): Promise<OpenPage | null> => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const outcome = await askTab(tab.id, 'readPageNotes', {});
  return outcome.ok ? { kind: 'notes', subjects: toPageSubjects(outcome.reply) } : readSilentPage(tab.url);
};

/** How long the background may take to run the content script in a tab whose site was just granted. */
const GRANT_WAITS_MS = [150, 300, 600, 1200] as const;

/** What the page in the current tab is to Margin Notes. Asked for once, and again after the reader allowed its site. */
export const useOpenPage = (): OpenPageControl => {
  const [page, setPage] = useState<OpenPage | null>(null);

  useLayoutEffect(() => {
    void readOpenPage().then(setPage);
  }, []);

  const host = page?.kind === 'ungranted' ? page.host : null;
  const allow = useCallback(async () => {
    if (host === null || !(await browser.permissions.request({ origins: [`https://${host}/*`] }))) return;
    for (const waitMs of GRANT_WAITS_MS) {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      const reread = await readOpenPage();
      setPage(reread);
      if (reread?.kind === 'notes') return;
    }
  }, [host]);

  const openPanel = useCallback(async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id !== undefined && (await askTab(tab.id, 'togglePanel', {})).ok) close();
  }, []);

  return { page, allow, openPanel };
};
