import * as v from 'valibot';
import { type Alerts, AlertsSchema, NO_ALERTS, toAlertsWith } from './alerts/alert.ts';
import { type Dismissal, DismissalsSchema, toDismissalsWith } from './dismissal.ts';
import { SettingsSchema } from './settings.ts';
import { BlockedSitesSchema } from './sites.ts';
import { WatchListSchema } from './watch-list.ts';

/** No reader has as many: a longer list was not written by us, and would make every page slow. */
const MOST_BLOCKED_SITES = 1000;

const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

const FirstEntries = {
  format: v.literal('margin-notes'),
  settings: SettingsSchema,
  watchList: WatchListSchema,
  blockedSites: v.pipe(BlockedSitesSchema, v.maxLength(MOST_BLOCKED_SITES), v.transform(unique)),
};

/** Files of version 1 say nothing of alerts and dismissals. */
const FirstSchema = v.object({ ...FirstEntries, version: v.literal(1) });

/** Twice the same, or more than a reader can make, is no more than what a reader can make of it. */
const SecondSchema = v.object({
  ...FirstEntries,
  version: v.literal(2),
  alerts: v.pipe(
    AlertsSchema,
    v.transform(({ list, quietHours }): Alerts => list.reduce(toAlertsWith, { ...NO_ALERTS, quietHours })),
  ),
  dismissals: v.pipe(
    DismissalsSchema,
    v.transform((list) => list.reduce<readonly Dismissal[]>(toDismissalsWith, [])),
  ),
});

/**
 * What a reader can carry to another browser in one file: what the reader chose, and never the keys. Figures are asked for
 * anew there.
 */
export type Backup = Omit<v.InferOutput<typeof SecondSchema>, 'format' | 'version'>;

/** What a file holds: a file of an earlier version leaves what it does not know of as it is. */
export type BackupContent = Omit<v.InferOutput<typeof FirstSchema>, 'format' | 'version'> & Partial<Backup>;

/** Why a file cannot be taken over. */
export type BackupRefusal = 'too-large' | 'no-json' | 'no-backup' | 'other-version';

export type BackupOutcome =
  | { readonly ok: true; readonly content: BackupContent }
  | { readonly ok: false; readonly code: BackupRefusal };

/** More than twice what all lists at their longest come to. In bytes of the file. */
export const MOST_BACKUP_BYTES = 1_000_000;

const StampSchema = v.object({ format: v.literal('margin-notes'), version: v.number() });

const schemaOf = (version: number) => [FirstSchema, SecondSchema][version - 1];

/**
 * Reads the text of a file that a reader chose. A bad value inside of the settings costs that one, as in storage; a file of
 * a version that is not known is refused instead of guessed at.
 */
export const parseBackup = (text: string): BackupOutcome => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, code: 'no-json' };
  }
  const stamp = v.safeParse(StampSchema, raw);
  if (!stamp.success) return { ok: false, code: 'no-backup' };
  const schema = schemaOf(stamp.output.version);
  if (!schema) return { ok: false, code: 'other-version' };
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) return { ok: false, code: 'no-backup' };
  const { format: _format, version: _version, ...content } = parsed.output;
  return { ok: true, content };
};

export const formatBackup = (kept: Backup): string =>
  `${JSON.stringify({ format: 'margin-notes', version: 2, ...kept }, null, 2)}\n`;
