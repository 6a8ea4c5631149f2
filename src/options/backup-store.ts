import {
  type Backup,
  type BackupContent,
  type BackupOutcome,
  formatBackup,
  MOST_BACKUP_BYTES,
  parseBackup,
} from '../domain/backup.ts';
import { alertsItem } from '../platform/alert-items.ts';
import { blockedSitesItem, dismissalsItem, settingsItem, watchListItem } from '../platform/reader-items.ts';

const FILE_NAME = 'margin-notes.json';

/** Hands the reader the file, as a download that never leaves this machine. */
export const saveBackupFile = (kept: Backup): void => {
  const address = URL.createObjectURL(new Blob([formatBackup(kept)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  // The download has the bytes once it has begun, which is after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** What a file that the reader chose holds. One that is too large is not even read. */
export const readBackupFile = async (file: File): Promise<BackupOutcome> =>
  file.size > MOST_BACKUP_BYTES ? { ok: false, code: 'too-large' } : parseBackup(await file.text());

/** Replaces what is kept by what the file holds. Alerts are looked at afresh from `nowMs` on: the file may be old. */
export const takeOver = async (content: BackupContent, nowMs: number): Promise<void> => {
  const { settings, watchList, blockedSites, alerts, dismissals } = content;
  await settingsItem.update(() => settings);
  await watchListItem.update(() => watchList);
  await blockedSitesItem.update(() => blockedSites);
  if (dismissals) await dismissalsItem.update(() => dismissals);
  if (!alerts) return;
  const list = alerts.list.map((alert) => ({ ...alert, armedAtMs: nowMs }));
  await alertsItem.update(() => ({ ...alerts, list }));
};
