import { useEffect, useRef } from 'preact/hooks';
import type { Backup } from '../domain/backup.ts';
import { message } from '../ui/strings.ts';
import type { KeptNow } from './backup-store.ts';
import { findChangedSettings } from './drawn-settings.ts';
import { toSettingLabel } from './setting-text.ts';

export interface BackupPreviewProps {
  readonly backup: Backup;
  readonly kept: KeptNow;
  readonly onTakeOver: () => void;
  readonly onCancel: () => void;
}

/** What a file would put in the place of what. */
export const BackupPreview = ({ backup, kept, onTakeOver, onCancel }: BackupPreviewProps) => {
  const cancel = useRef<HTMLButtonElement>(null);
  // The question is where the reader goes on; the answer that changes nothing is the nearer one.
  useEffect(() => cancel.current?.focus(), []);
  const changed = findChangedSettings(kept.settings, backup.settings).map(toSettingLabel);
  const toCounts = (now: readonly string[], then: readonly string[]): string =>
    message('importCounts', String(now.length), String(then.length));
  return (
    <div class="preview">
      <h3>{message('importPreview')}</h3>
      <dl>
        <dt>{message('watchListHeading')}</dt>
        <dd>{toCounts(kept.watchList, backup.watchList)}</dd>
        <dt>{message('sitesBlocked')}</dt>
        <dd>{toCounts(kept.blockedSites, backup.blockedSites)}</dd>
        <dt>{message('importSettings')}</dt>
        <dd>{changed.length > 0 ? changed.join(' · ') : message('importNoSettings')}</dd>
      </dl>
      <p>
        <button type="button" class="button" name="take-over" onClick={onTakeOver}>
          {message('importAction')}
        </button>
        <button type="button" class="text-button" ref={cancel} onClick={onCancel}>
          {message('cancel')}
        </button>
      </p>
    </div>
  );
};
