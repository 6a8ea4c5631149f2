import { type Dismissal, DismissalsSchema } from '../domain/dismissal.ts';
import { type Keys, KeysSchema, NO_KEYS } from '../domain/keys.ts';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '../domain/settings.ts';
import { BlockedSitesSchema } from '../domain/sites.ts';
import { DEFAULT_WATCH_LIST, WatchListSchema } from '../domain/watch-list.ts';
import { storedItem } from './stored-item.ts';

/** The coins the reader follows. This and the settings are what the reader wrote; the others can be lost without harm. */
export const watchListItem = storedItem({
  key: 'mn-watch-list',
  area: 'local',
  version: 1,
  schema: WatchListSchema,
  fallback: DEFAULT_WATCH_LIST,
});

/** What the reader chose. */
export const settingsItem = storedItem<Settings>({
  key: 'mn-settings',
  area: 'local',
  version: 1,
  schema: SettingsSchema,
  fallback: DEFAULT_SETTINGS,
});

/** The reader's own keys. They never leave this machine but for the host they belong to. */
export const keysItem = storedItem<Keys>({
  key: 'mn-keys',
  area: 'local',
  version: 1,
  schema: KeysSchema,
  fallback: NO_KEYS,
});

/** Sites that the reader does not want annotated, by host name. */
export const blockedSitesItem = storedItem<readonly string[]>({
  key: 'mn-blocked-sites',
  area: 'local',
  version: 1,
  schema: BlockedSitesSchema,
  fallback: [],
});

/** What the reader said is no mention. */
export const dismissalsItem = storedItem<readonly Dismissal[]>({
  key: 'mn-dismissals',
  area: 'local',
  version: 1,
  schema: DismissalsSchema,
  fallback: [],
});
