import type { Alert } from '../domain/alerts/alert.ts';
import type { AlertFiring } from '../domain/alerts/alert-state.ts';
import { formatMinute } from '../domain/format-time.ts';
import { toReadingText, toRuleText } from '../ui/alert-text.ts';
import { uiLocale } from '../ui/locale.ts';
import { message } from '../ui/strings.ts';
import { useLostFocus } from '../ui/use-lost-focus.ts';

export interface AlertRowProps {
  readonly alert: Alert;
  /** When it came last on this machine; null when it never did. */
  readonly lastFiring: AlertFiring | null;
  /** The row comes back in the place of its editor or of its undo line. */
  readonly isBack: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One alert: what it waits for, when it came last, and whether it is on. */
export const AlertRow = ({ alert, lastFiring, isBack, onSwitch, onEdit, onDelete }: AlertRowProps) => {
  const rule = toRuleText(alert.condition);
  const edit = useLostFocus<HTMLButtonElement>(isBack);
  return (
    <li class="field alert-row">
      <div class="grow-text">
        <p>{rule}</p>
        <p class="hint">
          {message(alert.repeats ? 'alertAlways' : 'alertOnce')}
          {lastFiring &&
            ` · ${message(
              'alertCame',
              formatMinute(lastFiring.firedAtMs, uiLocale()),
              toReadingText(alert.condition, lastFiring),
            )}`}
        </p>
      </div>
      <span class="row-acts">
        <button
          ref={edit}
          type="button"
          class="text-button"
          aria-label={message('alertEditNamed', rule)}
          onClick={onEdit}
        >
          {message('alertEdit')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-label={message('alertDeleteNamed', rule)}
          onClick={onDelete}
        >
          {message('deleteAction')}
        </button>
        <input
          type="checkbox"
          aria-label={message('alertOnNamed', rule)}
          checked={alert.isOn}
          onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
        />
      </span>
    </li>
  );
};
