import { type Dismissal, toDismissalsWith, toDismissalsWithout } from '../domain/dismissal.ts';
import { toSitesWith } from '../domain/sites.ts';
import { toWatchListWith, toWatchListWithout, type WatchList } from '../domain/watch-list.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { PageActions } from './page-facts.ts';
import { findPageHost } from './page-host.ts';

/** What the reader's actions change. They come from the first script, which holds what is stored. */
export interface ChangedItems {
  readonly watchList: Pick<StoredItem<WatchList>, 'update'>;
  readonly dismissals: Pick<StoredItem<readonly Dismissal[]>, 'update'>;
  readonly blockedSites: Pick<StoredItem<readonly string[]>, 'update'>;
}

export const createPageActions = (items: ChangedItems, togglePanel: () => void): PageActions => {
  const host = findPageHost();
  return {
    watch: (coinId, watched) =>
      void items.watchList.update((list) => (watched ? toWatchListWith : toWatchListWithout)(list, coinId)),
    dismiss({ surface, id }, dismissed) {
      const dismissal = { surface: surface.toLowerCase(), id, host, atMs: Date.now() };
      void items.dismissals.update((list) =>
        (dismissed ? toDismissalsWith : toDismissalsWithout)(list, dismissal),
      );
    },
    blockSite: () => void items.blockedSites.update((sites) => toSitesWith(sites, host)),
    togglePanel,
  };
};
