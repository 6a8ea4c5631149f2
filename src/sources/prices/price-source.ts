import type { CoinId } from '../../domain/coins/coin.ts';
import type { Money } from '../../domain/market/money.ts';
import type { Quote } from '../../domain/market/quote.ts';
import type { Http, HttpOutcome } from '../http.ts';

/** A public API that knows prices. One file each; the list is in index.ts. */
export interface PriceSource {
  readonly id: string;
  /** Match pattern of the API's host, for the manifest's host permissions. */
  readonly origin: string;
}

/** Ranks, changes and lines of many coins in one call, asked for by id and in the reader's money. */
export interface MarketSource extends PriceSource {
  /** Most coins that one call may ask for. */
  readonly batchSize: number;
  /** Quotes for those of the coins that the source lists, in any order. */
  fetchQuotes(http: Http, coinIds: readonly CoinId[], money: Money): Promise<HttpOutcome<Quote[]>>;
}

/** What one coin is called at an exchange. */
export interface Pair {
  readonly coinId: CoinId;
  readonly symbol: string;
}

export interface TickerAnswer {
  readonly quotes: Quote[];
  /** Pairs that the exchange says it does not have. */
  readonly unknownSymbols: string[];
}

/** Prices of a few coins, as new as a price can be. */
export interface TickerSource extends PriceSource {
  /** Most coins that are asked for in one round. */
  readonly mostCoins: number;
  /** How long between two rounds, in ms. */
  readonly everyMs: number;
  /** Asked only for coins of which CoinGecko has no live price either. */
  readonly isSpare?: boolean;
  /** It names coins in full: no ticker of it can mean another coin. */
  readonly knowsCoins?: boolean;
  /** What the coin could be called here, the likeliest first; a symbol that two coins claim is the larger one's. */
  findPairs(coinId: CoinId): readonly Pair[];
  /**
   * Every symbol that is traded, for an exchange where one unknown symbol spoils the whole question. Without it, unknown
   * symbols are learnt from the answers.
   */
  fetchSymbols?(http: Http): Promise<HttpOutcome<string[]>>;
  /** `usdtUsd` is what one USDT costs in dollars, null when nobody knows. */
  fetchTickers(
    http: Http,
    pairs: readonly Pair[],
    usdtUsd: number | null,
  ): Promise<HttpOutcome<TickerAnswer>>;
}
