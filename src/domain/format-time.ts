import { rememberFormats } from './remember-formats.ts';

/** Times as text, in the BCP 47 locale. */

const makeFormat = rememberFormats(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** A format keeps the zone that it was made in, and a reader may travel: its offset tells them apart. */
const dateFormat = (atMs: number, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  makeFormat(locale, options, String(new Date(atMs).getTimezoneOffset()));

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
