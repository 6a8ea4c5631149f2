import type { Settings } from '../domain/settings.ts';
import type { WatchList } from '../domain/watch-list.ts';
import type { Market } from '../platform/protocol.ts';
import { settingsItem, watchListItem } from '../platform/reader-items.ts';
import { shownMarketItem } from '../platform/shown-market.ts';
import { type OpenPage, readOpenSite } from './open-page.ts';

/** What is read before anything is drawn: the first frame has figures, and nothing above them comes in later. */
export interface FirstValues {
  readonly settings: Settings;
  readonly coinIds: WatchList;
  /** What the popup showed last; null when it never showed any. */
  readonly market: Market | null;
  readonly page: OpenPage | null;
}

/** Asks nothing of the background, which the browser may have put to sleep, nor of the page. */
export const readFirstValues = async (): Promise<FirstValues> => {
  const [settings, coinIds, { market }, page] = await Promise.all([
    settingsItem.read(),
    watchListItem.read(),
    shownMarketItem.read(),
    readOpenSite().catch(() => null),
  ]);
  return { settings, coinIds, market, page };
};
