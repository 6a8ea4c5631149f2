import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchLocal } from '../support/fetch-local.ts';
import { type Market, startMarket } from './market.ts';
import { listDifferences, toShape } from './shape.ts';

const ANCHOR_MS = Date.UTC(2026, 3, 22, 6, 20);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let market: Market;
beforeAll(async () => {
  market = await startMarket({ anchorMs: ANCHOR_MS, speed: 0 });
});
afterAll(() => market.close());

async function getJson(url: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const { status, text } = await fetchLocal(market, url);
  return { status, body: JSON.parse(text) };
}

async function getRows<Row>(url: string): Promise<readonly Row[]> {
  const { status, body } = await getJson(url);
  expect(status).toBe(200);
  return body as readonly Row[];
}

function readRecorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/payloads/${name}.json`, import.meta.url), 'utf8'));
}

function pick(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], value);
}

const MARKETS = 'https://api.coingecko.com/api/v3/coins/markets?vs_currency=usd';
const ANCHOR_S = ANCHOR_MS / 1000;
const RANGE = 'https://api.coingecko.com/api/v3/coins/bitcoin/market_chart/range?vs_currency=usd';
const GATE = 'https://api.gateio.ws/api/v4/futures/usdt';
const OKX = 'https://www.okx.com/api/v5/public';
const BINANCE = 'https://data-api.binance.vision/api/v3';
const COINBASE = 'https://api.exchange.coinbase.com/products';

describe('answers have the shape of the recorded ones', () => {
  const spans = '1h,24h,7d,14d,30d,200d,1y';
  test.each([
    ['coingecko-coins-markets', [], `${MARKETS}&ids=bitcoin&sparkline=true&price_change_percentage=${spans}`],
    ['coingecko-market_chart-range', [], `${RANGE}&from=${ANCHOR_S - 7200}&to=${ANCHOR_S}`],
    ['gate-contract_stats', [], `${GATE}/contract_stats?contract=BTC_USDT`],
    ['gate-contracts', [], `${GATE}/contracts`],
    ['gate-liq_orders', [], `${GATE}/liq_orders`],
    ['okx-liquidation-orders', [], `${OKX}/liquidation-orders?instType=SWAP&instFamily=BTC-USDT`],
    ['okx-instruments-swap', [], `${OKX}/instruments?instType=SWAP`],
    ['okx-open-interest', [], `${OKX}/open-interest?instType=SWAP`],
    ['okx-funding-rate', [], `${OKX}/funding-rate?instId=ANY`],
    ['binance-ticker-24hr', ['response'], `${BINANCE}/ticker/24hr?symbol=BTCUSDT`],
    ['binance-klines-1m', ['response', 0], `${BINANCE}/klines?symbol=BTCUSDT&interval=1m&limit=1`],
    ['coinbaseexchange-ticker-candles', ['candles', 0], `${COINBASE}/BTC-USD/candles`],
  ])('%s', async (name, keys, url) => {
    const recorded = pick(readRecorded(name), ...keys);
    const { status, body } = await getJson(url);
    expect(status).toBe(200);
    const simulated = name.includes('klines') || name.includes('candles') ? pick(body, 0) : body;
    expect(listDifferences(toShape(recorded), toShape(simulated))).toEqual([]);
  });
});

describe('CoinGecko', () => {
  interface MarketRow {
    readonly id: string;
    readonly current_price: number;
    readonly market_cap: number;
    readonly market_cap_rank: number;
    readonly low_24h: number;
    readonly price_change_percentage_24h: number;
    readonly sparkline_in_7d?: { readonly price: readonly number[] };
  }

  test('gives the coins asked for by market value, whatever their order', async () => {
    const rows = await getRows<MarketRow>(`${MARKETS}&ids=mog-coin,no-such-coin,bitcoin`);
    expect(rows.map(({ id }) => id)).toEqual(['bitcoin', 'mog-coin']);
  });

  test('pages through the top of the market', async () => {
    const rows = await getRows<MarketRow>(`${MARKETS}&per_page=10&page=2`);
    expect(rows.map((row) => row.market_cap_rank)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect((await getRows<MarketRow>(MARKETS)).length).toBe(100);
    expect((await getRows<MarketRow>(`${MARKETS}&per_page=250`)).length).toBe(250);
  });

  test('ranks by market value', async () => {
    const rows = await getRows<MarketRow>(`${MARKETS}&per_page=100`);
    const caps = rows.map((row) => row.market_cap / (1 + row.price_change_percentage_24h / 100));
    // The day moves values, not by so much that the order of the top would be another.
    expect(caps.slice(0, 8)).toEqual([...caps.slice(0, 8)].sort((one, other) => other - one));
  });

  test('gives the line and the changes only when asked', async () => {
    const [plain] = await getRows<MarketRow>(`${MARKETS}&ids=bitcoin`);
    const [full] = await getRows<MarketRow>(
      `${MARKETS}&ids=bitcoin&sparkline=true&price_change_percentage=7d`,
    );
    expect(plain).not.toHaveProperty('sparkline_in_7d');
    expect(plain).not.toHaveProperty('price_change_percentage_7d_in_currency');
    expect(full?.sparkline_in_7d?.price).toHaveLength(168);
    expect(full).toHaveProperty('price_change_percentage_7d_in_currency');
    expect(full).not.toHaveProperty('price_change_percentage_1h_in_currency');
  });

  test('says the prices of the scenario', async () => {
    const rows = await getRows<MarketRow>(`${MARKETS}&per_page=250`);
    for (const row of rows) {
      const quote = market.scenario.quote(row.id, ANCHOR_MS);
      expect(row.current_price).toBe(quote.priceUsd);
      expect(row.low_24h).toBe(quote.low24hUsd);
      expect(row.price_change_percentage_24h).toBeCloseTo(quote.change24h * 100, 4);
    }
  });

  test('refuses a request without a currency, with an unknown one, and for a whole-market page', async () => {
    expect((await getJson('https://api.coingecko.com/api/v3/coins/markets')).status).toBe(422);
    expect((await getJson('https://api.coingecko.com/api/v3/coins/markets?vs_currency=xyz')).status).toBe(
      422,
    );
    expect((await getJson(`${MARKETS}&per_page=251`)).status).toBe(422);
    expect((await getJson('https://api.coingecko.com/api/v3/nothing')).status).toBe(404);
  });
});

describe('Gate', () => {
  interface StatsRow {
    readonly time: number;
    readonly long_liq_usd: number;
    readonly short_liq_usd: number;
    readonly short_liq_size: number;
  }
  interface OrderRow {
    readonly contract: string;
    readonly size: string;
    readonly order_size: string;
    readonly fill_price: string;
    readonly order_price: string;
    readonly time: number;
  }

  test('hourly sums are those of its own orders, by side of the position', async () => {
    const rows = await getRows<StatsRow>(`${GATE}/contract_stats?contract=ETH_USDT&interval=1h&limit=25`);
    expect(rows).toHaveLength(25);
    expect(rows.at(-1)?.time).toBe(Math.floor(ANCHOR_MS / HOUR_MS) * 3600);
    for (const row of rows) {
      const fromMs = row.time * 1000;
      const untilMs = Math.min(fromMs + HOUR_MS, ANCHOR_MS);
      const truth = market.scenario.liquidationTotal(
        { venueId: 'gate', coinId: 'ethereum' },
        fromMs,
        untilMs,
      );
      expect(row.long_liq_usd).toBeCloseTo(truth.longUsd, 4);
      expect(row.short_liq_usd).toBeCloseTo(truth.shortUsd, 4);
    }
    const shortUsd = rows.reduce((sum, row) => sum + row.short_liq_usd, 0);
    const longUsd = rows.reduce((sum, row) => sum + row.long_liq_usd, 0);
    expect(shortUsd).toBeGreaterThan(longUsd * 5);
  });

  test('`from` asks for older buckets', async () => {
    const from = Math.floor((ANCHOR_MS - 5 * HOUR_MS) / 1000);
    const rows = await getRows<StatsRow>(
      `${GATE}/contract_stats?contract=ETH_USDT&interval=1h&limit=2&from=${from}`,
    );
    expect(rows.map(({ time }) => time)).toEqual([
      Math.ceil(from / 3600) * 3600,
      Math.ceil(from / 3600) * 3600 + 3600,
    ]);
  });

  test('a closed long is a positive position and a negative order below its fill', async () => {
    const from = Math.floor((ANCHOR_MS - 6 * HOUR_MS) / 1000);
    const url = `${GATE}/liq_orders?contract=BTC_USDT&from=${from}&to=${from + 3600}&limit=1000`;
    const rows = await getRows<OrderRow>(url);
    const truth = market.scenario.orders(
      { venueId: 'gate', coinId: 'bitcoin' },
      from * 1000,
      (from + 3601) * 1000,
    );
    expect(rows.length).toBe(truth.length);
    for (const [index, order] of truth.toReversed().entries()) {
      const row = rows[index];
      const sign = order.side === 'long' ? 1 : -1;
      expect(Number(row?.size) * sign).toBeGreaterThan(0);
      expect(Number(row?.order_size)).toBe(-Number(row?.size));
      expect(Number(row?.fill_price) > Number(row?.order_price)).toBe(order.side === 'long');
      expect(Math.abs(Number(row?.size)) * 0.0001 * Number(row?.fill_price)).toBeCloseTo(
        order.notionalUsd,
        4,
      );
    }
    expect(new Set(truth.map(({ side }) => side))).toEqual(new Set(['long', 'short']));
  });

  test('errors carry a label and a message', async () => {
    const unknown = await getJson(`${GATE}/contract_stats?contract=NOPE_USDT`);
    expect(unknown.status).toBe(400);
    expect(unknown.body).toEqual({ label: 'CONTRACT_NOT_FOUND', message: 'contract NOPE_USDT not found' });
    expect((await getJson(`${GATE}/contract_stats`)).body).toMatchObject({ label: 'MISSING_REQUIRED_PARAM' });
    expect((await getJson(`${GATE}/liq_orders?from=1&to=9000`)).body).toMatchObject({
      message: 'range from/to must in 1 hour',
    });
  });
});

describe('OKX', () => {
  interface Detail {
    readonly bkPx: string;
    readonly posSide: 'long' | 'short';
    readonly side: 'buy' | 'sell';
    readonly sz: string;
    readonly ts: string;
  }
  interface Answer<Row> {
    readonly code: string;
    readonly data: readonly Row[];
  }

  async function getDetails(query: string): Promise<readonly Detail[]> {
    const { body } = await getJson(`${OKX}/liquidation-orders?instType=SWAP&state=filled&${query}`);
    return (body as Answer<{ readonly details: readonly Detail[] }>).data[0]?.details ?? [];
  }

  test('pages back through 24 hours, each row once, in contracts of its instrument', async () => {
    const rows: Detail[] = [];
    for (let after = ''; ; after = `&after=${rows.at(-1)?.ts}`) {
      const page = await getDetails(`instFamily=BTC-USDT&limit=100${after}`);
      expect(page.length).toBeLessThanOrEqual(100);
      rows.push(...page);
      if (page.length < 100) break;
    }
    const times = rows.map(({ ts }) => Number(ts));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const truth = market.scenario.liquidationTotal(
      { venueId: 'okx', coinId: 'bitcoin' },
      ANCHOR_MS - DAY_MS,
      ANCHOR_MS,
    );
    const sum = (posSide: string): number =>
      rows
        .filter((row) => row.posSide === posSide)
        .reduce((usd, row) => usd + Number(row.sz) * 0.01 * Number(row.bkPx), 0);
    // `after` is strictly older: rows that share the last millisecond of a page are lost, as in the real one.
    expect(sum('long') / truth.longUsd).toBeCloseTo(1, 2);
    expect(sum('short') / truth.shortUsd).toBeCloseTo(1, 2);
    for (const row of rows) expect(row.side).toBe(row.posSide === 'long' ? 'sell' : 'buy');
  });

  test('wants an instrument family, and one that exists', async () => {
    const missing = await getJson(`${OKX}/liquidation-orders?instType=SWAP&state=filled`);
    expect(missing).toMatchObject({ status: 400, body: { code: '50015', data: [] } });
    const unknown = await getJson(`${OKX}/liquidation-orders?instType=SWAP&instFamily=MOG-USDT`);
    expect(unknown).toMatchObject({ status: 400, body: { code: '51000', data: [] } });
  });

  test('lists an inverse contract beside the linear ones', async () => {
    const { body } = await getJson(`${OKX}/instruments?instType=SWAP`);
    const instruments = (body as Answer<{ readonly instId: string; readonly ctType: string }>).data;
    expect(instruments).toContainEqual(
      expect.objectContaining({ instId: 'BTC-USD-SWAP', ctType: 'inverse', ctVal: '100' }),
    );
    expect(instruments).toContainEqual(
      expect.objectContaining({ instId: 'BTC-USDT-SWAP', ctType: 'linear', ctVal: '0.01', ctValCcy: 'BTC' }),
    );
  });
});

describe('spot exchanges', () => {
  test('Binance gives several tickers in one call, and refuses a symbol that it does not list', async () => {
    const symbols = encodeURIComponent('["BTCUSDT","ETHUSDT"]');
    const tickers = await getRows<{ readonly symbol: string; readonly lastPrice: string }>(
      `${BINANCE}/ticker/24hr?symbols=${symbols}`,
    );
    expect(tickers.map(({ symbol }) => symbol)).toEqual(['BTCUSDT', 'ETHUSDT']);
    expect(Number(tickers[0]?.lastPrice)).toBeCloseTo(market.scenario.priceUsd('bitcoin', ANCHOR_MS), 0);
    const refused = await getJson(`${BINANCE}/ticker/24hr?symbol=MOGUSDT`);
    expect(refused).toEqual({ status: 400, body: { code: -1121, msg: 'Invalid symbol.' } });
  });

  test('Binance and Coinbase agree on a minute, each in its own order of columns', async () => {
    const minuteMs = ANCHOR_MS - 3 * HOUR_MS;
    const [kline] = await getRows<readonly (number | string)[]>(
      `${BINANCE}/klines?symbol=BTCUSDT&interval=1m&startTime=${minuteMs}&limit=1`,
    );
    const time = new Date(minuteMs).toISOString();
    const [candle] = await getRows<readonly number[]>(
      `${COINBASE}/BTC-USD/candles?granularity=60&start=${time}&end=${time}`,
    );
    const [openMs, open, high, low, close] = (kline ?? []).map(Number);
    expect(openMs).toBe(minuteMs);
    expect(candle?.slice(0, 5)).toEqual([minuteMs / 1000, low, high, open, close]);
  });

  test('Coinbase does not know a product that it does not list', async () => {
    expect(await getJson(`${COINBASE}/TRX-USD/ticker`)).toEqual({
      status: 404,
      body: { message: 'NotFound' },
    });
  });
});
