import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Backup, BackupContent } from '../domain/backup.ts';
import { message } from '../ui/strings.ts';
import { findListChanges, findNewQuietHours, findNewSettings, type ListChange } from './backup-changes.ts';
import { toClock } from './clock-text.ts';
import { toSettingLabel } from './setting-text.ts';

export interface BackupPreviewProps {
  readonly content: BackupContent;
  readonly kept: Backup;
  readonly onTakeOver: () => void;
  readonly onCancel: () => void;
}

const ListRow = ({ label, inUse, inFile, added, removed }: ListChange) => (
  <>
    <dt>{message(label)}</dt>
    <dd>
      {message('importCounts', String(inUse), String(inFile))}{' '}
      <span class="hint">{message('importDifference', String(added), String(removed))}</span>
    </dd>
  </>
);

const QuietHoursRow = ({ hours }: { readonly hours: ReturnType<typeof findNewQuietHours> }) =>
  hours === undefined ? null : (
    <>
      <dt>{message('importQuietHours')}</dt>
      <dd>
        {hours ? `${toClock(hours.fromMinute)} – ${toClock(hours.untilMinute)}` : message('importNoSettings')}
      </dd>
    </>
  );

/** What a file would put in the place of what. */
export const BackupPreview = ({ content, kept, onTakeOver, onCancel }: BackupPreviewProps) => {
  const cancel = useRef<HTMLButtonElement>(null);
  // The question is where the reader goes on; the answer that changes nothing is the nearer one.
  useLayoutEffect(() => cancel.current?.focus(), []);
  const { drawn, hasOtherSources } = findNewSettings(kept, content);
  const changed = [...drawn.map(toSettingLabel), ...(hasOtherSources ? [message('sourcesHeading')] : [])];
  return (
    <div class="preview">
      <h3>{message('importPreview')}</h3>
      <dl>
        {findListChanges(kept, content).map((change) => (
          <ListRow key={change.label} {...change} />
        ))}
        <QuietHoursRow hours={findNewQuietHours(kept, content)} />
        <dt>{message('importSettings')}</dt>
        <dd>{changed.length > 0 ? changed.join(' · ') : message('importNoSettings')}</dd>
      </dl>
      {!content.alerts && <p class="hint">{message('importEarlier')}</p>}
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
