import type { Quote } from '../domain/market/quote.ts';
import { Change } from './Change.tsx';
import { toChangesFreshness } from './reading.ts';

export interface DayChangeProps {
  readonly quote: Quote;
  readonly nowMs: number;
}

/** What a coin's price did in 24 hours, as old as the source that told it. */
export const DayChange = ({ quote, nowMs }: DayChangeProps) => (
  <Change
    fraction={quote.change24h}
    over="change24h"
    freshness={toChangesFreshness(quote, nowMs)}
    absence="not-published"
  />
);
