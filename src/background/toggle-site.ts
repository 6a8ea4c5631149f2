import browser from 'webextension-polyfill';
import { findSiteHost, isBlockedSite, toSitesAllowing, toSitesWith } from '../domain/sites.ts';
import { blockedSitesItem } from '../platform/reader-items.ts';

/**
 * Turns Margin Notes off or on again on the site of a page, which follows by itself. A site that was never allowed gets the
 * popup, which offers to allow it, where the browser can open it.
 */
export const toggleSite = async (address: string | undefined): Promise<void> => {
  const host = findSiteHost(address);
  if (host === null) return;
  const isAllowed = await browser.permissions.contains({ origins: [`https://${host}/*`] });
  if (!isAllowed) {
    await browser.action.openPopup().catch(() => undefined);
    return;
  }
  await blockedSitesItem.update((sites) =>
    (isBlockedSite(sites, host) ? toSitesAllowing : toSitesWith)(sites, host),
  );
};
