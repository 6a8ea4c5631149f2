import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { sumTotals } from '../../domain/liquidations/window.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { LiquidationBar } from '../../ui/LiquidationBar.tsx';
import { toCoinReading, toVenueReading } from '../../ui/reading.ts';
import { SourceAge } from '../../ui/SourceAge.tsx';
import { message } from '../../ui/strings.ts';
import type { CardSubject } from './card-subject.ts';
import { LiquidationHead, LiquidationRow } from './LiquidationRow.tsx';

export interface VenueCardProps extends CardSubject {
  readonly venueId: string;
  readonly name: string;
}

const MOST_ROWS = 6;

const largestFirst = (totals: readonly LiquidationTotal[]): LiquidationTotal[] =>
  [...totals].sort((a, b) => b.longUsd + b.shortUsd - (a.longUsd + a.shortUsd)).slice(0, MOST_ROWS);

/** An exchange: what was liquidated there in 24 hours, by side, and the coins with most of it. */
export const VenueCard = ({ venueId, name, market, nowMs }: VenueCardProps) => {
  const { totals, absence } = toVenueReading(market, venueId);
  const sum = sumTotals(totals);
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
        {absence === 'no-feed' && <p class="explained">{message('cardVenueNoFeed')}</p>}
        <ul class="rows">
          {sum && <LiquidationHead />}
          {largestFirst(totals).map((total) => (
            <LiquidationRow
              key={total.coinId}
              name={toCoinReading(market, total.coinId).quote?.symbol ?? total.coinId}
              total={total}
              nowMs={nowMs}
            />
          ))}
        </ul>
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
