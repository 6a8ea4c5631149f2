import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSoundCandle } from '../../../src/domain/market/candle.ts';
import { US_DOLLARS } from '../../../src/domain/market/money.ts';
import type { Quote } from '../../../src/domain/market/quote.ts';
import { binanceSpot, toBinanceCandles, toBinanceQuote } from '../../../src/sources/prices/binance-spot.ts';
import { toCoinbaseCandles, toCoinbaseQuote } from '../../../src/sources/prices/coinbase.ts';
import { findNearestPrice, toCoinGeckoQuote, toRatesPerUsd } from '../../../src/sources/prices/coingecko.ts';
import { toCoinpaprikaQuote } from '../../../src/sources/prices/coinpaprika.ts';
import { broken } from '../../support/broken-payload.ts';

const readRecorded = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../fixtures/payloads/${name}.json`, import.meta.url), 'utf8'));

const RECEIVED_MS = Date.UTC(2026, 4, 18, 13);
const [MARKET] = readRecorded('coingecko-coins-markets') as unknown as readonly Record<string, unknown>[];
const TICKER = readRecorded('binance-ticker-24hr')['response'];
const KLINES = readRecorded('binance-klines-1m')['response'] as readonly unknown[];
const CANDLES = readRecorded('coinbaseexchange-ticker-candles')['candles'] as readonly unknown[];
const PAIRS = binanceSpot.findPairs('bitcoin');

/** The answer printed in CoinPaprika's documentation, cut to the fields that stand there. */
const PAPRIKA = {
  id: 'btc-bitcoin',
  name: 'Bitcoin',
  symbol: 'BTC',
  rank: 1,
  last_updated: '2025-06-25T10:47:48Z',
  quotes: {
    USD: {
      price: 107077.69661924685,
      volume_24h: 23175936198.924427,
      percent_change_1h: -0.08,
      percent_change_24h: 1.74,
      percent_change_7d: 2.5,
    },
  },
};

/** The shape of Coinbase's documentation. */
const STATS = { open: '5414.18', high: '6441.37', low: '5261.69', last: '6250.02', volume: '53687.76764233' };

describe('recorded answers', () => {
  test('CoinGecko: a market in dollars', () => {
    expect(toCoinGeckoQuote(MARKET, US_DOLLARS, RECEIVED_MS)).toEqual({
      coinId: 'bitcoin',
      symbol: 'BTC',
      name: 'Bitcoin',
      rank: 1,
      priceUsd: 77671,
      change1h: 0.5823392426906319 / 100,
      change24h: -0.9530164743774191 / 100,
      change7d: -4.042267423689584 / 100,
      low24hUsd: 76696,
      high24hUsd: 78419,
      sparkline7dUsd: [81045.8, 81001.7, 80898.2],
      volume24hUsd: 33235034316,
      marketCapUsd: 1555886872303,
      source: 'coingecko',
      atMs: Date.UTC(2026, 4, 18, 12, 49, 21, 599),
      receivedAtMs: RECEIVED_MS,
    });
  });

  test('CoinGecko: a market in another currency keeps its changes, and its amounts become dollars', () => {
    const quote = toCoinGeckoQuote(MARKET, { currency: 'eur', perUsd: 0.5 }, RECEIVED_MS);
    expect(quote).toMatchObject({
      priceUsd: 155_342,
      low24hUsd: 153_392,
      change24h: -0.9530164743774191 / 100,
    });
  });

  test('Binance: a ticker in USDT at the rate of USDT', () => {
    expect(toBinanceQuote(TICKER, PAIRS, 0.99, RECEIVED_MS)).toEqual({
      coinId: 'bitcoin',
      symbol: 'BTC',
      name: 'Bitcoin',
      rank: null,
      priceUsd: 6705.82 * 0.99,
      change1h: null,
      change24h: -0.02427,
      change7d: null,
      low24hUsd: 6680.1 * 0.99,
      high24hUsd: 6933 * 0.99,
      sparkline7dUsd: [],
      volume24hUsd: 392659910.6266075 * 0.99,
      usdtUsd: 0.99,
      source: 'binance',
      atMs: 1586991278494,
      receivedAtMs: RECEIVED_MS,
    });
  });

  test('Binance: without a rate a USDT is taken for a dollar, and the quote says so', () => {
    expect(toBinanceQuote(TICKER, PAIRS, null, RECEIVED_MS)).toMatchObject({
      priceUsd: 6705.82,
      usdtUsd: null,
    });
  });

  test('Coinbase: the stats of a product, true when they arrive', () => {
    expect(toCoinbaseQuote(STATS, 'bitcoin', RECEIVED_MS)).toMatchObject({
      priceUsd: 6250.02,
      change24h: 6250.02 / 5414.18 - 1,
      low24hUsd: 5261.69,
      high24hUsd: 6441.37,
      atMs: RECEIVED_MS,
    });
  });

  test('CoinPaprika: a coin by ticker and name', () => {
    expect(toCoinpaprikaQuote(PAPRIKA, RECEIVED_MS)).toMatchObject({
      coinId: 'bitcoin',
      priceUsd: 107077.69661924685,
      change24h: 0.0174,
      atMs: Date.UTC(2025, 5, 25, 10, 47, 48),
    });
    expect(toCoinpaprikaQuote({ ...PAPRIKA, name: 'BTC' }, RECEIVED_MS)?.coinId).toBe('bitcoin');
    const impostor = { ...PAPRIKA, id: 'btc-bitcoin-impostor', name: 'Bitcoin Impostor' };
    expect(toCoinpaprikaQuote(impostor, RECEIVED_MS)).toBeNull();
  });

  test('candles: Binance in its order of columns, Coinbase in its own', () => {
    expect(toBinanceCandles(KLINES)).toEqual([
      { atMs: 1588636800000, open: 8871.92, high: 8888, low: 8871.92, close: 8887.62 },
    ]);
    expect(toCoinbaseCandles(CANDLES)).toEqual([
      { atMs: 1710327600000, open: 73243.33, high: 73402.47, low: 73241.5, close: 73370.65 },
    ]);
  });

  test('CoinGecko: exchange rates are prices of a bitcoin, made into units for a dollar', () => {
    const rates = toRatesPerUsd(readRecorded('coingecko-exchange_rates'));
    expect(rates.usd).toBe(1);
    expect(rates.aud).toBeCloseTo(105840.918 / 75817.765, 12);
    expect(rates.sats).toBeCloseTo(100_000_000 / 75817.765, 9);
    expect(Object.keys(rates)).toHaveLength(15);
  });

  test('CoinGecko: the price nearest to a time, with the distance of its neighbour', () => {
    const range = readRecorded('coingecko-market_chart-range') as unknown as Parameters<
      typeof findNearestPrice
    >[0];
    expect(findNearestPrice(range, 1779027900000)).toEqual({
      atMs: 1779027899041,
      price: 77953.82550382407,
      spacingMs: 300_620,
    });
    expect(findNearestPrice({ prices: [] }, 1779027900000)).toBeNull();
  });
});

const isSane = (quote: Quote | null): boolean =>
  quote === null ||
  (Number.isFinite(quote.priceUsd) &&
    quote.priceUsd > 0 &&
    Number.isSafeInteger(quote.atMs) &&
    [quote.change1h, quote.change24h, quote.change7d].every(
      (change) => change === null || Number.isFinite(change),
    ) &&
    [quote.low24hUsd, quote.high24hUsd].every((price) => price === null || price > 0) &&
    quote.sparkline7dUsd.every((price) => price > 0));

describe('broken answers give a sane quote or none, and never throw', () => {
  const parsers: readonly (readonly [
    name: string,
    sample: unknown,
    parse: (row: unknown) => Quote | null,
  ])[] = [
    ['CoinGecko', MARKET, (row) => toCoinGeckoQuote(row, US_DOLLARS, RECEIVED_MS)],
    ['Binance', TICKER, (row) => toBinanceQuote(row, PAIRS, 1, RECEIVED_MS)],
    ['Coinbase', STATS, (row) => toCoinbaseQuote(row, 'bitcoin', RECEIVED_MS)],
    ['CoinPaprika', PAPRIKA, (row) => toCoinpaprikaQuote(row, RECEIVED_MS)],
  ];
  test.each(parsers)('%s', (_name, sample, parse) => {
    expect(parse(sample)).not.toBeNull();
    fc.assert(
      fc.property(broken(sample), (row) => isSane(parse(row))),
      { numRuns: 500 },
    );
  });

  test('candles', () => {
    fc.assert(
      fc.property(broken(KLINES), broken(CANDLES), (klines, candles) => {
        const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
        const all = [...toBinanceCandles(rows(klines)), ...toCoinbaseCandles(rows(candles))];
        return all.every(isSoundCandle);
      }),
      { numRuns: 500 },
    );
  });

  test('exchange rates', () => {
    fc.assert(
      fc.property(broken(readRecorded('coingecko-exchange_rates')), (answer) =>
        Object.values(toRatesPerUsd(answer)).every((rate) => Number.isFinite(rate) && rate > 0),
      ),
      { numRuns: 200 },
    );
  });
});
