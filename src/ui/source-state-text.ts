import { formatAge } from '../domain/format.ts';
import { toAgeMs } from '../domain/market/freshness.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import { absenceMessage } from './absence-message.ts';
import { uiLocale } from './locale.ts';
import { message } from './strings.ts';

/** Stays on one line: what is broken is the text between such pieces. */
const toWhole = (piece: string): string => piece.replaceAll(' ', '\u00a0');

/** `12 sec`; for a source in trouble `No answer in time · 14 min old · again in 30 sec`. */
export const toSourceStateText = (
  { lastGoodAtMs, failure, retryAtMs }: SourceState,
  nowMs: number,
): string => {
  const age = lastGoodAtMs === null ? null : formatAge(toAgeMs(lastGoodAtMs, nowMs), uiLocale());
  if (!failure) return age === null ? message('sourceWaiting') : message('ageLive', age);
  const parts = [absenceMessage(failure)];
  if (age !== null) parts.push(toWhole(message('ageStale', age)));
  if (retryAtMs !== null && retryAtMs > nowMs) {
    parts.push(toWhole(message('sourceRetry', formatAge(retryAtMs - nowMs, uiLocale()))));
  }
  return parts.join(' · ');
};
