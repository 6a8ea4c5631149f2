import type { Http, HttpOutcome } from '../http.ts';
import type { Pair, PriceSource } from './price-source.ts';

/** A price of the past in the currency of its market, and how far apart such prices are there. */
export interface PastPrice {
  readonly price: number;
  readonly atMs: number;
  readonly spacingMs: number;
}

/** A source that knows what a coin cost in a minute of the past. */
export interface HistorySource extends PriceSource {
  /** The price at the end of the minute, or the nearest that the source has to it; null when it has none. */
  fetchPriceAt(http: Http, pair: Pair, minuteMs: number): Promise<HttpOutcome<PastPrice | null>>;
}
