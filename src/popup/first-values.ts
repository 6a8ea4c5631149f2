import browser from 'webextension-polyfill';
import type { Settings } from '../domain/settings.ts';
import type { WatchList } from '../domain/watch-list.ts';
import type { Market } from '../platform/protocol.ts';
import { blockedSitesItem, settingsItem, watchListItem } from '../platform/reader-items.ts';
import { shownMarketItem } from '../platform/shown-market.ts';
import { type OpenPage, readOpenSite } from './open-page.ts';

/** What is read before anything is drawn: the first frame has figures. */
export interface FirstValues {
  readonly settings: Settings;
  readonly coinIds: WatchList;
  /** What the popup showed last; null when it never showed any. */
  readonly market: Market | null;
  /** How tall it was then, in CSS pixels; 0 when that is not known. */
  readonly heightPx: number;
  readonly page: OpenPage | null;
}

/** What the reader stored, by one question for all of it: each keeps the browser busy, and the popup waits for the last. */
const readStored = async () => {
  const items = { settings: settingsItem, coinIds: watchListItem, blockedSites: blockedSitesItem };
  const keys = Object.values(items).map(({ key }) => key);
  const stored: Record<string, unknown> = await browser.storage.local.get(keys).catch((error: unknown) => {
    console.warn('Margin Notes: nothing stored can be read; the defaults are used.', error);
    return {};
  });
  return {
    settings: items.settings.parse(stored[items.settings.key]),
    coinIds: items.coinIds.parse(stored[items.coinIds.key]),
    blockedSites: items.blockedSites.parse(stored[items.blockedSites.key]),
  };
};

type Stored = Awaited<ReturnType<typeof readStored>>;

const readAll = async (stored: Promise<Stored>): Promise<FirstValues> => {
  const [{ settings, coinIds }, { market, heightPx }, page] = await Promise.all([
    stored,
    shownMarketItem.read(),
    readOpenSite(stored.then(({ blockedSites }) => blockedSites)).catch(() => null),
  ]);
  return { settings, coinIds, market, heightPx, page };
};

/**
 * Asks nothing of the background, which the browser may have put to sleep, nor of the page. The settings by themselves
 * come first: another language is loaded meanwhile.
 */
export const readFirstValues = () => {
  const stored = readStored();
  return { settings: stored.then(({ settings }) => settings), all: readAll(stored) };
};
