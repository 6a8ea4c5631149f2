import * as v from 'valibot';
import { CoinIdSchema } from '../../domain/coins/coin.ts';
import type { Keys } from '../../domain/keys.ts';
import { CURRENCIES, type Currency, type Money } from '../../domain/market/money.ts';
import { type Quote, QuoteSchema } from '../../domain/market/quote.ts';
import type { Http, HttpOutcome } from '../http.ts';
import { plainText } from '../plain-text.ts';
import type { HistorySource, PastPrice } from './history-source.ts';
import type { MarketSource } from './price-source.ts';

const API = 'https://api.coingecko.com/api/v3';

const Figure = v.nullish(v.number());

const MarketSchema = v.object({
  id: CoinIdSchema,
  symbol: plainText(24),
  name: plainText(60),
  current_price: Figure,
  market_cap_rank: Figure,
  market_cap: Figure,
  total_volume: Figure,
  high_24h: Figure,
  low_24h: Figure,
  last_updated: v.nullish(v.string()),
  sparkline_in_7d: v.nullish(v.object({ price: v.array(v.nullable(v.number())) })),
  price_change_percentage_1h_in_currency: Figure,
  price_change_percentage_24h_in_currency: Figure,
  price_change_percentage_7d_in_currency: Figure,
});
type Market = v.InferOutput<typeof MarketSchema>;

/** The week arrives as 168 hourly prices; a line of a hundred pixels shows no more than 42 of them. */
const SPARKLINE_POINTS = 42;

const toSparkline = (hourly: readonly (number | null)[], perUsd: number): number[] => {
  const known = hourly.filter((price): price is number => price !== null && price > 0);
  const step = Math.max(1, known.length / SPARKLINE_POINTS);
  const points: number[] = [];
  // Counted from the newest backwards, so that the line ends at the present.
  for (let at = known.length - 1; at >= 0; at -= step) {
    points.unshift(Number(((known[Math.round(at)] as number) / perUsd).toPrecision(6)));
  }
  return points;
};

const toFraction = (percent: number | null | undefined): number | null =>
  percent === null || percent === undefined ? null : percent / 100;

/**
 * One row of `/coins/markets`, asked in `money`, as a quote; null for a row that is none, and for one without a price or a
 * time: CoinGecko keeps such rows for coins that stopped trading.
 */
export const toCoinGeckoQuote = (row: unknown, { perUsd }: Money, receivedAtMs: number): Quote | null => {
  const market = v.safeParse(MarketSchema, row);
  if (!market.success) return null;
  const toUsd = (amount: number | null | undefined): number | null =>
    amount === null || amount === undefined ? null : amount / perUsd;
  const parsed = v.safeParse(QuoteSchema, toQuoteFields(market.output, toUsd, perUsd, receivedAtMs));
  return parsed.success ? parsed.output : null;
};

const toQuoteFields = (
  market: Market,
  toUsd: (amount: number | null | undefined) => number | null,
  perUsd: number,
  receivedAtMs: number,
): unknown => ({
  coinId: market.id,
  symbol: market.symbol.toUpperCase(),
  name: market.name,
  rank: market.market_cap_rank ?? null,
  priceUsd: toUsd(market.current_price),
  change1h: toFraction(market.price_change_percentage_1h_in_currency),
  change24h: toFraction(market.price_change_percentage_24h_in_currency),
  change7d: toFraction(market.price_change_percentage_7d_in_currency),
  low24hUsd: toUsd(market.low_24h),
  high24hUsd: toUsd(market.high_24h),
  sparkline7dUsd: toSparkline(market.sparkline_in_7d?.price ?? [], perUsd),
  volume24hUsd: toUsd(market.total_volume),
  marketCapUsd: toUsd(market.market_cap),
  source: 'coingecko',
  atMs: Date.parse(market.last_updated ?? ''),
  receivedAtMs,
});

const RatesSchema = v.object({ rates: v.record(v.string(), v.object({ value: v.number() })) });

/** Prices of one bitcoin in every currency, as units of each for one US dollar. */
export const toRatesPerUsd = (answer: unknown): Partial<Record<Currency, number>> => {
  const parsed = v.safeParse(RatesSchema, answer);
  if (!parsed.success) return {};
  const { rates } = parsed.output;
  const usdPerBtc = rates['usd']?.value ?? 0;
  if (!(usdPerBtc > 0)) return {};
  const known = CURRENCIES.flatMap((currency) => {
    const perBtc = rates[currency]?.value ?? 0;
    return perBtc > 0 && Number.isFinite(perBtc) ? [[currency, perBtc / usdPerBtc] as const] : [];
  });
  return Object.fromEntries(known);
};

const RangeSchema = v.object({ prices: v.array(v.looseTuple([v.number(), v.nullable(v.number())])) });

/** The price nearest to a time, and how far apart the prices around it are; null when there is none. */
export const findNearestPrice = (
  answer: v.InferOutput<typeof RangeSchema>,
  atMs: number,
): PastPrice | null => {
  const points = answer.prices.flatMap(([pointMs, price]) =>
    price !== null && price > 0 ? [{ atMs: pointMs, price }] : [],
  );
  const distances = points.map((point) => Math.abs(point.atMs - atMs));
  const at = distances.indexOf(Math.min(...distances));
  const point = points[at];
  if (!point) return null;
  const spans = [points[at - 1], points[at + 1]].flatMap((next) =>
    next ? [Math.abs(next.atMs - point.atMs)] : [],
  );
  // A point without neighbours is one of a line that is coarser than the time asked for.
  return { ...point, spacingMs: spans.length > 0 ? Math.min(...spans) : DAY_MS };
};

/** Half of the span that is asked for around a minute of the past: at hourly steps it holds three prices or more. */
const RANGE_MS = 2 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * CoinGecko, keyless (shared by all behind one address, some five to fifteen calls a minute).
 * `/coins/markets`: price, changes, day's range, volume, rank and week's line of up to 250 coins in one call, in the money
 * asked for; percentages arrive as 6.2 for +6.2 %; `last_updated` is ISO 8601. Rows are checked one by one, so that one
 * coin with a broken field costs that coin only. `/market_chart/range`: every five minutes within the last day, else every
 * hour, past 90 days every day. https://docs.coingecko.com/reference/coins-markets
 */
export const coingecko: MarketSource & HistorySource = {
  id: 'coingecko',
  origin: 'https://api.coingecko.com/*',
  batchSize: 250,

  async fetchQuotes(http, coinIds, money) {
    const query = new URLSearchParams({
      vs_currency: money.currency,
      ids: coinIds.join(','),
      per_page: '250',
      sparkline: 'true',
      price_change_percentage: '1h,24h,7d',
    });
    const outcome = await http({ url: `${API}/coins/markets?${query}`, schema: v.array(v.unknown()) });
    if (!outcome.ok) return outcome;
    const quotes = outcome.value.flatMap((row) => toCoinGeckoQuote(row, money, outcome.receivedAtMs) ?? []);
    return { ...outcome, value: quotes };
  },

  async fetchPriceAt(http, { coinId }, minuteMs) {
    const near = await fetchAround(http, coinId, minuteMs, RANGE_MS);
    // Past 90 days there is a price a day, and mostly none within two hours.
    return near.ok && near.value === null ? fetchAround(http, coinId, minuteMs, 1.5 * DAY_MS) : near;
  },
};

const fetchAround = async (
  http: Http,
  coinId: string,
  atMs: number,
  reachMs: number,
): Promise<HttpOutcome<PastPrice | null>> => {
  const query = new URLSearchParams({
    vs_currency: 'usd',
    from: String((atMs - reachMs) / 1000),
    to: String((atMs + reachMs) / 1000),
  });
  const url = `${API}/coins/${encodeURIComponent(coinId)}/market_chart/range?${query}`;
  const outcome = await http({ url, schema: RangeSchema });
  return outcome.ok ? { ...outcome, value: findNearestPrice(outcome.value, atMs) } : outcome;
};

/** A page of 250 coins by market value, the largest first, as `/coins/markets` gives them: rows are the caller's to check. */
export const fetchLargestCoins = async (http: Http, page: number): Promise<HttpOutcome<unknown[]>> => {
  const query = new URLSearchParams({ vs_currency: 'usd', per_page: '250', page: String(page) });
  return http({ url: `${API}/coins/markets?${query}`, schema: v.array(v.unknown()) });
};

/** How much of each currency one US dollar is, from `/exchange_rates`. */
export const fetchRatesPerUsd = async (
  http: Http,
): Promise<HttpOutcome<Partial<Record<Currency, number>>>> => {
  const outcome = await http({ url: `${API}/exchange_rates`, schema: v.unknown() });
  return outcome.ok ? { ...outcome, value: toRatesPerUsd(outcome.value) } : outcome;
};

/** The reader's own key, for CoinGecko's host alone. */
export const findKeyHeader = (
  host: string,
  { coingecko }: Pick<Keys, 'coingecko'>,
): Readonly<Record<string, string>> =>
  host === new URL(API).host && coingecko !== '' ? { 'x-cg-demo-api-key': coingecko } : {};
