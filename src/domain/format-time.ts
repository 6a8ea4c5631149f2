/** Times as text, in the BCP 47 locale. */

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * Intl formats are slow to make and are asked for on every tick. They keep the zone that they were made in, and a reader may
 * travel: its offset tells them apart.
 */
const dateFormat = (
  atMs: number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${locale} ${new Date(atMs).getTimezoneOffset()} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
};

/** A time of day in the reader's zone: `14:05`. */
export const formatTimeOfDay = (atMs: number, locale: string): string =>
  dateFormat(atMs, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);

/** A day and a time of day in the reader's zone: `Apr 22, 06:20`. */
export const formatMinute = (atMs: number, locale: string): string =>
  dateFormat(atMs, locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);

/** A day of the calendar, as the log counts them, in UTC: `Oct 10, 2026`. */
export const formatDay = (atMs: number, locale: string): string =>
  dateFormat(atMs, locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(atMs);
