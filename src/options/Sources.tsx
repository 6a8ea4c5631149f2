import type { Settings } from '../domain/settings.ts';
import type { MarketSubjects } from '../platform/market-feed.ts';
import { toTrueMs } from '../ui/reading.ts';
import { findCreditUrl, toSourceName } from '../ui/source-name.ts';
import { toSourceStateText } from '../ui/source-state-text.ts';
import { message } from '../ui/strings.ts';
import { useMarket } from '../ui/use-market.ts';
import { useNow } from '../ui/use-now.ts';
import { groupSources, type SourceGroup } from './group-sources.ts';
import { toRequestsText } from './requests-text.ts';
import { useRequests } from './use-requests.ts';

export interface SourcesProps {
  readonly settings: Settings;
  readonly update: (change: (settings: Settings) => Settings) => Promise<void>;
}

/** The page shows no figures: only how the sources are doing is asked for. */
const NO_SUBJECTS: MarketSubjects = { coinIds: [], venueIds: [] };

const toSettings = (before: Settings, sourceId: string, isOn: boolean): Settings => {
  const others = before.sourcesOff.filter((id) => id !== sourceId);
  return { ...before, sourcesOff: isOn ? others : [...others, sourceId] };
};

/** How each source is doing, and whether it may be asked at all. */
export const Sources = ({ settings, update }: SourcesProps) => {
  const market = useMarket(NO_SUBJECTS, settings.currency);
  const requests = useRequests();
  const nowMs = toTrueMs(market, useNow(1000));
  if (!market) return <p class="hint">{message('absencePending')}</p>;
  return (
    <ul>
      {groupSources(market.sources).map((source) => (
        <SourceRow
          key={source.sourceId}
          source={source}
          requests={toRequestsText(requests, source.sourceId)}
          isOn={!settings.sourcesOff.includes(source.sourceId)}
          nowMs={nowMs}
          onSwitch={(isOn) => void update((before) => toSettings(before, source.sourceId, isOn))}
        />
      ))}
    </ul>
  );
};

interface SourceRowProps {
  readonly source: SourceGroup;
  /** How often it was asked, in words; null while unknown. */
  readonly requests: string | null;
  readonly isOn: boolean;
  readonly nowMs: number;
  readonly onSwitch: (isOn: boolean) => void;
}

const SourceRow = ({ source: { sourceId, states }, requests, isOn, nowMs, onSwitch }: SourceRowProps) => {
  const name = toSourceName(sourceId);
  const url = findCreditUrl(sourceId);
  return (
    <li class="field source">
      <div>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          <span>{name}</span>
        )}
        {states.map((state) => (
          <p key={state.kind} class={state.failure ? 'source-state is-failing' : 'source-state'}>
            {message(state.kind === 'prices' ? 'sourcePrices' : 'sourceLiquidations')}
            {' · '}
            {toSourceStateText(state, nowMs)}
          </p>
        ))}
        {requests !== null && <p class="source-state">{requests}</p>}
      </div>
      <input
        type="checkbox"
        name={`source-${sourceId}`}
        aria-label={message('sourceAsk', name)}
        checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
    </li>
  );
};
