import { mergeSums } from '../domain/liquidations/window.ts';
import { toFreshness } from '../domain/market/freshness.ts';
import type { Market } from '../platform/protocol.ts';
import { LiquidationBar } from '../ui/LiquidationBar.tsx';
import { toLargestOrderText } from '../ui/largest-order-text.ts';
import { toCoinReading } from '../ui/reading.ts';
import { message } from '../ui/strings.ts';
import { toVenueNames } from '../ui/venue-names.ts';
import { toCoinLabel } from './coin-label.ts';

/** What was liquidated in 24 hours on every exchange that is read, as a floor; nothing before anything was seen. */
export const MarketLiquidations = ({
  market,
  nowMs,
}: {
  readonly market: Market;
  readonly nowMs: number;
}) => {
  const sum = mergeSums(market.venues.flatMap(({ sum: ofVenue }) => ofVenue ?? []));
  if (!sum) return null;
  return (
    <section class="market-liquidations" aria-labelledby="market-liquidations">
      <h2 id="market-liquidations" class="mn-label heading">
        {message('cardLiquidations')}
      </h2>
      <LiquidationBar
        sides={sum}
        isAtLeast
        freshness={toFreshness('liquidations', sum.untilMs, nowMs)}
        absence={null}
      />
      <p>{message('liquidationsOn', toVenueNames(sum.venueIds))}</p>
      {sum.largest && (
        <p>
          {toLargestOrderText(
            sum.largest,
            toCoinLabel(sum.largest.coinId, toCoinReading(market, sum.largest.coinId).quote).symbol,
          )}
        </p>
      )}
    </section>
  );
};
