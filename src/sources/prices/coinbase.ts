import * as v from 'valibot';
import { type Candle, isSoundCandle } from '../../domain/market/candle.ts';
import { type Quote, QuoteSchema } from '../../domain/market/quote.ts';
import { Amount } from '../decimal.ts';
import type { HistorySource } from './history-source.ts';
import { findBase, toCoinLabels } from './pair.ts';
import type { TickerSource } from './price-source.ts';

const API = 'https://api.exchange.coinbase.com/products';
const MINUTE_MS = 60_000;
/** Minutes without a trade have no candle: the nearest within five stands in. */
const WIDEN_MS = 5 * MINUTE_MS;

const StatsSchema = v.object({ open: Amount, high: Amount, low: Amount, last: Amount, volume: Amount });

/**
 * `/products/{id}/stats` as a quote, or null. Prices are dollars, the volume is in coins. The answer carries no time:
 * it is true when it is sent, and `receivedAtMs` stands for that.
 */
export const toCoinbaseQuote = (stats: unknown, coinId: string, receivedAtMs: number): Quote | null => {
  const parsed = v.safeParse(StatsSchema, stats);
  if (!parsed.success) return null;
  const { open, high, low, last, volume } = parsed.output;
  const quote = v.safeParse(QuoteSchema, {
    coinId,
    ...toCoinLabels(coinId),
    priceUsd: last,
    change1h: null,
    change24h: open > 0 ? last / open - 1 : null,
    change7d: null,
    low24hUsd: low > 0 ? low : null,
    high24hUsd: high > 0 ? high : null,
    sparkline7dUsd: [],
    volume24hUsd: volume * last,
    source: 'coinbase',
    atMs: receivedAtMs,
    receivedAtMs,
  });
  return quote.success ? quote.output : null;
};

const CandleSchema = v.looseTuple([v.number(), Amount, Amount, Amount, Amount]);

/** Rows of `/candles`: [time in s, low, high, open, close, volume], newest first; given oldest first. */
export const toCoinbaseCandles = (rows: readonly unknown[]): Candle[] =>
  rows
    .flatMap((row) => {
      const candle = v.safeParse(CandleSchema, row);
      if (!candle.success) return [];
      const [timeS, low, high, open, close] = candle.output;
      return [{ atMs: timeS * 1000, open, high, low, close }].filter(isSoundCandle);
    })
    .toSorted((one, other) => one.atMs - other.atMs);

const distanceTo = (minuteMs: number) => (one: Candle, other: Candle) =>
  Math.abs(one.atMs - minuteMs) - Math.abs(other.atMs - minuteMs);

/**
 * Coinbase Exchange, keyless, pairs against the dollar, a call per coin (10 a second allowed). A product that it does
 * not have is a 404. https://docs.cdp.coinbase.com/exchange/reference
 */
export const coinbase: TickerSource & HistorySource = {
  id: 'coinbase',
  origin: 'https://api.exchange.coinbase.com/*',
  mostCoins: 8,
  everyMs: 14_000,

  findPairs(coinId) {
    const base = findBase(coinId);
    return base === null || base === 'USD' ? [] : [{ coinId, symbol: `${base}-USD` }];
  },

  async fetchTickers(http, pairs) {
    const outcomes = await Promise.all(
      pairs.map(async ({ coinId, symbol }) => {
        const outcome = await http({ url: `${API}/${symbol}/stats`, schema: v.unknown() });
        if (!outcome.ok) return { symbol, outcome };
        const quote = toCoinbaseQuote(outcome.value, coinId, outcome.receivedAtMs);
        return { symbol, outcome: { ...outcome, value: quote } };
      }),
    );
    const answered = outcomes.flatMap(({ outcome }) => (outcome.ok ? [outcome] : []));
    const failed = outcomes.flatMap(({ symbol, outcome }) => (outcome.ok ? [] : [{ symbol, outcome }]));
    const unknownSymbols = failed
      .filter(({ outcome }) => outcome.failure.status === 404)
      .map(({ symbol }) => symbol);
    const [fault] = failed.filter(({ symbol }) => !unknownSymbols.includes(symbol));
    if (fault && answered.length === 0) return fault.outcome;
    const receivedAtMs = Math.max(0, ...answered.map((outcome) => outcome.receivedAtMs));
    return {
      ok: true,
      receivedAtMs,
      value: { quotes: answered.flatMap(({ value }) => value ?? []), unknownSymbols },
    };
  },

  async fetchPriceAt(http, { symbol }, minuteMs) {
    const query = new URLSearchParams({
      granularity: '60',
      start: new Date(minuteMs - WIDEN_MS).toISOString(),
      end: new Date(minuteMs + WIDEN_MS).toISOString(),
    });
    const outcome = await http({ url: `${API}/${symbol}/candles?${query}`, schema: v.array(v.unknown()) });
    if (!outcome.ok) return outcome;
    const [nearest] = toCoinbaseCandles(outcome.value).toSorted(distanceTo(minuteMs));
    if (!nearest) return { ...outcome, value: null };
    const spacingMs = nearest.atMs === minuteMs ? MINUTE_MS : WIDEN_MS;
    return { ...outcome, value: { price: nearest.close, atMs: nearest.atMs, spacingMs } };
  },
};
