import * as v from 'valibot';
import { CoinIdSchema } from '../../domain/coins/coin.ts';
import { type Quote, QuoteSchema } from '../../domain/market/quote.ts';
import type { PriceSource } from './price-source.ts';

const Figure = v.nullish(v.number());

const MarketSchema = v.object({
  id: CoinIdSchema,
  symbol: v.string(),
  name: v.string(),
  current_price: Figure,
  market_cap_rank: Figure,
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

const toSparkline = (hourly: readonly (number | null)[]): number[] => {
  const known = hourly.filter((price): price is number => price !== null && price > 0);
  const step = Math.max(1, known.length / SPARKLINE_POINTS);
  const points: number[] = [];
  // Counted from the newest backwards, so that the line ends at the present.
  for (let at = known.length - 1; at >= 0; at -= step) {
    points.unshift(Number((known[Math.round(at)] as number).toPrecision(6)));
  }
  return points;
};

const toFraction = (percent: number | null | undefined): number | null =>
  percent === null || percent === undefined ? null : percent / 100;

/** A quote, or null for a row without a price or a time: CoinGecko keeps such rows for coins that stopped trading. */
const parseQuote = (market: Market, receivedAtMs: number): Quote | null => {
  const parsed = v.safeParse(QuoteSchema, {
    coinId: market.id,
    symbol: market.symbol.toUpperCase(),
    name: market.name,
    rank: market.market_cap_rank ?? null,
    priceUsd: market.current_price,
    change1h: toFraction(market.price_change_percentage_1h_in_currency),
    change24h: toFraction(market.price_change_percentage_24h_in_currency),
    change7d: toFraction(market.price_change_percentage_7d_in_currency),
    low24hUsd: market.low_24h ?? null,
    high24hUsd: market.high_24h ?? null,
    sparkline7dUsd: toSparkline(market.sparkline_in_7d?.price ?? []),
    source: 'coingecko',
    atMs: Date.parse(market.last_updated ?? ''),
    receivedAtMs,
  });
  return parsed.success ? parsed.output : null;
};

/**
 * CoinGecko `/coins/markets`, keyless: price, changes, day's range, rank and week's line of up to 250 coins in one call.
 * Percentages arrive as 6.2 for +6.2 %; `last_updated` is ISO 8601. Rows are checked one by one, so that one coin with
 * a broken field costs that coin only. https://docs.coingecko.com/reference/coins-markets
 */
export const coingecko: PriceSource = {
  id: 'coingecko',
  origin: 'https://api.coingecko.com/*',
  batchSize: 250,

  async fetchQuotes(http, coinIds) {
    const query = new URLSearchParams({
      vs_currency: 'usd',
      ids: coinIds.join(','),
      per_page: '250',
      sparkline: 'true',
      price_change_percentage: '1h,24h,7d',
    });
    const outcome = await http({
      url: `https://api.coingecko.com/api/v3/coins/markets?${query}`,
      schema: v.array(v.unknown()),
    });
    if (!outcome.ok) return outcome;
    const quotes = outcome.value.flatMap((row) => {
      const market = v.safeParse(MarketSchema, row);
      const quote = market.success ? parseQuote(market.output, outcome.receivedAtMs) : null;
      return quote ? [quote] : [];
    });
    return { ...outcome, value: quotes };
  },
};
