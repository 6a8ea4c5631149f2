import { formatNotionalUsd } from '../../domain/format.ts';
import { formatDay, formatTimeOfDay } from '../../domain/format-time.ts';
import { isComparable } from '../../domain/liquidations/coverage.ts';
import type { Liquidation, LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { sumTotals } from '../../domain/liquidations/window.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import type { Market } from '../../platform/protocol.ts';
import { absenceMessage } from '../../ui/absence-message.ts';
import { LiquidationBar } from '../../ui/LiquidationBar.tsx';
import { uiLocale } from '../../ui/locale.ts';
import { toSideText } from '../../ui/side-text.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toVenueNames } from '../../ui/venue-names.ts';
import { LiquidationRow } from './LiquidationRow.tsx';
import { SideHead, SideRow } from './SideRow.tsx';

interface VenueRow {
  readonly venueId: string;
  readonly reading: LiquidationTotal | Absence;
}

/** The venues that are read, each with what it saw of the coin. One that answered with nothing of it says so. */
const toRows = (market: Market | null, coinId: string): readonly VenueRow[] =>
  (market?.venues ?? [])
    .filter(({ absence }) => absence !== 'no-feed' && absence !== 'not-published')
    .map(({ venueId, totals, absence }) => ({
      venueId,
      reading: totals.find((total) => total.coinId === coinId) ?? absence ?? 'none-seen',
    }));

export interface CoinLiquidationsProps {
  readonly coinId: string;
  readonly market: Market | null;
  readonly nowMs: number;
}

/** What was liquidated of a coin in 24 hours: the sum as a floor, a row per venue, the largest order seen. */
export const CoinLiquidations = ({ coinId, market, nowMs }: CoinLiquidationsProps) => {
  const rows = toRows(market, coinId);
  const totals = rows.flatMap(({ reading }) => (typeof reading === 'string' ? [] : [reading]));
  const sum = sumTotals(totals);
  const sinceMs = market?.liquidationRecords.find((record) => record.coinId === coinId)?.sinceMs;
  const absences = rows.flatMap(({ reading }) => (typeof reading === 'string' ? [reading] : []));
  return (
    <section>
      <h3>{message('cardLiquidations')}</h3>
      <LiquidationBar
        sides={sum}
        isAtLeast
        freshness={toFreshness('liquidations', sum?.untilMs ?? null, nowMs)}
        absence={absences[0] ?? 'pending'}
      />
      {sum && <p class="places">{message('liquidationsOn', toVenueNames(sum.venueIds))}</p>}
      <ul class="rows">
        {sum && <SideHead />}
        {rows.map(({ venueId, reading }) =>
          typeof reading === 'string' ? (
            <SideRow
              key={venueId}
              name={toSourceName(venueId)}
              sides={null}
              freshness="unknown"
              note={`– ${absenceMessage(reading)}`}
            />
          ) : (
            <LiquidationRow key={venueId} name={toSourceName(venueId)} total={reading} nowMs={nowMs} />
          ),
        )}
      </ul>
      {!totals.every((total) => totals.every((other) => isComparable(total, other))) && (
        <p class="explained">{message('cardNotComparable')}</p>
      )}
      {sinceMs !== undefined && (
        <p class="largest">{message('cardLargestSince', formatDay(sinceMs, uiLocale()))}</p>
      )}
      {sum?.largest && <p class="largest">{toLargestText(sum.largest)}</p>}
      <p class="explained">{message('cardLiquidationsExplained')}</p>
    </section>
  );
};

const toLargestText = ({ notionalUsd, side, venueId, atMs }: Liquidation): string =>
  message(
    'cardLargest',
    formatNotionalUsd(notionalUsd, uiLocale()),
    toSideText(side),
    toSourceName(venueId),
    formatTimeOfDay(atMs, uiLocale()),
  );
