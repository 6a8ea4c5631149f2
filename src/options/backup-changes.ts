import type { Alert } from '../domain/alerts/alert.ts';
import type { QuietHours } from '../domain/alerts/quiet-hours.ts';
import type { Backup, BackupContent } from '../domain/backup.ts';
import type { Dismissal } from '../domain/dismissal.ts';
import { isSameJson } from '../domain/same-json.ts';
import { findChangedSettings } from './drawn-settings.ts';

/** The lists of a file, by the texts that head them. */
const LISTS = ['watchListHeading', 'sitesBlocked', 'alertsHeading', 'dismissalsHeading'] as const;

/** What becomes of one list, in entries. An entry that changes is one removed and one added. */
export interface ListChange {
  readonly label: (typeof LISTS)[number];
  readonly inUse: number;
  readonly inFile: number;
  readonly added: number;
  readonly removed: number;
}

const toListChange = (
  label: ListChange['label'],
  before: readonly string[],
  after: readonly string[],
): ListChange => {
  const [known, wanted] = [new Set(before), new Set(after)];
  return {
    label,
    inUse: before.length,
    inFile: after.length,
    added: after.filter((entry) => !known.has(entry)).length,
    removed: before.filter((entry) => !wanted.has(entry)).length,
  };
};

const toAlertEntry = ({ condition, repeats, isOn }: Alert): string =>
  JSON.stringify([Object.entries(condition).toSorted(), repeats, isOn]);
const toDismissalEntry = ({ surface, id, host }: Dismissal): string => JSON.stringify([surface, id, host]);

/** Each list as entries that can be compared; undefined where a file does not hold it. */
const toEntries = ({ watchList, blockedSites, alerts, dismissals }: BackupContent) => ({
  watchListHeading: watchList,
  sitesBlocked: blockedSites,
  alertsHeading: alerts?.list.map(toAlertEntry),
  dismissalsHeading: dismissals?.map(toDismissalEntry),
});

/** What would become of each list that the file holds. */
export const findListChanges = (kept: Backup, content: BackupContent): readonly ListChange[] => {
  const [before, after] = [toEntries(kept), toEntries(content)];
  return LISTS.flatMap((label) => {
    const entries = after[label];
    return entries ? toListChange(label, before[label] ?? [], entries) : [];
  });
};

/** The quiet hours of the file, null for none, where they are others than the present ones; undefined where they stay. */
export const findNewQuietHours = (kept: Backup, content: BackupContent): QuietHours | null | undefined =>
  content.alerts && !isSameJson(content.alerts.quietHours, kept.alerts.quietHours)
    ? content.alerts.quietHours
    : undefined;

/** Settings that differ, the list of sources among them. */
export const findNewSettings = ({ settings }: Backup, content: BackupContent) => ({
  drawn: findChangedSettings(settings, content.settings),
  hasOtherSources: !isSameJson(settings.sourcesOff.toSorted(), content.settings.sourcesOff.toSorted()),
});
