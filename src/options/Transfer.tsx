import { useRef, useState } from 'preact/hooks';
import type { BackupOutcome, BackupRefusal } from '../domain/backup.ts';
import type { Settings } from '../domain/settings.ts';
import { alertsItem } from '../platform/alert-items.ts';
import { blockedSitesItem, dismissalsItem, watchListItem } from '../platform/reader-items.ts';
import { type MessageName, message } from '../ui/strings.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { BackupPreview } from './BackupPreview.tsx';
import { readBackupFile, saveBackupFile, takeOver } from './backup-store.ts';

const REFUSALS: Record<BackupRefusal, MessageName> = {
  'too-large': 'importTooLarge',
  'no-json': 'importNoJson',
  'no-backup': 'importNoBackup',
  'other-version': 'importOtherVersion',
};

/** Writes what the reader chose into one file, and reads such a file: nothing is replaced before the reader has seen by what. */
export const Transfer = ({ settings }: { readonly settings: Settings }) => {
  const [watchList] = useStoredItem(watchListItem);
  const [blockedSites] = useStoredItem(blockedSitesItem);
  const [alerts] = useStoredItem(alertsItem);
  const [dismissals] = useStoredItem(dismissalsItem);
  const [outcome, setOutcome] = useState<BackupOutcome | null>(null);
  const [isDone, setIsDone] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const read = async (chosen: HTMLInputElement): Promise<void> => {
    const [file] = chosen.files ?? [];
    if (!file) return;
    setIsDone(false);
    setOutcome(await readBackupFile(file));
    // The same file chosen again is to be read again.
    chosen.value = '';
  };
  /** The preview goes, and would take the focus along. */
  const leavePreview = (): void => {
    field.current?.focus();
    setOutcome(null);
  };

  if (!watchList || !blockedSites || !alerts || !dismissals) return null;
  const kept = { settings, watchList, blockedSites, alerts, dismissals };
  return (
    <>
      <div class="field">
        <span>{message('exportLabel')}</span>
        <button type="button" class="button" name="export" onClick={() => saveBackupFile(kept)}>
          {message('exportAction')}
        </button>
      </div>
      <div class="field">
        <span>{message('importLabel')}</span>
        <label class="button file">
          {message('importChoose')}
          <input
            ref={field}
            type="file"
            name="import"
            aria-label={message('importLabel')}
            accept="application/json,.json"
            onChange={({ currentTarget }) => void read(currentTarget)}
          />
        </label>
      </div>
      {outcome?.ok && (
        <BackupPreview
          content={outcome.content}
          kept={kept}
          onCancel={leavePreview}
          onTakeOver={async () => {
            await takeOver(outcome.content, Date.now());
            leavePreview();
            setIsDone(true);
          }}
        />
      )}
      <p role="status" class="hint">
        {outcome && !outcome.ok && message(REFUSALS[outcome.code])}
        {isDone && message('importDone')}
      </p>
    </>
  );
};
