import { useState } from 'preact/hooks';
import type { Market } from '../../platform/protocol.ts';
import { DayChange } from '../../ui/DayChange.tsx';
import { uiDirection } from '../../ui/locale.ts';
import { MoneyContext, toMoney } from '../../ui/money.ts';
import { Price } from '../../ui/Price.tsx';
import { toCoinReading, toPriceFreshness } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';
import { CloseButton } from '../CloseButton.tsx';

export interface StripProps {
  readonly coinIds: readonly string[];
  readonly market: Market | null;
  readonly nowMs: number;
  readonly onClose: () => void;
}

/** The strip that stands in for a dead ticker: coins passing by, told twice so that the movement has no seam. */
export const Strip = ({ coinIds, market, nowMs, onClose }: StripProps) => {
  const [isPaused, setPaused] = useState(false);
  const items = coinIds.map((coinId) => <Item key={coinId} coinId={coinId} market={market} nowMs={nowMs} />);
  const seconds = `${Math.max(20, coinIds.length * 5)}s`;
  const pauseText = message(isPaused ? 'tickerPlay' : 'tickerPause');
  return (
    <section class="strip" dir={uiDirection()} aria-label={message('tickerLabel')}>
      <div class="window">
        <div class={`run ${isPaused ? 'paused' : ''}`} style={{ animationDuration: seconds }}>
          <MoneyContext.Provider value={toMoney(market)}>
            <ul>{items}</ul>
            <ul aria-hidden="true" class="echo">
              {items}
            </ul>
          </MoneyContext.Provider>
        </div>
      </div>
      <span class="via">{message('tickerVia')}</span>
      <button
        type="button"
        class="pause"
        aria-label={pauseText}
        title={pauseText}
        onClick={() => setPaused(!isPaused)}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path d={isPaused ? 'M2 1 9 5 2 9Z' : 'M2 1H4V9H2ZM6 1H8V9H6Z'} />
        </svg>
      </button>
      <CloseButton label={message('tickerClose')} onClose={onClose} />
    </section>
  );
};

interface ItemProps {
  readonly coinId: string;
  readonly market: Market | null;
  readonly nowMs: number;
}

const Item = ({ coinId, market, nowMs }: ItemProps) => {
  const { quote, absence } = toCoinReading(market, coinId);
  const freshness = toPriceFreshness(quote, nowMs);
  return (
    <li data-id={coinId} title={quote?.name}>
      <span class="symbol">{quote?.symbol ?? coinId}</span>{' '}
      <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absence} />{' '}
      {quote && <DayChange quote={quote} nowMs={nowMs} />}
    </li>
  );
};
