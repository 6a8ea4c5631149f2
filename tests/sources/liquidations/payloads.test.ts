import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/domain/coins/instrument.ts';
import { parseBinanceOrders } from '../../../src/sources/liquidations/binance.ts';
import { parseBitgetOrders } from '../../../src/sources/liquidations/bitget.ts';
import { parseBybitOrders } from '../../../src/sources/liquidations/bybit.ts';
import { findDeribitTrades, parseDeribitOrders } from '../../../src/sources/liquidations/deribit.ts';
import { parseDydxOrders } from '../../../src/sources/liquidations/dydx.ts';
import { parseGateContracts, parseGateOrders } from '../../../src/sources/liquidations/gate.ts';
import { parseHtxOrders } from '../../../src/sources/liquidations/htx.ts';
import { parseOkxInstruments, parseOkxOrders } from '../../../src/sources/liquidations/okx.ts';
import { normalizeLiquidations as normalize } from '../../eval/normalize-liquidations.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/payloads/${name}.json`, import.meta.url), 'utf8'));

const toFinder = (instruments: readonly Instrument[]) => (symbol: string) =>
  instruments.find((instrument) => instrument.symbol === symbol) ?? null;

type Row = readonly [side: string, notionalUsd: number, atMs: number, coin?: string];

/** The events as short rows: side, dollars, time and, where a file holds several, the coin. */
const rowsOf = (source: string, file: string, meta: string | null = null): Row[] =>
  normalize(source, read(file), meta === null ? null : read(meta)).map(
    ({ side, notionalUsd, atMs, coin }) => [side, notionalUsd, atMs, coin],
  );

describe('recorded payloads give exactly these events', () => {
  test('Gate, single orders: those whose contract is in the list, position by sign, fill price', () => {
    expect(rowsOf('gate:liq_orders', 'gate-liq_orders', 'gate-contracts')).toEqual([
      ['long', 1540.61, 1_789_242_268_000, 'bitcoin'],
      ['long', 15.41, 1_789_242_268_000, 'bitcoin'],
      ['long', 53.92, 1_789_242_268_000, 'bitcoin'],
      ['long', 72.91, 1_789_242_167_000, 'ethereum'],
      ['long', 832.15, 1_789_242_161_000, 'ethereum'],
      ['long', 8104.39, 1_789_241_994_000, 'ethereum'],
      ['long', 462.69, 1_789_241_991_000, 'ethereum'],
      ['long', 69.33, 1_789_241_991_000, 'bitcoin'],
      ['long', 23.11, 1_789_241_989_000, 'bitcoin'],
      ['long', 1212.16, 1_789_241_988_000, 'ethereum'],
      ['long', 462.22, 1_789_241_985_000, 'bitcoin'],
    ]);
  });

  test('Gate, sums: by bucket, with its end', () => {
    expect(normalize('gate:contract_stats', read('gate-contract_stats'), read('gate-contracts'))).toEqual(
      [
        [15.3, 1_789_659_000_000],
        [497.95, 1_789_659_300_000],
        [11_513.1, 1_789_659_600_000],
      ].map(([notionalUsd = 0, atMs = 0]) => ({
        venue: 'gate',
        coin: 'bitcoin',
        side: 'short',
        notionalUsd,
        atMs,
        untilMs: atMs + 300_000,
      })),
    );
  });

  test('OKX over REST: contracts of 0.01 BTC at the bankruptcy price', () => {
    const rows = rowsOf('okx:liquidation-orders', 'okx-liquidation-orders', 'okx-instruments-swap');
    expect(rows).toHaveLength(20);
    expect(rows.slice(0, 6)).toEqual([
      ['long', 2742.36, 1_789_241_986_046, 'bitcoin'],
      ['long', 477.6, 1_789_241_986_016, 'bitcoin'],
      ['long', 632.21, 1_789_238_196_521, 'bitcoin'],
      ['long', 7.73, 1_789_232_556_604, 'bitcoin'],
      ['long', 2822.25, 1_789_232_111_225, 'bitcoin'],
      ['short', 1702.01, 1_789_230_795_467, 'bitcoin'],
    ]);
  });

  test('OKX over its stream: a contract that is no known coin gives nothing', () => {
    expect(rowsOf('okx:liquidation-orders', 'okx-ws-liquidation-orders', 'okx-instruments-swap')).toEqual([]);
  });

  test.each([
    ['htx-v5-liquidation_orders', [['short', 125.96, 1_781_849_094_165, 'bitcoin']]],
    ['htx-v3-swap_liquidation_orders', [['long', 24_640.57, 1_638_593_647_864, 'bitcoin']]],
    [
      'htx-ws-liquidation_orders',
      [
        ['short', 12_231.3, 1_789_670_297_212, 'ethereum'],
        ['long', 5300.56, 1_608_226_502_284, 'bitcoin'],
      ],
    ],
  ])('HTX: %s', (file, events) => {
    expect(rowsOf('htx:liquidation_orders', file)).toEqual(events);
  });

  test('Bitfinex: the execution, and not the triggers', () => {
    expect(rowsOf('bitfinex:liquidations', 'bitfinex-liquidations')).toEqual([
      ['short', 1075.55, 1_594_036_710_543, 'ethereum'],
    ]);
  });

  test('Bitget: dollars, by side of the position', () => {
    expect(rowsOf('bitget:liquidations', 'bitget-ws-v3-liquidation')).toEqual([
      ['long', 13.7, 1_777_358_886_549, 'apecoin'],
      ['long', 143.33, 1_777_358_876_983, 'story-2'],
    ]);
  });

  test('Binance: bare, combined and coin-margined events', () => {
    expect(rowsOf('binance:forceOrder', 'binance-forceOrder')).toEqual([
      ['short', 50_237.09, 1_698_871_323_059, 'bitcoin'],
      ['short', 65.88, 1_584_059_031_421, 'bitcoin'],
      ['long', 300, 1_594_622_954_021, 'bitcoin'],
      ['short', 6314.67, 1_789_672_235_690, 'coti'],
    ]);
  });

  test('Bybit: what is a known coin', () => {
    expect(rowsOf('bybit:allLiquidation', 'bybit-allLiquidation')).toEqual([
      ['long', 50.92, 1_789_670_094_099, 'internet-computer'],
      ['short', 69.9, 1_740_480_207_110, 'pippin'],
    ]);
  });

  test('Deribit: taker and maker', () => {
    const trades = (read('deribit-trades-liquidation') as unknown[]).flatMap(
      (message) => findDeribitTrades(message) ?? [],
    );
    expect(parseDeribitOrders(trades)).toMatchObject([
      { side: 'long', notionalUsd: 1120, atMs: 1_584_058_044_032, coinId: 'bitcoin' },
      { side: 'long', notionalUsd: 2500, atMs: 1_584_058_067_675, coinId: 'bitcoin' },
    ]);
  });

  test('dYdX: liquidations among trades', () => {
    const { trades } = read('dydx-v4-trades') as { trades: unknown[] };
    expect(parseDydxOrders(trades, 'bitcoin')).toMatchObject([
      { side: 'long', notionalUsd: 30.39, atMs: Date.UTC(2026, 8, 17, 13, 39, 47, 542) },
      { side: 'long', notionalUsd: 89.19, atMs: Date.UTC(2024, 7, 4, 7, 34, 50, 628) },
    ]);
  });
});

describe('traps', () => {
  const gateBtc = parseGateContracts([{ name: 'BTC_USDT', quanto_multiplier: '0.0001', contract_type: '' }]);
  const gateRow = {
    contract: 'BTC_USDT',
    time: 1_789_242_268,
    size: '100',
    order_size: '-100',
    left: '0',
    fill_price: '77000',
    order_price: '76900',
  };

  test('Gate over REST signs the position, its stream the order: the recorded pairs have opposite signs', () => {
    const { pairs } = read('gate-ws-vs-rest-pairs') as {
      pairs: {
        ws: { size: number; price: number };
        rest: { size: number; order_price: number; fill_price: number };
      }[];
    };
    expect(pairs).toHaveLength(6);
    for (const { ws, rest } of pairs) {
      expect(ws.size).toBe(-rest.size);
      const [order] = parseGateOrders(
        [
          {
            ...gateRow,
            size: rest.size,
            order_size: -rest.size,
            fill_price: rest.fill_price,
            order_price: rest.order_price,
          },
        ],
        toFinder(gateBtc),
      );
      // A long is closed by a sale, and a sale is filled above its limit.
      expect(order?.side).toBe('long');
      expect(rest.fill_price).toBeGreaterThan(ws.price);
    }
    const [short] = parseGateOrders([{ ...gateRow, size: '-5', order_size: '5' }], toFinder(gateBtc));
    expect(short?.side).toBe('short');
  });

  test('a partial row of Gate counts what was executed, not the position', () => {
    const partial = (row: object) => parseGateOrders([{ ...gateRow, ...row }], toFinder(gateBtc));
    expect(partial({ size: '-1835', order_size: '309' })).toMatchObject([{ notionalUsd: 2379.3 }]);
    expect(partial({ size: '100', order_size: '-100', left: '-40' })).toMatchObject([{ notionalUsd: 462 }]);
    expect(partial({ size: '100', order_size: '-100', left: '-100' })).toEqual([]);
  });

  test('rows of Gate that are alike in one second are different orders', () => {
    const keys = parseGateOrders([gateRow, gateRow, gateRow], toFinder(gateBtc)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(parseGateOrders([gateRow, gateRow, gateRow], toFinder(gateBtc)).map(({ key }) => key)).toEqual(
      keys,
    );
  });

  test('Gate counts shares, metals and their like, and they are no coins', () => {
    const meta = [
      { name: 'ANDURIL_USDT', quanto_multiplier: '0.01', contract_type: 'stocks' },
      { name: 'TSLA_USDT', quanto_multiplier: '0.01', contract_type: '' },
      { name: 'META_USDT', quanto_multiplier: '1', contract_type: '' },
      { name: 'SPX_USDT', quanto_multiplier: '1', contract_type: '' },
    ];
    expect(parseGateContracts(meta).map(({ coinId }) => coinId)).toEqual(['spx6900']);
  });

  const okxOf = (contract: object, row: object) => {
    const instruments = parseOkxInstruments([contract]);
    const [instId = ''] = instruments.map(({ symbol }) => symbol);
    return parseOkxOrders({ code: '0', data: [{ instId, details: [row] }] }, toFinder(instruments))[0];
  };
  const linear = { instId: 'BTC-USDT-SWAP', ctVal: '0.01', ctMult: '1', ctType: 'linear' };
  const inverse = { instId: 'BTC-USD-SWAP', ctVal: '100', ctMult: '1', ctType: 'inverse' };
  const okxRow = { posSide: 'long', side: 'sell', sz: '3', bkPx: '77000.1', ts: '1789241986046' };

  test('an inverse contract of OKX is counted in dollars, without the price', () => {
    expect(okxOf(inverse, okxRow)?.notionalUsd).toBe(300);
    expect(okxOf(linear, okxRow)?.notionalUsd).toBe(2310);
  });

  test('a net position of OKX is told by the side of the order', () => {
    expect(okxOf(linear, { ...okxRow, posSide: 'net', side: 'sell' })?.side).toBe('long');
    expect(okxOf(linear, { ...okxRow, posSide: 'net', side: 'buy' })?.side).toBe('short');
    expect(okxOf(linear, { ...okxRow, posSide: 'short', side: 'buy' })?.side).toBe('short');
  });

  test('`amount` of HTX V5 repeats contracts: the turnover is the size', () => {
    const [order] = parseHtxOrders((read('htx-v5-liquidation_orders') as { data: unknown[] }).data);
    expect(order?.notionalUsd).toBe(125.96);
    expect(order?.key).toBe('htx|150153038758|0');
  });

  test('Bybit names the position, Binance the order: the same word means the opposite', () => {
    const bybit = { T: 1, s: 'BTCUSDT', S: 'Buy', v: '1', p: '100' };
    const binance = { o: { s: 'BTCUSDT', S: 'BUY', X: 'FILLED', p: '100', ap: '100', z: '1', T: 1 } };
    expect(parseBybitOrders([bybit])[0]?.side).toBe('long');
    expect(parseBinanceOrders([binance])[0]?.side).toBe('short');
  });

  test('Bybit counts inverse contracts in dollars', () => {
    const row = { T: 1, S: 'Sell', v: '250', p: '90000' };
    expect(parseBybitOrders([{ ...row, s: 'BTCUSD' }])[0]?.notionalUsd).toBe(250);
    expect(parseBybitOrders([{ ...row, s: 'BTCUSDM26' }])[0]).toMatchObject({
      coinId: 'bitcoin',
      notionalUsd: 250,
    });
    expect(parseBybitOrders([{ ...row, s: 'BTCPERP', v: '0.5' }])[0]?.notionalUsd).toBe(45_000);
    expect(parseBybitOrders([{ ...row, s: 'BTC-26JUN26', v: '0.5' }])[0]?.notionalUsd).toBe(45_000);
  });

  test('Binance counts only what is filled, at its average price', () => {
    const event = { s: 'ETHUSDT', S: 'SELL', X: 'FILLED', p: '3000', ap: '0', z: '2', T: 1 };
    expect(parseBinanceOrders([{ o: { ...event, X: 'NEW' } }])).toEqual([]);
    expect(parseBinanceOrders([{ o: event }])[0]?.notionalUsd).toBe(6000);
    expect(parseBinanceOrders([{ o: { ...event, ap: '3010.5' } }])[0]?.notionalUsd).toBe(6021);
  });

  test('coin-margined contracts of Binance stand for 100 dollars of Bitcoin and 10 of others', () => {
    const event = { S: 'BUY', X: 'FILLED', p: '1', ap: '1', z: '7', T: 1 };
    expect(parseBinanceOrders([{ o: { ...event, s: 'BTCUSD_PERP' } }])[0]?.notionalUsd).toBe(700);
    expect(parseBinanceOrders([{ o: { ...event, s: 'ETHUSD_260626' } }])[0]?.notionalUsd).toBe(70);
  });

  test('multiplied contracts: dollars as they are, the coin without its scale', () => {
    const pepe = {
      s: '1000PEPEUSDT',
      S: 'SELL',
      X: 'FILLED',
      p: '0.00472',
      ap: '0.00472',
      z: '2000000',
      T: 1,
    };
    expect(parseBinanceOrders([{ o: pepe }])[0]).toMatchObject({ coinId: 'pepe', notionalUsd: 9440 });
    const shib = { T: 1, s: 'SHIB1000USDT', S: 'Buy', v: '1000', p: '0.00886' };
    expect(parseBybitOrders([shib])[0]).toMatchObject({ coinId: 'shiba-inu', notionalUsd: 8.86 });
  });

  test('share perpetuals are nobody’s coin on any venue', () => {
    expect(parseBybitOrders([{ T: 1, s: 'TSLAUSDT', S: 'Buy', v: '1', p: '400' }])).toEqual([]);
    const event = { s: 'NVDAUSDT', S: 'SELL', X: 'FILLED', p: '1', ap: '1', z: '1', T: 1 };
    expect(parseBinanceOrders([{ o: event }])).toEqual([]);
    expect(parseOkxInstruments([{ ...linear, instId: 'XAU-USDT-SWAP' }])).toEqual([]);
    const bitget = { symbol: 'COINUSDT', side: 'buy', price: '1', amount: '1', ts: '1' };
    expect(parseBitgetOrders([bitget], () => null)).toEqual([]);
  });

  test('Bitget: dollars, unless the figures say coins', () => {
    const lot: Instrument = {
      symbol: 'BTCUSDT',
      coinId: 'bitcoin',
      contractSize: 0.001,
      inverse: false,
      coinsPerUnit: 1,
      markPriceUsd: null,
    };
    const row = { symbol: 'BTCUSDT', side: 'buy', price: '77123.4', ts: '1777358886549' };
    const usdOf = (amount: string, found: Instrument | null = lot) =>
      parseBitgetOrders([{ ...row, amount }], () => found)[0]?.notionalUsd;
    expect(usdOf('1542.468')).toBe(1542.47);
    expect(usdOf('0.02')).toBe(1542.47);
    expect(usdOf('0.02', null)).toBe(0.02);
  });

  test('Bitfinex tells a liquidation twice, and it is counted once', () => {
    const match = ['pos', 7, 2, null, 'tBTCF0:USTF0', 0.5, 9000, null, 1, 1, null, 9080];
    const trigger = ['pos', 7, 1, null, 'tBTCF0:USTF0', 0.5, 9000, null, 0, 1, null, 9080];
    const events = normalize('bitfinex:liquidations', [[match], [trigger]]);
    expect(events).toMatchObject([{ side: 'long', notionalUsd: 4540, coin: 'bitcoin' }]);
    expect(normalize('bitfinex:liquidations', [12, [match, trigger]])).toEqual(events);
  });

  test('Deribit: a liquidated maker is on the other side of the taker; both may be', () => {
    const trade = {
      trade_id: '1',
      instrument_name: 'SOL_USDC-PERPETUAL',
      direction: 'buy',
      amount: 10,
      price: 150.5,
      timestamp: 1,
    };
    const sidesOf = (liquidation: string) =>
      parseDeribitOrders([{ ...trade, liquidation }]).map(({ side, notionalUsd }) => [side, notionalUsd]);
    expect(sidesOf('T')).toEqual([['short', 1505]]);
    expect(sidesOf('M')).toEqual([['long', 1505]]);
    expect(sidesOf('MT')).toEqual([
      ['short', 1505],
      ['long', 1505],
    ]);
  });

  test('seconds become milliseconds, strings become numbers, and a broken row spoils no other', () => {
    const rows = [
      { ...gateRow, time: '1789242268', size: 100 },
      { contract: 'BTC_USDT', size: 'many' },
      null,
      gateRow,
    ];
    expect(parseGateOrders(rows, toFinder(gateBtc))).toMatchObject([
      { atMs: 1_789_242_268_000, notionalUsd: 770 },
      { atMs: 1_789_242_268_000, notionalUsd: 770 },
    ]);
  });
});
