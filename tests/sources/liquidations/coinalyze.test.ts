import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCoinalyzeHours, parseCoinalyzeMarkets } from '../../../src/sources/liquidations/coinalyze.ts';
import { broken } from '../../support/broken-payload.ts';

const marketOf = (symbol: string, exchange: string, base_asset: string, quote_asset = 'USDT') => ({
  symbol,
  exchange,
  base_asset,
  quote_asset,
  is_perpetual: true,
});
const MARKETS = [
  marketOf('BTCUSDT_PERP.A', 'A', 'BTC'),
  marketOf('BTCUSDT.6', '6', 'BTC'),
  marketOf('1000PEPEUSDT_PERP.A', 'A', '1000PEPE'),
  marketOf('BTCUSD_PERP.A', 'A', 'BTC', 'USD'),
  // OKX tells its own record: it is read there.
  marketOf('BTCUSDT_PERP.3', '3', 'BTC'),
  { ...marketOf('BTCUSDT_260626.A', 'A', 'BTC'), is_perpetual: false },
];
const HISTORY = [
  { symbol: 'BTCUSDT_PERP.A', history: [{ t: 1_789_236_000, l: 1200.504, s: 0 }] },
  { symbol: '1000PEPEUSDT_PERP.A', history: [{ t: 1_789_236_000, l: 0, s: 17.25 }] },
];

test('markets: perpetuals in USDT of exchanges that keep no record, scaled ones under their coin', () => {
  expect(parseCoinalyzeMarkets(MARKETS).map(({ symbol, coinId }) => [symbol, coinId])).toEqual([
    ['BTCUSDT_PERP.A', 'bitcoin'],
    ['BTCUSDT.6', 'bitcoin'],
    ['1000PEPEUSDT_PERP.A', 'pepe'],
  ]);
});

test('hours: seconds become milliseconds, dollars cents, under a name of their own', () => {
  expect(parseCoinalyzeHours(HISTORY, parseCoinalyzeMarkets(MARKETS))).toEqual([
    {
      venueId: 'coinalyze-binance',
      startMs: 1_789_236_000_000,
      coins: { bitcoin: { longCents: 120_050, shortCents: 0, largest: null } },
    },
    {
      venueId: 'coinalyze-binance',
      startMs: 1_789_236_000_000,
      coins: { pepe: { longCents: 0, shortCents: 1725, largest: null } },
    },
  ]);
});

test('broken answers give whole cents or nothing, and never throw', () => {
  fc.assert(
    fc.property(broken(MARKETS), broken(HISTORY), (markets, history) => {
      const rows = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
      return parseCoinalyzeHours(rows(history), parseCoinalyzeMarkets(rows(markets))).every(
        ({ startMs, coins }) =>
          [
            startMs,
            ...Object.values(coins).flatMap(({ longCents, shortCents }) => [longCents, shortCents]),
          ].every((value) => Number.isSafeInteger(value) && value >= 0),
      );
    }),
    { numRuns: 300 },
  );
});
