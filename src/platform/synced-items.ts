import type { Alerts } from '../domain/alerts/alert.ts';
import type { Dismissal } from '../domain/dismissal.ts';
import { byEntry, byField, type Division } from '../domain/sync/division.ts';
import { alertsItem } from './alert-items.ts';
import { blockedSitesItem, dismissalsItem, settingsItem, watchListItem } from './reader-items.ts';
import type { StoredItem } from './stored-item.ts';

/** A stored value that follows the reader to other machines, and how it is taken apart for that. */
export interface SyncedItem<T> {
  readonly item: StoredItem<T>;
  readonly division: Division<T>;
}

const alertList = byEntry<Alerts['list'][number]>(({ id }) => id);

const alertsDivision: Division<Alerts> = {
  toParts: ({ list, quietHours }) => ({ ...alertList.toParts(list), quietHours }),
  fromParts: ({ quietHours = null, ...entries }) => ({ list: alertList.fromParts(entries), quietHours }),
};

/** Gives each item with its own division to a function that knows neither's type. */
export const eachSynced = (visit: <T>(synced: SyncedItem<T>) => void): void => {
  visit({ item: watchListItem, division: byEntry<string>((coinId) => coinId) as Division<string[]> });
  visit({ item: settingsItem, division: byField() });
  visit({ item: blockedSitesItem, division: byEntry<string>((host) => host) });
  visit({
    item: dismissalsItem,
    division: byEntry<Dismissal>(({ surface, id, host }) => [surface, id, host].join(' ')),
  });
  visit({ item: alertsItem, division: alertsDivision });
};
