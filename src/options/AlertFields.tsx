import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Alert, MOST_ALERTS } from '../domain/alerts/alert.ts';
import type { CoinId } from '../domain/coins/coin.ts';
import type { Settings } from '../domain/settings.ts';
import { DEFAULT_WATCH_LIST } from '../domain/watch-list.ts';
import { watchListItem } from '../platform/reader-items.ts';
import { toRuleText } from '../ui/alert-text.ts';
import { message } from '../ui/strings.ts';
import { UndoRow } from '../ui/UndoRow.tsx';
import { useLostFocus } from '../ui/use-lost-focus.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';
import { AlertEditor } from './AlertEditor.tsx';
import { AlertRow } from './AlertRow.tsx';
import { type AlertDraft, toDraft, toNewDraft } from './alert-draft.ts';
import { QuietHoursField } from './QuietHoursField.tsx';
import { useAlerts } from './use-alerts.ts';
import { useAskedAlert } from './use-asked-alert.ts';
import { useNotificationGrant } from './use-notification-grant.ts';

/** What is being written: an alert of the list, or a new one under an id of its own. */
interface Writing {
  readonly id: string;
  readonly draft: AlertDraft;
}

/** The reader's alerts: a list, an editor in the place of the one that is being changed, and the quiet hours. */
export const AlertFields = ({ settings }: { readonly settings: Settings }) => {
  const { alerts, states, deleted, save, remove, undo, setQuietHours } = useAlerts();
  const [watchList] = useStoredItem(watchListItem);
  const [asked, putAside] = useAskedAlert();
  const grant = useNotificationGrant();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [backId, setBackId] = useState<string | null>(null);
  const usualCoin = watchList?.[0] ?? DEFAULT_WATCH_LIST[0] ?? 'bitcoin';

  const write = (coinId: CoinId): void =>
    setWriting({ id: crypto.randomUUID(), draft: toNewDraft(coinId, settings.currency) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another request opens another editor
  useEffect(() => {
    if (asked === null) return;
    write(asked);
    putAside();
  }, [asked]);

  if (!alerts) return null;
  const { list, quietHours } = alerts;
  const leave = (): void => {
    setBackId(writing?.id ?? null);
    setWriting(null);
  };
  const editor = writing && (
    <AlertEditor
      key={writing.id}
      initial={writing.draft}
      usualCoin={usualCoin}
      onCancel={leave}
      onSave={(condition, repeats) => {
        // The browser asks the reader only while it can see the key press or click that led here.
        if (grant.isGranted !== true) grant.request();
        save({ id: writing.id, condition, repeats, isOn: true });
        leave();
      }}
    />
  );
  const isNew = writing !== null && !list.some(({ id }) => id === writing.id);
  const undoRow = deleted && (
    <UndoRow
      key={`deleted ${deleted.alert.id}`}
      class="field undo-row"
      text={message('alertDeleted', toRuleText(deleted.alert.condition))}
      onUndo={() => {
        setBackId(deleted.alert.id);
        undo();
      }}
    />
  );
  const toRow = (alert: Alert) => (
    <AlertRow
      alert={alert}
      lastFiring={states[alert.id]?.lastFiring ?? null}
      isBack={backId === alert.id}
      onSwitch={(isOn) => save({ ...alert, isOn })}
      onEdit={() => setWriting({ id: alert.id, draft: toDraft(alert, settings.currency) })}
      onDelete={() => remove(alert)}
    />
  );

  return (
    <>
      {list.some(({ isOn }) => isOn) && grant.isGranted === false && <Ungranted onAllow={grant.request} />}
      {list.length === 0 && !writing && !deleted && <p class="hint">{message('alertsNone')}</p>}
      <ul>
        {list.map((alert, index) => (
          <Fragment key={alert.id}>
            {deleted?.index === index && undoRow}
            {writing?.id === alert.id ? <li>{editor}</li> : toRow(alert)}
          </Fragment>
        ))}
        {deleted && deleted.index >= list.length && undoRow}
      </ul>
      {isNew && editor}
      {!writing && (
        <NewAlert
          isBack={backId !== null && !list.some(({ id }) => id === backId)}
          isFull={list.length >= MOST_ALERTS}
          onNew={() => write(usualCoin)}
        />
      )}
      <QuietHoursField quietHours={quietHours} onChange={setQuietHours} />
    </>
  );
};

interface NewAlertProps {
  readonly isBack: boolean;
  readonly isFull: boolean;
  readonly onNew: () => void;
}

const NewAlert = ({ isBack, isFull, onNew }: NewAlertProps) => {
  const button = useLostFocus<HTMLButtonElement>(isBack);
  return (
    <div class="field">
      {isFull && <span class="hint">{message('alertsFull', String(MOST_ALERTS))}</span>}
      <button ref={button} type="button" class="button" name="alert-new" disabled={isFull} onClick={onNew}>
        {message('alertNew')}
      </button>
    </div>
  );
};

/** What the browser does not allow, what works all the same, and the way to allow it. */
const Ungranted = ({ onAllow }: { readonly onAllow: () => void }) => (
  <div class="field notice">
    <span class="grow-text">{message('notificationsRefused')}</span>
    <button type="button" class="button" name="allow-notifications" onClick={onAllow}>
      {message('notificationsAllow')}
    </button>
  </div>
);
