import type { CoinReading } from '../platform/protocol.ts';
import { DayChange } from '../ui/DayChange.tsx';
import { Price } from '../ui/Price.tsx';
import { toPriceFreshness } from '../ui/reading.ts';
import { SourceAge } from '../ui/SourceAge.tsx';

export interface CoinFiguresProps {
  readonly reading: CoinReading;
  readonly nowMs: number;
}

/**
 * A coin's price and day's change, and below them their source and age: three cells of a row's grid.
 * Of a coin without a quote, one dash and one reason say enough.
 */
export const CoinFigures = ({ reading, nowMs }: CoinFiguresProps) => {
  const { quote, absence } = reading;
  const freshness = toPriceFreshness(quote, nowMs);
  return (
    <>
      <span class="price">
        <Price priceUsd={quote?.priceUsd ?? null} freshness={freshness} absence={absence} />
      </span>
      <span class="change">{quote && <DayChange quote={quote} nowMs={nowMs} />}</span>
      <span class="age">
        <SourceAge
          sourceId={quote?.source ?? ''}
          atMs={quote?.atMs ?? null}
          nowMs={nowMs}
          freshness={freshness}
          absence={absence}
        />
      </span>
    </>
  );
};
