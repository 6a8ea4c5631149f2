import * as v from 'valibot';

const DAY_MINUTES = 24 * 60;

const MinuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(DAY_MINUTES - 1));

/** Minutes of the reader's own day, 0 is midnight; from the first to just before the second, over midnight too. */
export const QuietHoursSchema = v.object({ fromMinute: MinuteOfDay, untilMinute: MinuteOfDay });
export type QuietHours = v.InferOutput<typeof QuietHoursSchema>;

/** Hours from a minute to the same minute are none. */
export const isQuiet = (quietHours: QuietHours | null, minuteOfDay: number): boolean => {
  if (!quietHours) return false;
  const { fromMinute, untilMinute } = quietHours;
  return fromMinute <= untilMinute
    ? minuteOfDay >= fromMinute && minuteOfDay < untilMinute
    : minuteOfDay >= fromMinute || minuteOfDay < untilMinute;
};
