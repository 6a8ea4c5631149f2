import { toCandle } from '../candles.ts';
import { getCoin } from '../coin-universe.ts';
import { toPlainDecimal, toTick } from '../decimal.ts';
import type { Scenario } from '../scenario.ts';
import { ok, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const LISTED = [
  ['bitcoin', 'ethereum', 'ripple', 'solana', 'dogecoin', 'cardano', 'stellar', 'chainlink', 'bitcoin-cash'],
  ['litecoin', 'hedera-hashgraph', 'sui', 'avalanche-2', 'near', 'shiba-inu', 'uniswap', 'mog-coin', 'pepe'],
  ['tether'],
].flat();

const coinIdsByProduct = new Map(LISTED.map((coinId) => [`${getCoin(coinId).symbol}-USD`, coinId]));

const GRANULARITIES_S: readonly number[] = [60, 300, 900, 3600, 21_600, 86_400];
const MAX_CANDLES = 300;

/** `api.exchange.coinbase.com`, public market data. */
export const coinbase: Venue = {
  host: 'api.exchange.coinbase.com',
  answer(request, scenario) {
    const [, product = '', call] = /^\/products\/([^/]+)\/(ticker|stats|candles)$/.exec(request.path) ?? [];
    const coinId = coinIdsByProduct.get(product);
    if (!coinId) return { status: 404, body: { message: 'NotFound' } };
    switch (call) {
      case 'ticker':
        return ok(toTicker(coinId, scenario, request.nowMs));
      case 'stats':
        return ok(toStats(coinId, scenario, request.nowMs));
      default:
        return answerCandles(coinId, request, scenario);
    }
  },
};

function toTicker(coinId: string, scenario: Scenario, nowMs: number): object {
  const price = toTick(scenario.priceUsd(coinId, nowMs));
  return {
    ask: toPlainDecimal(toTick(price * 1.00001)),
    bid: toPlainDecimal(toTick(price * 0.99999)),
    volume: toCandle(scenario, coinId, nowMs - 86_400_000, 86_400_000, nowMs).volume.toFixed(8),
    trade_id: 18_502_105,
    price: toPlainDecimal(price),
    size: '0.00730812',
    time: new Date(nowMs).toISOString(),
    rfq_volume: '7.669923',
  };
}

function toStats(coinId: string, scenario: Scenario, nowMs: number): object {
  const day = toCandle(scenario, coinId, nowMs - 86_400_000, 86_400_000, nowMs);
  const quote = scenario.quote(coinId, nowMs);
  return {
    open: toPlainDecimal(toTick(day.openUsd)),
    high: toPlainDecimal(toTick(Math.max(quote.high24hUsd, day.closeUsd))),
    low: toPlainDecimal(toTick(Math.min(quote.low24hUsd, day.closeUsd))),
    last: toPlainDecimal(toTick(day.closeUsd)),
    volume: day.volume.toFixed(8),
    volume_30day: (day.volume * 30).toFixed(8),
    rfq_volume_24hour: '7.669923',
    conversions_volume_24hour: '0.00',
  };
}

/** Rows of [time in seconds, low, high, open, close, volume], newest first. */
function answerCandles(coinId: string, { query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const granularity = Number(query.get('granularity') ?? 60);
  if (!GRANULARITIES_S.includes(granularity)) return refuse('Unsupported granularity');
  const endS = readTimeS(query.get('end')) ?? nowMs / 1000;
  const startS = readTimeS(query.get('start')) ?? endS - (MAX_CANDLES - 1) * granularity;
  if (Number.isNaN(startS) || Number.isNaN(endS)) return refuse('Invalid start or end');
  const first = Math.ceil(startS / granularity) * granularity;
  const last = Math.floor(Math.min(endS, nowMs / 1000) / granularity) * granularity;
  const count = Math.max(0, (last - first) / granularity + 1);
  if (count > MAX_CANDLES) {
    return refuse('granularity too small for the requested time range. Count of aggregations exceeds 300');
  }
  return ok(
    Array.from({ length: count }, (_, index) => {
      const timeS = last - index * granularity;
      const candle = toCandle(scenario, coinId, timeS * 1000, granularity * 1000, nowMs);
      const prices = [candle.lowUsd, candle.highUsd, candle.openUsd, candle.closeUsd].map(toTick);
      return [timeS, ...prices, Number(candle.volume.toFixed(8))];
    }),
  );
}

/** Seconds from a number of seconds or an ISO date; null when absent, NaN when neither. */
function readTimeS(text: string | null): number | null {
  if (text === null) return null;
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

function refuse(message: string): VenueReply {
  return { status: 400, body: { message } };
}
