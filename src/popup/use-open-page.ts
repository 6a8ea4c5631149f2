import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { toSitesAllowing, toSitesWith } from '../domain/sites.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';
import { type OpenPage, readOpenPage, togglePanel } from './open-page.ts';

export interface OpenPageControl {
  /** Null where nothing can be done: the browser's own pages, files, the popup in a tab. */
  readonly page: OpenPage | null;
  /** Asks the browser for the site of the page. To be called in a click; the browser shows its own prompt. */
  readonly allow: () => Promise<void>;
  /** Blocks the site of the page, or lets Margin Notes run on it again. */
  readonly switchSite: (isOn: boolean) => Promise<void>;
  /** Opens the panel over the page and closes the popup, which would cover it. */
  readonly openPanel: () => Promise<void>;
}

/** How long it may take until a page follows what the reader decided on its site. */
const FOLLOW_WAITS_MS = [150, 300, 600, 1200] as const;

/**
 * What the page in the current tab is to Margin Notes: at first what could be told without it, then what it says itself, once
 * and again after the reader decided on its site.
 */
export const useOpenPage = (first: OpenPage | null): OpenPageControl => {
  const [page, setPage] = useState(first);

  useEffect(() => {
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
    if (await togglePanel()) close();
  }, []);

  return { page, allow, switchSite, openPanel };
};
