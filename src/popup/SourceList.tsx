import { formatAge } from '../domain/format.ts';
import { toAgeMs } from '../domain/market/freshness.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import { absenceMessage } from '../ui/absence-message.ts';
import { uiLocale } from '../ui/locale.ts';
import { findCreditUrl, toSourceName } from '../ui/source-name.ts';
import { message } from '../ui/strings.ts';

export interface SourceListProps {
  readonly sources: readonly SourceState[];
  readonly nowMs: number;
}

/** How each source of figures is doing, and the credit that its terms ask for. */
export const SourceList = ({ sources, nowMs }: SourceListProps) => (
  <>
    <h2 class="mn-hidden">{message('sourcesHeading')}</h2>
    <ul class="sources">
      {sources.map((source) => (
        <li key={`${source.kind} ${source.sourceId}`} class={source.failure ? 'source is-failing' : 'source'}>
          <SourceCredit source={source} />
          <span class="source-state">{toStateText(source, nowMs)}</span>
        </li>
      ))}
    </ul>
  </>
);

const SourceCredit = ({ source: { sourceId, kind } }: { readonly source: SourceState }) => {
  const name = toSourceName(sourceId);
  const url = findCreditUrl(sourceId);
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {message('creditPrices', name)}
    </a>
  ) : (
    <span>{message(kind === 'prices' ? 'creditExchangePrices' : 'creditLiquidations', name)}</span>
  );
};

/** `12 sec`; for a source in trouble `No answer in time · 14 min old · again in 30 sec`. */
const toStateText = ({ lastGoodAtMs, failure, retryAtMs }: SourceState, nowMs: number): string => {
  const age = lastGoodAtMs === null ? null : formatAge(toAgeMs(lastGoodAtMs, nowMs), uiLocale());
  if (!failure) return age === null ? message('sourceWaiting') : message('ageLive', age);
  const parts = [absenceMessage(failure)];
  if (age !== null) parts.push(message('ageStale', age));
  if (retryAtMs !== null && retryAtMs > nowMs) {
    parts.push(message('sourceRetry', formatAge(retryAtMs - nowMs, uiLocale())));
  }
  return parts.join(' · ');
};
