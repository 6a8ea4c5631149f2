import { formatNotionalUsd } from '../../domain/format.ts';
import { formatTimeOfDay } from '../../domain/format-time.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import type { Market } from '../../platform/protocol.ts';
import { absenceMessage } from '../../ui/absence-message.ts';
import { toVenueCoverageText } from '../../ui/coverage-text.ts';
import { LiquidationBar } from '../../ui/LiquidationBar.tsx';
import { uiLocale } from '../../ui/locale.ts';
import { findSymbol, toVenueReading } from '../../ui/reading.ts';
import { SourceAge } from '../../ui/SourceAge.tsx';
import { toSideText } from '../../ui/side-text.ts';
import { message } from '../../ui/strings.ts';
import type { CardSubject } from './card-subject.ts';
import { LiquidationRow } from './LiquidationRow.tsx';
import { SideHead } from './SideRow.tsx';
import { toShownTotals } from './shown-totals.ts';

export interface VenueCardProps extends CardSubject {
  readonly venueId: string;
  readonly name: string;
}

const toSymbol = (market: Market | null, coinId: string): string => findSymbol(market, coinId) ?? coinId;

/** An exchange: what was liquidated there in 24 hours, by side, and the coins with most of it. */
export const VenueCard = ({ venueId, name, market, nowMs }: VenueCardProps) => {
  const { sum, totals, absence } = toVenueReading(market, venueId);
  const freshness = toFreshness('liquidations', sum?.untilMs ?? null, nowMs);
  return (
    <>
      <header>
        <h2>{name}</h2>
        <span class="rank">{message('cardExchange')}</span>
      </header>
      <section>
        <h3>{message('cardLiquidations')}</h3>
        <LiquidationBar sides={sum} isAtLeast freshness={freshness} absence={absence} />
        {sum && <p class="places">{message('cardSeenHere', toVenueCoverageText(totals) ?? '')}</p>}
        {sum && absence && <p class="explained">{absenceMessage(absence)}</p>}
        {absence === 'no-feed' && <p class="explained">{message('cardVenueNoFeed')}</p>}
        <ul class="rows">
          {sum && <SideHead />}
          {toShownTotals(totals).map((total) => (
            <LiquidationRow
              key={total.coinId}
              name={toSymbol(market, total.coinId)}
              total={total}
              nowMs={nowMs}
            />
          ))}
        </ul>
        {sum?.largest && (
          <p class="largest">
            {message(
              'cardLargestOfCoin',
              formatNotionalUsd(sum.largest.notionalUsd, uiLocale()),
              toSymbol(market, sum.largest.coinId),
              toSideText(sum.largest.side),
              formatTimeOfDay(sum.largest.atMs, uiLocale()),
            )}
          </p>
        )}
        {sum && (
          <p class="source">
            <SourceAge
              sourceId={venueId}
              atMs={sum.untilMs}
              nowMs={nowMs}
              freshness={freshness}
              absence={absence}
            />
          </p>
        )}
        <p class="explained">{message('cardLiquidationsExplained')}</p>
      </section>
    </>
  );
};
