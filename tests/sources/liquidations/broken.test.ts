import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeLiquidations } from '../../eval/normalize-liquidations.ts';
import { broken } from '../../support/broken-payload.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/payloads/${name}.json`, import.meta.url), 'utf8'));

const SOURCES: readonly (readonly [source: string, file: string, meta: string | null])[] = [
  ['gate:liq_orders', 'gate-liq_orders', 'gate-contracts'],
  ['gate:contract_stats', 'gate-contract_stats', 'gate-contracts'],
  ['okx:liquidation-orders', 'okx-liquidation-orders', 'okx-instruments-swap'],
  ['htx:liquidation_orders', 'htx-v5-liquidation_orders', null],
  ['htx:liquidation_orders', 'htx-v3-swap_liquidation_orders', null],
  ['htx:liquidation_orders', 'htx-ws-liquidation_orders', null],
  ['bitfinex:liquidations', 'bitfinex-liquidations', null],
  ['bitget:liquidations', 'bitget-ws-v3-liquidation', null],
  ['binance:forceOrder', 'binance-forceOrder', null],
  ['bybit:allLiquidation', 'bybit-allLiquidation', null],
];

test.each(SOURCES)(
  '%s: broken rows of %s give sane events or none, and never throw',
  (source, file, meta) => {
    const list = meta === null ? null : read(meta);
    expect(normalizeLiquidations(source, read(file), list).length).toBeGreaterThan(0);
    fc.assert(
      fc.property(broken(read(file)), (answer) =>
        normalizeLiquidations(source, answer, list, 'BTC_USDT').every(
          ({ notionalUsd, atMs }) =>
            Number.isFinite(notionalUsd) && notionalUsd > 0 && Number.isSafeInteger(atMs) && atMs >= 0,
        ),
      ),
      { numRuns: 150 },
    );
  },
);

test.each([
  ['a price below zero', { bkPx: '-64000' }],
  ['a size below zero', { sz: '-1' }],
  ['no size at all', { sz: '0' }],
  ['a size beyond every market', { sz: '1e300' }],
  ['a time in nanoseconds', { ts: '1789241986046000000' }],
])('OKX: %s costs its row, and no other', (_what, change) => {
  const good = { bkPx: '64000', posSide: 'long', side: 'sell', sz: '1', ts: '1789241986046' };
  const answer = { code: '0', data: [{ instId: 'BTC-USDT-SWAP', details: [{ ...good, ...change }, good] }] };
  expect(normalizeLiquidations('okx:liquidation-orders', answer, read('okx-instruments-swap'))).toEqual([
    { venue: 'okx', coin: 'bitcoin', side: 'long', notionalUsd: 640, atMs: 1_789_241_986_046 },
  ]);
});

test('Gate: a time that is in milliseconds is taken as such', () => {
  const row = {
    contract: 'BTC_USDT',
    left: '0',
    size: '1',
    order_size: '-1',
    fill_price: '64000',
    order_price: '63000',
  };
  const answer = [
    { ...row, time: 1_789_242_268 },
    { ...row, time: 1_789_242_268_123 },
  ];
  expect(
    normalizeLiquidations('gate:liq_orders', answer, read('gate-contracts')).map(({ atMs }) => atMs),
  ).toEqual([1_789_242_268_000, 1_789_242_268_123]);
});
