import { toFreshness } from '../domain/market/freshness.ts';
import type { Market, VenueReading } from '../platform/protocol.ts';
import { LiquidationBar } from '../ui/LiquidationBar.tsx';
import { toCoinReading, toVenueReading } from '../ui/reading.ts';
import { SourceAge } from '../ui/SourceAge.tsx';
import { toSourceName } from '../ui/source-name.ts';
import { message } from '../ui/strings.ts';
import { BriefRow } from './BriefRow.tsx';
import type { PageSubjects } from './open-page.ts';
import type { WatchListControl } from './use-watch-list.ts';

export interface PageSectionProps {
  readonly page: PageSubjects;
  readonly watchList: WatchListControl;
  readonly market: Market | null;
  readonly nowMs: number;
  readonly onOpenPanel: () => void;
}

/** The coins and exchanges that the open page names; nothing where it names none. */
export const PageSection = ({ page, watchList, market, nowMs, onOpenPanel }: PageSectionProps) => {
  if (page.coinIds.length + page.venueIds.length === 0) return null;
  return (
    <section aria-labelledby="page-heading">
      <h2 id="page-heading" class="mn-label heading">
        {message('pageHeading')}
      </h2>
      <button type="button" class="text-button open-panel" onClick={onOpenPanel}>
        {message('pagePanel')}
      </button>
      <ul>
        {page.coinIds.map((coinId) => (
          <BriefRow
            key={coinId}
            reading={toCoinReading(market, coinId)}
            watchList={watchList}
            nowMs={nowMs}
          />
        ))}
        {page.venueIds.map((venueId) => (
          <PageVenue key={venueId} reading={toVenueReading(market, venueId)} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
};

const PageVenue = ({ reading, nowMs }: { readonly reading: VenueReading; readonly nowMs: number }) => {
  const { venueId, sum } = reading;
  const absence = reading.absence ?? 'none-seen';
  const freshness = toFreshness('liquidations', sum?.untilMs ?? null, nowMs);
  return (
    <li class="row venue-row">
      <div>
        <span class="symbol">{toSourceName(venueId)}</span>
        <span class="name">{message('pageLiquidations')}</span>
      </div>
      <div class="venue-figures">
        <LiquidationBar sides={sum} isAtLeast freshness={freshness} absence={absence} />
        <SourceAge
          sourceId={venueId}
          atMs={sum?.untilMs ?? null}
          nowMs={nowMs}
          freshness={freshness}
          absence={absence}
        />
      </div>
    </li>
  );
};
