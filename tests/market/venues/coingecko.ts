import type { MarketCoin } from '../coin-universe.ts';
import { type MarketQuote, type Scenario, toDisplayedPrice } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const DAY_MS = 86_400_000;

/** The figures move in steps, as the real API's cached ones do; `last_updated` is the step's time. */
const STEP_MS = 10_000;

/** Units of the currency for one US dollar: fixed, near those of 2026. */
const RATES: Readonly<Record<string, number>> = {
  usd: 1,
  eur: 0.86,
  gbp: 0.75,
  jpy: 154,
  cny: 7.1,
  krw: 1460,
  brl: 5.4,
  rub: 80,
  try: 42,
  inr: 88,
  aud: 1.54,
  cad: 1.39,
  chf: 0.8,
};

/** Units of a currency for one US dollar, those counted in bitcoin included; undefined for one that is not known. */
function findRate(currency: string, scenario: Scenario, atMs: number): number | undefined {
  if (currency === 'btc') return 1 / scenario.priceUsd('bitcoin', atMs);
  if (currency === 'sats') return 100_000_000 / scenario.priceUsd('bitcoin', atMs);
  return RATES[currency];
}

const SPANS_MS: Readonly<Record<string, number>> = {
  '1h': DAY_MS / 24,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  '14d': 14 * DAY_MS,
  '30d': 30 * DAY_MS,
  '200d': 200 * DAY_MS,
  '1y': 365 * DAY_MS,
};

/** The time of the figures that CoinGecko serves at a market time. */
export function toCoinGeckoTime(nowMs: number): number {
  return Math.floor(nowMs / STEP_MS) * STEP_MS;
}

/** `api.coingecko.com`, version 3, without a key. */
export const coingecko: Venue = {
  host: 'api.coingecko.com',
  answer(request, scenario) {
    switch (request.path) {
      case '/api/v3/ping':
        return ok({ gecko_says: '(V3) To the Moon!' });
      case '/api/v3/exchange_rates':
        return ok(toExchangeRates(scenario, request.nowMs));
      case '/api/v3/coins/list':
        return ok(scenario.coins.map(toListRow));
      case '/api/v3/coins/markets':
        return answerMarkets(request, scenario);
      default:
        return answerRange(request, scenario);
    }
  },
};

function answerMarkets({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const currency = query.get('vs_currency')?.toLowerCase();
  if (!currency) return { status: 422, body: { error: 'Missing parameter vs_currency' } };
  const atMs = toCoinGeckoTime(nowMs);
  const rate = findRate(currency, scenario, atMs);
  if (rate === undefined) return { status: 422, body: { error: 'invalid vs_currency' } };
  const perPage = readInteger(query, 'per_page', 100);
  const page = readInteger(query, 'page', 1);
  if (perPage === null || perPage < 1 || perPage > 250 || page === null || page < 1) {
    return { status: 422, body: { error: 'invalid per_page or page' } };
  }

  const ids = query.get('ids');
  const wanted = ids ? new Set(ids.split(',').map((id) => id.trim())) : null;
  const coins = wanted ? scenario.coins.filter((coin) => wanted.has(coin.id)) : scenario.coins;
  const spans = (query.get('price_change_percentage') ?? '').split(',').filter((span) => span in SPANS_MS);
  const rows = coins.slice((page - 1) * perPage, page * perPage).map((coin) => {
    const quote = scenario.quote(coin.id, atMs);
    const changes = spans.map((span) => [
      `price_change_percentage_${span}_in_currency`,
      scenario.change(coin.id, SPANS_MS[span] ?? 0, atMs) * 100,
    ]);
    return {
      ...toMarketRow(coin, quote, rate, atMs),
      ...(query.get('sparkline') === 'true' ? toSparkline(quote, rate) : {}),
      ...Object.fromEntries(changes),
    };
  });
  return ok(rows);
}

/** The prices of one bitcoin. */
function toExchangeRates(scenario: Scenario, nowMs: number): object {
  const usdPerBtc = scenario.priceUsd('bitcoin', toCoinGeckoTime(nowMs));
  const fiats = Object.entries(RATES).map(([currency, rate]) => [
    currency,
    { name: currency, unit: currency, value: Number((rate * usdPerBtc).toFixed(3)), type: 'fiat' },
  ]);
  return {
    rates: {
      btc: { name: 'Bitcoin', unit: 'BTC', value: 1, type: 'crypto' },
      sats: { name: 'Satoshi', unit: 'sats', value: 100_000_000, type: 'crypto' },
      ...Object.fromEntries(fiats),
    },
  };
}

const NOT_FOUND: VenueReply = {
  status: 404,
  body: { error: 'Incorrect path. Please check https://docs.coingecko.com/' },
};

/** Every five minutes within the last day, every hour within 90, every day before. */
function toStepMs(fromMs: number, nowMs: number): number {
  if (fromMs >= nowMs - DAY_MS) return 300_000;
  return fromMs >= nowMs - 90 * DAY_MS ? 3_600_000 : DAY_MS;
}

function answerRange({ path, query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const [, coinId = ''] = /^\/api\/v3\/coins\/([^/]+)\/market_chart\/range$/.exec(path) ?? [];
  const coin = scenario.coins.find(({ id }) => id === decodeURIComponent(coinId));
  if (coinId === '') return NOT_FOUND;
  if (!coin) return { status: 404, body: { error: 'coin not found' } };
  const fromMs = Number(query.get('from')) * 1000;
  const untilMs = Math.min(Number(query.get('to')) * 1000, nowMs);
  const rate = findRate(query.get('vs_currency') ?? '', scenario, nowMs);
  if (rate === undefined || !(fromMs >= 0) || Number.isNaN(untilMs)) {
    return { status: 422, body: { error: 'invalid vs_currency, from or to' } };
  }
  const stepMs = toStepMs(fromMs, nowMs);
  const firstMs = Math.ceil(fromMs / stepMs) * stepMs;
  const count = Math.max(0, Math.floor((untilMs - firstMs) / stepMs) + 1);
  const times = Array.from({ length: count }, (_, index) => firstMs + index * stepMs);
  const prices = times.map((atMs) => [atMs, scenario.priceUsd(coin.id, atMs) * rate]);
  return ok({
    prices,
    market_caps: prices.map(([atMs = 0, price = 0]) => [atMs, price * coin.supply]),
    total_volumes: prices.map(([atMs = 0, price = 0]) => [atMs, price * coin.supply * 0.05]),
  });
}

function toMarketRow(coin: MarketCoin, quote: MarketQuote, rate: number, atMs: number): object {
  const price = toDisplayedPrice(quote.priceUsd * rate);
  const marketCap = Math.round(quote.marketCapUsd * rate);
  const supply = Math.round(coin.supply);
  const priceBefore = price / (1 + quote.change24h);
  const marketCapBefore = marketCap / (1 + quote.change24h);
  return {
    id: coin.id,
    symbol: coin.symbol.toLowerCase(),
    name: coin.name,
    image: `https://coin-images.coingecko.com/coins/images/${coin.rank}/large/${coin.id}.png`,
    current_price: price,
    market_cap: marketCap,
    market_cap_rank: coin.rank,
    fully_diluted_valuation: marketCap,
    total_volume: Math.round(quote.volume24hUsd * rate),
    high_24h: toDisplayedPrice(quote.high24hUsd * rate),
    low_24h: toDisplayedPrice(quote.low24hUsd * rate),
    price_change_24h: price - priceBefore,
    price_change_percentage_24h: Number((quote.change24h * 100).toFixed(5)),
    market_cap_change_24h: marketCap - marketCapBefore,
    market_cap_change_percentage_24h: Number((quote.change24h * 100).toFixed(5)),
    circulating_supply: supply,
    total_supply: supply,
    max_supply: null,
    ath: toDisplayedPrice(coin.anchorPriceUsd * rate * 1.42),
    ath_change_percentage: (price / (coin.anchorPriceUsd * rate * 1.42) - 1) * 100,
    ath_date: '2025-10-06T18:57:42.558Z',
    atl: toDisplayedPrice(coin.anchorPriceUsd * rate * 0.01),
    atl_change_percentage: (price / (coin.anchorPriceUsd * rate * 0.01) - 1) * 100,
    atl_date: '2013-07-06T00:00:00.000Z',
    roi: null,
    last_updated: new Date(atMs).toISOString(),
    market_cap_rank_with_rehypothecated: coin.rank,
  };
}

function toSparkline(quote: MarketQuote, rate: number): object {
  return { sparkline_in_7d: { price: quote.sparkline7dUsd.map((price) => price * rate) } };
}

function toListRow(coin: MarketCoin): object {
  return { id: coin.id, symbol: coin.symbol.toLowerCase(), name: coin.name };
}
