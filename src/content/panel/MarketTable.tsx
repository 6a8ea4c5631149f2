import { useState } from 'preact/hooks';
import type { LiquidationTable } from '../../domain/liquidations/table.ts';
import type { LiquidationSum } from '../../domain/liquidations/window.ts';
import { WINDOW_MS, WINDOWS_MS } from '../../domain/liquidations/window-length.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { absenceMessage } from '../../ui/absence-message.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { countText } from '../../ui/count-text.ts';
import { toCoveringText } from '../../ui/coverage-text.ts';
import { LiquidationBar } from '../../ui/LiquidationBar.tsx';
import { toLargestOrderText } from '../../ui/largest-order-text.ts';
import { toDottedText } from '../../ui/list-text.ts';
import { findSymbol } from '../../ui/reading.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toVenueNames } from '../../ui/venue-names.ts';
import { SideHead, SideRow } from '../card/SideRow.tsx';
import { toSpanText } from '../figures/window-text.ts';
import { MOST_TABLE_COINS } from './liquidation-tables.ts';
import type { PanelFacts } from './panel-facts.ts';

/** Liquidations of the whole market by venue and by coin, in a window that the reader chooses. */
export const MarketTable = ({ facts }: { readonly facts: PanelFacts }) => {
  const [windowMs, setWindowMs] = useState<(typeof WINDOWS_MS)[number]>(WINDOW_MS);
  const table = facts.table(windowMs);
  return (
    <section class="market">
      <h3>{message('panelLiquidations')}</h3>
      <fieldset class="windows">
        <legend class="mn-hidden">{message('panelWindow')}</legend>
        {WINDOWS_MS.map((each) => (
          <button key={each} type="button" aria-pressed={each === windowMs} onClick={() => setWindowMs(each)}>
            {toSpanText(each)}
          </button>
        ))}
      </fieldset>
      {table ? <Tables table={table} facts={facts} /> : <p class="explained">{absenceMessage('pending')}</p>}
      <p class="explained">{message('cardLiquidationsExplained')}</p>
    </section>
  );
};

interface TablesProps {
  readonly table: LiquidationTable;
  readonly facts: PanelFacts;
}

const Tables = ({ table, facts }: TablesProps) => {
  const { total, venues, coins, windowMs } = table;
  const nowMs = facts.nowMs();
  const symbolOf = (coinId: string): string => findSymbol(facts.market(), coinId) ?? coinId;
  const toAge = ({ untilMs }: LiquidationSum): string =>
    toAgeText(untilMs, toFreshness('liquidations', untilMs, nowMs), nowMs);
  return (
    <>
      <LiquidationBar
        sides={total}
        isAtLeast
        freshness={toFreshness('liquidations', total?.untilMs ?? null, nowMs)}
        absence={venues[0]?.absence ?? 'none-seen'}
      />
      {total && (
        <p class="places">
          {toDottedText([message('liquidationsOn', toVenueNames(total.venueIds)), toAge(total)])}
        </p>
      )}
      {total?.largest && (
        <p class="largest">{toLargestOrderText(total.largest, symbolOf(total.largest.coinId))}</p>
      )}
      <ul class="rows venues">
        <SideHead />
        {venues.map(({ venueId, sum, covering, absence }) => (
          <SideRow
            key={venueId}
            name={toSourceName(venueId)}
            sides={sum}
            freshness={toFreshness('liquidations', sum?.untilMs ?? null, nowMs)}
            note={
              sum && covering
                ? toDottedText([toCoveringText(covering, windowMs), toAge(sum)])
                : `– ${absenceMessage(absence ?? 'none-seen')}`
            }
          />
        ))}
      </ul>
      <p class="explained">{message('cardNotComparable')}</p>
      <ul class="rows coins">
        {coins.length > 0 && <SideHead />}
        {coins.slice(0, MOST_TABLE_COINS).map(({ coinId, sum }) => (
          <SideRow
            key={coinId}
            name={symbolOf(coinId)}
            sides={sum}
            freshness={toFreshness('liquidations', sum.untilMs, nowMs)}
            note={toDottedText([countText('panelVenueCount', sum.venueIds.length), toAge(sum)])}
          />
        ))}
      </ul>
    </>
  );
};
