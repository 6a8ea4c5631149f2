/** Years before the first price of a coin are typing errors, and so is a time of day in a far zone. */
const EARLIEST_MS = Date.UTC(2009, 0, 3);

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
/** `Wed, 22 Apr 2026 06:20:00 GMT`, with a zone that every engine reads the same way. */
const RFC_822 =
  /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s*(?:GMT|UTC|UT|Z|[+-]\d{4}|E[SD]T|C[SD]T|M[SD]T|P[SD]T)$/i;

const toOffsetMs = (zone: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
};

const parseIso = (text: string): number | null => {
  const [, year, month, day, hours, minutes, seconds = '0', zone] = ISO.exec(text) ?? [];
  // Without a time of day there is no minute, and without a zone there are as many minutes as zones.
  if (!year || !month || !day || !hours || !minutes || !zone) return null;
  const parts = [year, Number(month) - 1, day, hours, minutes, seconds].map(Number);
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
  const localMs = Date.UTC(y, mo, d, h, mi, s);
  const read = new Date(localMs);
  // Date.UTC lets 31 February run over into March.
  if (read.getUTCMonth() !== mo || read.getUTCDate() !== d || h > 23 || mi > 59 || s > 60) return null;
  return localMs - toOffsetMs(zone);
};

/**
 * A time of publication as news sites write it: ISO 8601 in its long and short forms with a zone (`Z`, `+09:00`,
 * `+0900`, `+09`), RFC 822, or seconds or ms since 1970. Null for anything without a minute or without a zone, before
 * Bitcoin, or more than a day after `nowMs`: a wrong minute would be a wrong price.
 */
export const parsePublicationTime = (text: string, nowMs: number): number | null => {
  const trimmed = text.trim();
  const atMs = /^\d{10}$/.test(trimmed)
    ? Number(trimmed) * 1000
    : /^\d{13}$/.test(trimmed)
      ? Number(trimmed)
      : RFC_822.test(trimmed)
        ? Date.parse(trimmed)
        : parseIso(trimmed);
  if (atMs === null || Number.isNaN(atMs)) return null;
  return atMs >= EARLIEST_MS && atMs <= nowMs + 86_400_000 ? atMs : null;
};
