import * as v from 'valibot';
import { SettingsSchema } from './settings.ts';
import { BlockedSitesSchema } from './sites.ts';
import { WatchListSchema } from './watch-list.ts';

/**
 * What a reader can carry to another browser in one file: what the reader chose, and never the keys. Figures are asked for
 * anew there. A file of another version is refused instead of guessed at.
 */
export const BackupSchema = v.object({
  format: v.literal('margin-notes'),
  version: v.literal(1),
  settings: SettingsSchema,
  watchList: WatchListSchema,
  blockedSites: v.pipe(BlockedSitesSchema, v.readonly()),
});
export type Backup = v.InferOutput<typeof BackupSchema>;

/** Why a file cannot be taken over. */
export type BackupRefusal = 'no-json' | 'no-backup' | 'other-version';

export type BackupOutcome =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly code: BackupRefusal };

const StampSchema = v.object({ format: v.literal('margin-notes'), version: v.number() });

/** Reads the text of a file that a reader chose. A bad value inside of the settings costs that one, as in storage. */
export const parseBackup = (text: string): BackupOutcome => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, code: 'no-json' };
  }
  const stamp = v.safeParse(StampSchema, raw);
  if (!stamp.success) return { ok: false, code: 'no-backup' };
  if (stamp.output.version !== 1) return { ok: false, code: 'other-version' };
  const parsed = v.safeParse(BackupSchema, raw);
  return parsed.success ? { ok: true, backup: parsed.output } : { ok: false, code: 'no-backup' };
};

export const formatBackup = (kept: Pick<Backup, 'settings' | 'watchList' | 'blockedSites'>): string =>
  `${JSON.stringify({ format: 'margin-notes', version: 1, ...kept } satisfies Backup, null, 2)}\n`;
