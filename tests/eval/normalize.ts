/**
 * `npm run --silent normalize -- SOURCE FILE [--meta FILE] [--contract NAME] [--symbol NAME]`: what the project makes of a raw recorded
 * answer, as JSON. `--contract` names the contract of Gate's stats and `--symbol` the product of Coinbase's, which do not say it.
 * A file may hold the answer alone, or under `response` with the `request` that it answers, or several under their names.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { coinTable, findCoin } from '../../src/domain/coins/coin-table.ts';
import type { Candle } from '../../src/domain/market/candle.ts';
import { US_DOLLARS } from '../../src/domain/market/money.ts';
import type { Quote } from '../../src/domain/market/quote.ts';
import { binanceSpot, toBinanceCandles, toBinanceQuote } from '../../src/sources/prices/binance-spot.ts';
import { coinbase, toCoinbaseCandles, toCoinbaseQuote } from '../../src/sources/prices/coinbase.ts';
import { toCoinGeckoQuote } from '../../src/sources/prices/coingecko.ts';
import { toCoinpaprikaQuote } from '../../src/sources/prices/coinpaprika.ts';
import type { Pair, TickerSource } from '../../src/sources/prices/price-source.ts';
import { LIQUIDATION_SOURCES, normalizeLiquidations } from './normalize-liquidations.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A recorded answer, and whatever says what was asked: its request, or the name of its file. */
interface Recorded {
  readonly body: unknown;
  readonly asked: string;
  readonly receivedAtMs: number;
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const pairsOf = (source: TickerSource): readonly Pair[] =>
  coinTable.flatMap(({ id }) => source.findPairs(id));

/** Any candle list in the answer: alone, or beside others under `candles`. */
const toRows = (body: unknown): readonly unknown[] =>
  toList(isRecord(body) && Array.isArray(body['candles']) ? body['candles'] : body);

/** The stats of a product do not name it: where nothing else does, they are taken for Bitcoin's. */
const UNNAMED_PRODUCT = 'BTC-USD';

/** `/ticker` knows the price, and nothing of the day. */
const toStatsOfTicker = ({ price, volume }: Fields): Fields => ({
  last: price,
  volume,
  open: 0,
  high: 0,
  low: 0,
});

/** Stats of one product, or of several by product; the 24 hours may lie one level deeper. */
const toStats = (body: unknown, asked: string): readonly (readonly [product: string, stats: unknown])[] => {
  if (!isRecord(body)) return [];
  const stats = isRecord(body['stats']) ? body['stats'] : body;
  const ticker = isRecord(body['ticker']) ? body['ticker'] : body;
  const one = 'last' in stats ? stats : 'price' in ticker ? toStatsOfTicker(ticker) : null;
  if (one) {
    const named = stats['product_id'] ?? body['product_id'] ?? /[A-Z0-9]+-USD\b/.exec(asked)?.[0];
    return [[typeof named === 'string' ? named : UNNAMED_PRODUCT, one]];
  }
  return Object.entries(stats).map(([product, entry]) => [
    product,
    isRecord(entry) && isRecord(entry['stats_24hour']) ? entry['stats_24hour'] : entry,
  ]);
};

const QUOTES: Readonly<Record<string, (recorded: Recorded) => readonly (Quote | null)[]>> = {
  'coingecko:markets': ({ body, receivedAtMs }) =>
    toList(body).map((row) => toCoinGeckoQuote(row, US_DOLLARS, receivedAtMs)),
  'binance:ticker24hr': ({ body, receivedAtMs }) =>
    toList(body).map((row) => toBinanceQuote(row, pairsOf(binanceSpot), null, receivedAtMs)),
  'coinbase:stats': ({ body, asked, receivedAtMs }) =>
    toStats(body, asked).map(([product, stats]) => {
      const pair = pairsOf(coinbase).find(({ symbol }) => symbol === product);
      return pair ? toCoinbaseQuote(stats, pair.coinId, receivedAtMs) : null;
    }),
  'coinpaprika:tickers': ({ body, receivedAtMs }) =>
    toList(body).map((row) => toCoinpaprikaQuote(row, receivedAtMs)),
};

const CANDLES: Readonly<Record<string, (rows: readonly unknown[]) => Candle[]>> = {
  'binance:klines': toBinanceCandles,
  'coinbase:candles': toCoinbaseCandles,
};

const toPrinted = ({ coinId, priceUsd, change24h, atMs, source }: Quote) => ({
  coin: findCoin(coinId)?.id ?? coinId,
  priceUsd,
  change24h,
  atMs,
  source,
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readRecorded = (file: string, symbol: string): Recorded | null => {
  const content = parseJson(readFileSync(file, 'utf8'));
  if (content === undefined) return null;
  const wrapped = isRecord(content) && 'response' in content ? content : { response: content, request: '' };
  const asked = `${symbol} ${JSON.stringify(wrapped['request'])} ${basename(file)}`;
  return { body: wrapped['response'], asked, receivedAtMs: Date.now() };
};

interface Options {
  readonly meta?: string;
  readonly contract?: string;
  readonly symbol?: string;
}

const readJson = (path: string): unknown => {
  const content = parseJson(readFileSync(path, 'utf8'));
  if (content === undefined) throw new Error(`bad-payload: ${path} holds no JSON`);
  return content;
};

/** Liquidations take the venue's list of contracts beside the answer, and are printed as events. */
const printLiquidations = (source: string, file: string, { meta, contract }: Options): number => {
  const content = readJson(file);
  const request = isRecord(content) ? JSON.stringify(content['request']) : '';
  const named = contract ?? /[A-Z0-9]+_USDT?\b/.exec(`${request} ${basename(file)}`)?.[0] ?? null;
  const list = meta === undefined ? null : readJson(meta);
  console.log(JSON.stringify(normalizeLiquidations(source, content, list, named)));
  return 0;
};

const run = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { meta: { type: 'string' }, contract: { type: 'string' }, symbol: { type: 'string' } },
  });
  const [source = '', file] = positionals;
  if (file && LIQUIDATION_SOURCES.includes(source)) return printLiquidations(source, file, values);
  const toQuotes = QUOTES[source];
  const toCandles = CANDLES[source];
  if (!file || !(toQuotes ?? toCandles)) {
    const known = [...Object.keys(QUOTES), ...Object.keys(CANDLES), ...LIQUIDATION_SOURCES].join(', ');
    console.error(`Usage: npm run --silent normalize -- SOURCE FILE, where SOURCE is one of ${known}`);
    return 1;
  }
  const recorded = readRecorded(file, values.symbol ?? '');
  if (!recorded) {
    console.error(`bad-payload: ${file} holds no JSON`);
    return 1;
  }
  const rows = toQuotes
    ? toQuotes(recorded).flatMap((quote) => (quote ? [toPrinted(quote)] : []))
    : (toCandles?.(toRows(recorded.body)) ?? []);
  console.log(JSON.stringify(rows));
  return 0;
};

/** What is wrong with the file or the question is one line, not a stack. */
const main = (): number => {
  try {
    return run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

process.exitCode = main();
