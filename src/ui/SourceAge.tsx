import { formatAge } from '../domain/format.ts';
import type { Absence } from '../domain/market/absence.ts';
import { type Freshness, toAgeMs } from '../domain/market/freshness.ts';
import { absenceMessage } from './absence-message.ts';
import { uiLocale } from './locale.ts';
import { toSourceName } from './source-name.ts';
import { message } from './strings.ts';

export interface SourceAgeProps {
  readonly sourceId: string;
  /** When the figure was true; null when there is none. */
  readonly atMs: number | null;
  readonly nowMs: number;
  readonly freshness: Freshness;
  readonly absence: Absence | null;
}

/** Where a figure comes from and how old it is: `CoinGecko · 12 sec`; the reason where there is no figure. */
export const SourceAge = ({ sourceId, atMs, nowMs, freshness, absence }: SourceAgeProps) => {
  if (atMs === null) {
    return <span class="mn-source-age">{absenceMessage(absence ?? 'not-published')}</span>;
  }
  const age = formatAge(toAgeMs(atMs, nowMs), uiLocale());
  return (
    <span class={`mn-source-age mn-${freshness}`}>
      {toSourceName(sourceId)}
      <span aria-hidden="true"> · {message(freshness === 'stale' ? 'ageStale' : 'ageLive', age)}</span>
      <span class="mn-hidden">, {message('ageSpoken', age)}</span>
    </span>
  );
};
