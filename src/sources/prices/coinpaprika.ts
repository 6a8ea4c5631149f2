import * as v from 'valibot';
import type { CoinId } from '../../domain/coins/coin.ts';
import { coinTable, findCoin } from '../../domain/coins/coin-table.ts';
import { type Quote, QuoteSchema } from '../../domain/market/quote.ts';
import { toCoinLabels } from './pair.ts';
import type { TickerSource } from './price-source.ts';

const Figure = v.nullish(v.number());

const TickerSchema = v.object({
  id: v.optional(v.string(), ''),
  name: v.string(),
  symbol: v.string(),
  last_updated: v.string(),
  quotes: v.object({
    USD: v.object({
      price: v.number(),
      volume_24h: Figure,
      market_cap: Figure,
      percent_change_1h: Figure,
      percent_change_24h: Figure,
      percent_change_7d: Figure,
    }),
  }),
});

const toKey = (symbol: string, name: string): string =>
  `${symbol.toUpperCase()} ${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')}`;

/**
 * Its ids are its own (`btc-bitcoin`). Ticker and name together mean one coin; the larger one where two share both. Where the
 * name is written differently, the second part of its id often is CoinGecko's.
 */
const coinIdByKey = new Map<string, CoinId>();
for (const { id, symbol, name } of coinTable) {
  const key = toKey(symbol, name);
  if (!coinIdByKey.has(key)) coinIdByKey.set(key, id);
}

const findBySlug = (id: string, symbol: string): CoinId | undefined => {
  const coin = findCoin(id.slice(id.indexOf('-') + 1));
  return coin?.symbol.toUpperCase() === symbol.toUpperCase() ? coin.id : undefined;
};

const toFraction = (percent: number | null | undefined): number | null =>
  percent === null || percent === undefined ? null : percent / 100;

/** One row of `/tickers` as a quote, or null for a row that is none and for a coin that we do not know. */
export const toCoinpaprikaQuote = (row: unknown, receivedAtMs: number): Quote | null => {
  const parsed = v.safeParse(TickerSchema, row);
  if (!parsed.success) return null;
  const { id, symbol, name } = parsed.output;
  const coinId = coinIdByKey.get(toKey(symbol, name)) ?? findBySlug(id, symbol);
  if (!coinId) return null;
  const { price, volume_24h, market_cap, percent_change_1h, percent_change_24h, percent_change_7d } =
    parsed.output.quotes.USD;
  const quote = v.safeParse(QuoteSchema, {
    coinId,
    ...toCoinLabels(coinId),
    priceUsd: price,
    change1h: toFraction(percent_change_1h),
    change24h: toFraction(percent_change_24h),
    change7d: toFraction(percent_change_7d),
    low24hUsd: null,
    high24hUsd: null,
    sparkline7dUsd: [],
    volume24hUsd: volume_24h ?? null,
    marketCapUsd: market_cap ?? null,
    source: 'coinpaprika',
    atMs: Date.parse(parsed.output.last_updated),
    receivedAtMs,
  });
  return quote.success ? quote.output : null;
};

/**
 * CoinPaprika `/tickers`, keyless, 20,000 calls a month: all coins in one answer, so that the question says nothing about
 * what is read. Percentages arrive as 6.2 for +6.2 %. The cold spare. https://docs.coinpaprika.com
 */
export const coinpaprika: TickerSource = {
  id: 'coinpaprika',
  origin: 'https://api.coinpaprika.com/*',
  mostCoins: 400,
  everyMs: 150_000,
  isSpare: true,
  knowsCoins: true,

  findPairs: (coinId) => [{ coinId, symbol: coinId }],

  async fetchTickers(http, pairs) {
    const outcome = await http({
      url: 'https://api.coinpaprika.com/v1/tickers?quotes=USD',
      schema: v.array(v.unknown()),
    });
    if (!outcome.ok) return outcome;
    const wanted = new Set(pairs.map(({ coinId }) => coinId));
    const quotes = outcome.value
      .flatMap((row) => toCoinpaprikaQuote(row, outcome.receivedAtMs) ?? [])
      .filter(({ coinId }) => wanted.delete(coinId));
    return { ...outcome, value: { quotes, unknownSymbols: [...wanted] } };
  },
};
