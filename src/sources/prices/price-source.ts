import type { CoinId } from '../../domain/coins/coin.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Http, HttpOutcome } from '../http.ts';

/** A public API that knows prices. One file each; the list is in index.ts. */
export interface PriceSource {
  readonly id: string;
  /** Match pattern of the API's host, for the manifest's host permissions. */
  readonly origin: string;
  /** Most coins that one call may ask for. */
  readonly batchSize: number;
  /** Quotes for those of the coins that the source lists, in any order. */
  fetchQuotes(http: Http, coinIds: readonly CoinId[]): Promise<HttpOutcome<Quote[]>>;
}
