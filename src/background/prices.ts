/** Composes the price service: sources, lanes, rates and history over one http and one clock. */
import type { Currency } from '../domain/market/money.ts';
import {
  otherQuoteSnapshotItem,
  pairListsItem,
  pastPricesItem,
  quoteSnapshotItem,
  ratesItem,
  tickerSnapshotsItem,
} from '../platform/background-items.ts';
import { settingsItem } from '../platform/reader-items.ts';
import type { Http } from '../sources/http.ts';
import { binanceSpot } from '../sources/prices/binance-spot.ts';
import { coinbase } from '../sources/prices/coinbase.ts';
import { coingecko } from '../sources/prices/coingecko.ts';
import { tickerSources } from '../sources/prices/index.ts';
import { createFastLane } from './fast-lane.ts';
import { createHistory, type History } from './history.ts';
import { createQuotes, type Quotes } from './quotes.ts';
import { createRates } from './rates.ts';
import { createSlowLane } from './slow-lane.ts';
import type { IsSwitchedOff } from './switched-off.ts';

export interface PricesParts {
  readonly http: Http;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

const readCurrency = async (): Promise<Currency> => (await settingsItem.read()).currency;

export const createPrices = ({
  http,
  findRetryAtMs,
  isSwitchedOff,
  now,
}: PricesParts): { quotes: Quotes; history: History } => {
  const slow = createSlowLane({
    source: coingecko,
    http,
    fixed: quoteSnapshotItem,
    others: otherQuoteSnapshotItem,
    findRetryAtMs,
    isSwitchedOff,
    now,
  });
  const fast = createFastLane({
    sources: tickerSources,
    http,
    snapshots: tickerSnapshotsItem,
    pairLists: pairListsItem,
    findRetryAtMs,
    isSwitchedOff,
    now,
  });
  const rates = createRates({
    http,
    rates: ratesItem,
    isSwitchedOff: () => isSwitchedOff(coingecko.id),
    readCurrency,
    findBitcoinUsd: () => fast.findPriceUsd('bitcoin'),
    now,
  });
  const history = createHistory({
    sources: [
      { source: binanceSpot, findPair: (coinId) => fast.findPair(binanceSpot, coinId), isInUsdt: true },
      { source: coinbase, findPair: (coinId) => fast.findPair(coinbase, coinId), isInUsdt: false },
      {
        source: coingecko,
        findPair: async (coinId) => ((await isSwitchedOff(coingecko.id)) ? null : { coinId, symbol: coinId }),
        isInUsdt: false,
      },
    ],
    http,
    prices: pastPricesItem,
    now,
  });
  return { quotes: createQuotes({ slow, fast, rates, readCurrency, now }), history };
};
