import { toCandle } from '../candles.ts';
import { getCoin } from '../coin-universe.ts';
import { toPlainDecimal, toTick } from '../decimal.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

const INTERVALS_MS: Readonly<Record<string, number>> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
  '4h': 240 * MINUTE_MS,
  '1d': DAY_MS,
};

/** Coins with a pair against USDT. Not all are: HYPE and MOG are only on the futures exchange. */
const LISTED = [
  ['bitcoin', 'ethereum', 'binancecoin', 'ripple', 'solana', 'tron', 'dogecoin', 'zcash', 'cardano'],
  ['stellar', 'chainlink', 'bitcoin-cash', 'litecoin', 'hedera-hashgraph', 'sui', 'avalanche-2', 'near'],
  ['shiba-inu', 'bittensor', 'uniswap', 'world-liberty-financial', 'polkadot', 'aave', 'worldcoin-wld'],
  ['internet-computer', 'pepe', 'ethereum-classic', 'cosmos', 'render-token', 'algorand', 'filecoin'],
].flat();

const coinIdsBySymbol = new Map(LISTED.map((coinId) => [`${getCoin(coinId).symbol}USDT`, coinId]));

/** `data-api.binance.vision`, the market-data mirror of Binance's spot exchange. */
export const binanceSpot: Venue = {
  host: 'data-api.binance.vision',
  answer(request, scenario) {
    switch (request.path) {
      case '/api/v3/ping':
        return ok({});
      case '/api/v3/ticker/24hr':
        return answerTickers(request, scenario);
      case '/api/v3/ticker/price':
        return ok(toPrices(scenario, request.nowMs));
      case '/api/v3/klines':
        return answerKlines(request, scenario);
      default:
        return { status: 404, body: { code: -1, msg: 'Not Found' } };
    }
  },
};

/** Every pair, also one that is not against USDT. */
function toPrices(scenario: Scenario, nowMs: number): object[] {
  const prices = [...coinIdsBySymbol].map(([symbol, coinId]) => ({
    symbol,
    price: toPlainDecimal(toTick(scenario.priceUsd(coinId, nowMs))),
  }));
  const ratio = scenario.priceUsd('ethereum', nowMs) / scenario.priceUsd('bitcoin', nowMs);
  return [...prices, { symbol: 'ETHBTC', price: toPlainDecimal(toTick(ratio)) }];
}

/** One object for `symbol`, a list for `symbols` (a JSON array) and for neither. */
function answerTickers({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const one = query.get('symbol');
  const many = query.get('symbols');
  const wanted = one ? [one] : many ? parseSymbols(many) : [...coinIdsBySymbol.keys()];
  if (!wanted) return refuse(-1100, "Illegal characters found in parameter 'symbols'.");
  const tickers: object[] = [];
  for (const symbol of wanted) {
    const coinId = coinIdsBySymbol.get(symbol);
    if (!coinId) return refuse(-1121, 'Invalid symbol.');
    tickers.push(toTicker(symbol, coinId, scenario, nowMs));
  }
  return ok(one ? tickers[0] : tickers);
}

function parseSymbols(text: string): readonly string[] | null {
  return /^\["[A-Z0-9]+"(,"[A-Z0-9]+")*\]$/.test(text) ? text.slice(2, -2).split('","') : null;
}

function toTicker(symbol: string, coinId: string, scenario: Scenario, nowMs: number): object {
  const day = toCandle(scenario, coinId, nowMs - DAY_MS, DAY_MS, nowMs);
  const quote = scenario.quote(coinId, nowMs);
  const last = toTick(day.closeUsd);
  const open = toTick(day.openUsd);
  return {
    symbol,
    priceChange: toPlainDecimal(toTick(last - open)),
    priceChangePercent: (quote.change24h * 100).toFixed(3),
    weightedAvgPrice: toPlainDecimal(toTick((last + open) / 2)),
    prevClosePrice: toPlainDecimal(open),
    lastPrice: toPlainDecimal(last),
    lastQty: '0.01000000',
    bidPrice: toPlainDecimal(toTick(last * 0.99999)),
    bidQty: '0.18401100',
    askPrice: toPlainDecimal(toTick(last * 1.00001)),
    askQty: '0.19518800',
    openPrice: toPlainDecimal(open),
    highPrice: toPlainDecimal(toTick(Math.max(quote.high24hUsd, last))),
    lowPrice: toPlainDecimal(toTick(Math.min(quote.low24hUsd, last))),
    volume: day.volume.toFixed(8),
    quoteVolume: (day.volume * last).toFixed(8),
    openTime: nowMs - DAY_MS,
    closeTime: nowMs,
    firstId: 294_247_387,
    lastId: 294_801_814,
    count: 554_428,
  };
}

const DEFAULT_ROWS = 500;
const MAX_ROWS = 1000;

function answerKlines({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const coinId = coinIdsBySymbol.get(query.get('symbol') ?? '');
  if (!coinId) return refuse(-1121, 'Invalid symbol.');
  const lengthMs = INTERVALS_MS[query.get('interval') ?? ''];
  if (!lengthMs) return refuse(-1120, 'Invalid interval.');
  const limit = readInteger(query, 'limit', DEFAULT_ROWS);
  const endMs = readInteger(query, 'endTime', nowMs);
  if (limit === null || limit < 1 || endMs === null) return refuse(-1130, 'Invalid parameter.');
  const rows = Math.min(limit, MAX_ROWS);
  const newestMs = Math.floor(Math.min(endMs, nowMs) / lengthMs) * lengthMs;
  const startMs = readInteger(query, 'startTime', newestMs - (rows - 1) * lengthMs);
  if (startMs === null) return refuse(-1130, 'Invalid parameter.');
  const firstMs = Math.ceil(startMs / lengthMs) * lengthMs;
  const count = Math.max(0, Math.min(rows, (newestMs - firstMs) / lengthMs + 1));
  return ok(
    Array.from({ length: count }, (_, index) => {
      const candle = toCandle(scenario, coinId, firstMs + index * lengthMs, lengthMs, nowMs);
      return [
        candle.openMs,
        toTick(candle.openUsd).toFixed(8),
        toTick(candle.highUsd).toFixed(8),
        toTick(candle.lowUsd).toFixed(8),
        toTick(candle.closeUsd).toFixed(8),
        candle.volume.toFixed(8),
        candle.openMs + lengthMs - 1,
        (candle.volume * candle.closeUsd).toFixed(8),
        617,
        (candle.volume / 2).toFixed(8),
        ((candle.volume * candle.closeUsd) / 2).toFixed(8),
        '0',
      ];
    }),
  );
}

function refuse(code: number, msg: string): VenueReply {
  return { status: 400, body: { code, msg } };
}
