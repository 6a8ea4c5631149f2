import type { SourceState } from '../domain/market/source-state.ts';
import { findCreditUrl, toSourceName } from '../ui/source-name.ts';
import { toSourceStateText } from '../ui/source-state-text.ts';
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
          <span class="source-state">{toSourceStateText(source, nowMs)}</span>
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
