import type { QuietHours } from '../domain/alerts/quiet-hours.ts';
import { message } from '../ui/strings.ts';
import { toClock } from './clock-text.ts';

export interface QuietHoursFieldProps {
  readonly quietHours: QuietHours | null;
  readonly onChange: (quietHours: QuietHours | null) => void;
}

/** A night, for a reader who only switches them on. */
const USUAL: QuietHours = { fromMinute: 22 * 60, untilMinute: 7 * 60 };

/** The minute of the day that a time field holds; null while it is empty. */
const findMinute = (clock: string): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
};

/** The hours of the reader's day in which no alert comes. */
export const QuietHoursField = ({ quietHours, onChange }: QuietHoursFieldProps) => (
  <>
    <label class="field is-switch">
      <span>{message('quietHours')}</span>
      <input
        type="checkbox"
        name="quiet-hours"
        checked={quietHours !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? USUAL : null)}
      />
    </label>
    {quietHours && (
      <div class="field times">
        {(['fromMinute', 'untilMinute'] as const).map((end) => (
          <label key={end}>
            <span>{message(end === 'fromMinute' ? 'quietFrom' : 'quietUntil')}</span>{' '}
            <input
              type="time"
              name={`quiet-${end}`}
              value={toClock(quietHours[end])}
              onChange={({ currentTarget }) => {
                const minute = findMinute(currentTarget.value);
                if (minute !== null) onChange({ ...quietHours, [end]: minute });
              }}
            />
          </label>
        ))}
      </div>
    )}
  </>
);
