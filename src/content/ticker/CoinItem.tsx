import type { Market } from '../../platform/protocol.ts';
import { DayChange } from '../../ui/DayChange.tsx';
import { Price } from '../../ui/Price.tsx';
import { findSymbol, toCoinReading, toPriceFreshness } from '../../ui/reading.ts';

export interface CoinItemProps {
  readonly coinId: string;
  readonly market: Market | null;
  readonly nowMs: number;
}

/** One coin of a strip: ticker, price, and what the day did to it. */
export const CoinItem = ({ coinId, market, nowMs }: CoinItemProps) => {
  const { quote, absence } = toCoinReading(market, coinId);
  const freshness = toPriceFreshness(quote, nowMs);
  return (
    <li data-id={coinId} title={quote?.name}>
      <span class="symbol">{findSymbol(market, coinId) ?? coinId}</span>{' '}
      <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absence} />{' '}
      {quote && <DayChange quote={quote} nowMs={nowMs} />}
    </li>
  );
};
