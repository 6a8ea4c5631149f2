import { type Backup, formatBackup } from '../domain/backup.ts';
import { blockedSitesItem, settingsItem, watchListItem } from '../platform/reader-items.ts';

export type KeptNow = Pick<Backup, 'settings' | 'watchList' | 'blockedSites'>;

const FILE_NAME = 'margin-notes.json';

/** Hands the reader the file, as a download that never leaves this machine. */
export const saveBackupFile = (kept: KeptNow): void => {
  const address = URL.createObjectURL(new Blob([formatBackup(kept)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  // The download has the bytes once it has begun, which is after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Replaces what is kept by what the file holds. */
export const takeOver = async ({ settings, watchList, blockedSites }: Backup): Promise<void> => {
  await settingsItem.update(() => settings);
  await watchListItem.update(() => watchList);
  await blockedSitesItem.update(() => blockedSites);
};
