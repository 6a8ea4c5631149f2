import { formatTimeOfDay } from '../domain/format-time.ts';
import type { Reply } from '../platform/protocol.ts';
import { uiLocale } from '../ui/locale.ts';
import { message } from '../ui/strings.ts';

/** `Requests in the last hour: 14 · failed: 2`; since when, where less than an hour was counted. Null while unknown. */
export const toRequestsText = (requests: Reply<'readRequests'> | null, sourceId: string): string | null => {
  const hour = requests?.sources.find((each) => each.sourceId === sourceId);
  if (!requests || !hour) return null;
  const { countedSinceMs } = requests;
  const format = new Intl.NumberFormat(uiLocale());
  const asked = format.format(hour.asked);
  const parts = [
    countedSinceMs === null
      ? message('requestsHour', asked)
      : message('requestsSince', formatTimeOfDay(countedSinceMs, uiLocale()), asked),
  ];
  if (hour.failed > 0) parts.push(message('requestsFailed', format.format(hour.failed)));
  return parts.join(' · ');
};
