import { formatAge } from '../domain/format.ts';
import { type Freshness, toAgeMs } from '../domain/market/freshness.ts';
import { uiLocale } from './locale.ts';
import { message } from './strings.ts';

/** How old a figure is: `12 sec`, or `2 hr old` of one past its limit. */
export const toAgeText = (atMs: number, freshness: Freshness, nowMs: number): string =>
  message(freshness === 'stale' ? 'ageStale' : 'ageLive', formatAge(toAgeMs(atMs, nowMs), uiLocale()));
