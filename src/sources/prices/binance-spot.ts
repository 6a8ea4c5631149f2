import * as v from 'valibot';
import { type Candle, isSoundCandle } from '../../domain/market/candle.ts';
import { type Quote, QuoteSchema } from '../../domain/market/quote.ts';
import { Amount, Decimal } from '../decimal.ts';
import type { HistorySource } from './history-source.ts';
import { findBase, toCoinLabels } from './pair.ts';
import type { Pair, TickerSource } from './price-source.ts';

/** The market-data host: it answers where the exchange's own hosts refuse a country (451). */
const API = 'https://data-api.binance.vision/api/v3';
const QUOTE = 'USDT';

const TickerSchema = v.object({
  symbol: v.string(),
  lastPrice: Amount,
  priceChangePercent: Decimal,
  lowPrice: Amount,
  highPrice: Amount,
  quoteVolume: Amount,
  closeTime: v.number(),
});

/**
 * One row of `/ticker/24hr` as a quote in dollars, or null for a row that is none. `usdtUsd` is the price of one USDT;
 * without it a USDT is taken for a dollar, and the quote says so.
 */
export const toBinanceQuote = (
  row: unknown,
  pairs: readonly Pair[],
  usdtUsd: number | null,
  receivedAtMs: number,
): Quote | null => {
  const ticker = v.safeParse(TickerSchema, row);
  const pair = ticker.success && pairs.find(({ symbol }) => symbol === ticker.output.symbol);
  if (!pair) return null;
  const { lastPrice, priceChangePercent, lowPrice, highPrice, quoteVolume, closeTime } = ticker.output;
  const rate = usdtUsd ?? 1;
  const quote = v.safeParse(QuoteSchema, {
    coinId: pair.coinId,
    ...toCoinLabels(pair.coinId),
    priceUsd: lastPrice * rate,
    change1h: null,
    change24h: priceChangePercent / 100,
    change7d: null,
    low24hUsd: lowPrice > 0 ? lowPrice * rate : null,
    high24hUsd: highPrice > 0 ? highPrice * rate : null,
    sparkline7dUsd: [],
    volume24hUsd: quoteVolume * rate,
    usdtUsd,
    source: 'binance',
    atMs: closeTime,
    receivedAtMs,
  });
  return quote.success ? quote.output : null;
};

const KlineSchema = v.looseTuple([v.number(), Amount, Amount, Amount, Amount]);

/** Rows of `/klines`: [opening time in ms, open, high, low, close, …]; rows that are none are left out. */
export const toBinanceCandles = (rows: readonly unknown[]): Candle[] =>
  rows.flatMap((row) => {
    const kline = v.safeParse(KlineSchema, row);
    if (!kline.success) return [];
    const [atMs, open, high, low, close] = kline.output;
    return [{ atMs, open, high, low, close }].filter(isSoundCandle);
  });

const PriceRowSchema = v.object({ symbol: v.string() });

/**
 * Binance's spot market through its market-data host, keyless, pairs against USDT. 24 h tickers of up to 20 symbols cost a
 * weight of 2 of 6,000 a minute; one unknown symbol refuses them all (-1121), so the traded ones are read once a day
 * (`/ticker/price`, weight 4). 1-minute candles reach back to 2017. 429 and 418 carry Retry-After.
 * https://developers.binance.com/docs/binance-spot-api-docs/rest-api
 */
export const binanceSpot: TickerSource & HistorySource = {
  id: 'binance',
  origin: 'https://data-api.binance.vision/*',
  mostCoins: 100,
  everyMs: 9000,

  findPairs(coinId) {
    const base = findBase(coinId);
    return base === null || base === QUOTE ? [] : [{ coinId, symbol: `${base}${QUOTE}` }];
  },

  async fetchSymbols(http) {
    const outcome = await http({ url: `${API}/ticker/price`, schema: v.array(v.unknown()) });
    if (!outcome.ok) return outcome;
    const symbols = outcome.value.flatMap((row) => {
      const parsed = v.safeParse(PriceRowSchema, row);
      return parsed.success && parsed.output.symbol.endsWith(QUOTE) ? [parsed.output.symbol] : [];
    });
    return { ...outcome, value: symbols };
  },

  async fetchTickers(http, pairs, usdtUsd) {
    const symbols = encodeURIComponent(JSON.stringify(pairs.map(({ symbol }) => symbol)));
    const outcome = await http({
      url: `${API}/ticker/24hr?symbols=${symbols}`,
      schema: v.array(v.unknown()),
    });
    if (!outcome.ok) return outcome;
    const quotes = outcome.value.flatMap(
      (row) => toBinanceQuote(row, pairs, usdtUsd, outcome.receivedAtMs) ?? [],
    );
    return { ...outcome, value: { quotes, unknownSymbols: [] } };
  },

  async fetchPriceAt(http, { symbol }, minuteMs) {
    const query = new URLSearchParams({ symbol, interval: '1m', startTime: String(minuteMs), limit: '1' });
    const outcome = await http({ url: `${API}/klines?${query}`, schema: v.array(v.unknown()) });
    if (!outcome.ok) return outcome;
    const candle = toBinanceCandles(outcome.value).find(({ atMs }) => atMs === minuteMs);
    // A pair that began to trade later answers with its first minute.
    return { ...outcome, value: candle ? { price: candle.close, atMs: minuteMs, spacingMs: 60_000 } : null };
  },
};
