import { useState } from 'preact/hooks';
import { type Alert, type Alerts, toAlertsWith, toAlertsWithout } from '../domain/alerts/alert.ts';
import type { AlertStates } from '../domain/alerts/alert-state.ts';
import type { QuietHours } from '../domain/alerts/quiet-hours.ts';
import { alertStatesItem, alertsItem } from '../platform/alert-items.ts';
import { useStoredItem } from '../ui/use-stored-item.ts';

export interface AlertsControl {
  /** Null for the moment until the stored ones are read. */
  readonly alerts: Alerts | null;
  readonly states: AlertStates;
  /** The alert that was deleted last, until something else is done. */
  readonly deleted: { readonly alert: Alert; readonly index: number } | null;
  /** Takes a new alert or a changed one, and looks at it afresh. */
  readonly save: (alert: Omit<Alert, 'armedAtMs'>) => void;
  readonly remove: (alert: Alert) => void;
  /** Puts the alert that was deleted last back in its place. */
  readonly undo: () => void;
  readonly setQuietHours: (quietHours: QuietHours | null) => void;
}

/** The reader's alerts and what one can do with them. */
export const useAlerts = (): AlertsControl => {
  const [alerts, update] = useStoredItem(alertsItem);
  const [states] = useStoredItem(alertStatesItem);
  const [deleted, setDeleted] = useState<AlertsControl['deleted']>(null);

  return {
    alerts,
    states: states ?? {},
    deleted,
    save(alert) {
      setDeleted(null);
      void update((before) => toAlertsWith(before, { ...alert, armedAtMs: Date.now() }));
    },
    remove(alert) {
      setDeleted({ alert, index: alerts?.list.indexOf(alert) ?? 0 });
      void update((before) => toAlertsWithout(before, alert.id));
    },
    undo() {
      if (!deleted) return;
      const { alert, index } = deleted;
      setDeleted(null);
      void update((before) => ({
        ...before,
        list: toAlertsWithout(before, alert.id).list.toSpliced(index, 0, alert),
      }));
    },
    setQuietHours: (quietHours) => void update((before) => ({ ...before, quietHours })),
  };
};
