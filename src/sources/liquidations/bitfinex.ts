import * as v from 'valibot';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { EVERY_COIN } from '../../domain/liquidations/window.ts';
import { Digits, TimeMs, UnsignedDigits } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const VENUE_ID = 'bitfinex';
const MOST_ROWS = 500;

/** By place: ["pos", id, time, -, symbol, amount, base price, -, is match, is market sold, -, price acquired]. */
const RowSchema = v.tupleWithRest(
  [
    v.literal('pos'),
    v.number(),
    TimeMs,
    v.unknown(),
    v.string(),
    Digits,
    v.unknown(),
    v.unknown(),
    v.number(),
    v.unknown(),
    v.unknown(),
    UnsignedDigits,
  ],
  v.unknown(),
);

/** The coin of `tBTCF0:USTF0` and `tBTCUSD`; null where the price is not in dollars. */
const findCoin = (symbol: string) => {
  const [, base = ''] = /^t(\w+?)(?:F0)?:?(?:USTF0|UST|USD)$/.exec(symbol) ?? [];
  return base === '' ? null : findBaseCoin(base);
};

/** The orders among rows as they come over REST, each in a list of its own, or over the stream. */
export const parseBitfinexOrders = (rows: readonly unknown[]): KeyedOrder[] => {
  const bare = rows.map((row) => (Array.isArray(row) && Array.isArray(row[0]) ? row[0] : row));
  return toKeyedOrders(
    parseRows(RowSchema, bare).flatMap(([, id, atMs, , symbol, amount, , , isMatch, , , price]) => {
      const coin = findCoin(symbol);
      if (!coin || isMatch !== 1) return [];
      return {
        order: {
          venueId: VENUE_ID,
          coinId: coin.coinId,
          side: Number(amount) > 0 ? 'long' : 'short',
          notionalUsd: toNotionalUsd(amount, price),
          atMs,
        },
        identity: [id, atMs, isMatch, amount],
      };
    }),
  );
};

const oldestOf = (rows: readonly unknown[], orders: readonly KeyedOrder[], fromMs: number): number =>
  rows.length < MOST_ROWS ? fromMs : Math.max(fromMs, Math.min(...orders.map(({ atMs }) => atMs)));

/**
 * Bitfinex, single orders of all symbols from `liquidations/hist`, keyless; 500 rows are about three days. A liquidation
 * is told twice, when it is triggered (IS_MATCH 0) and when it is executed (1): only executions with a price count.
 * Units: base coin, USD = |AMOUNT| x PRICE_ACQUIRED (UST is USDT). Side: AMOUNT > 0 is a long (entry 9135.97, acquired
 * 9080 with a positive amount; 222.25 and 235.52 with a negative one). Time in ms. The limit is strict: a second call at
 * once is refused for minutes; it must stay 25 s or more behind.
 */
export const bitfinex: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://api-pub.bitfinex.com/*',
  feed: 'complete',
  memory: 'record',
  sums: 'from-orders',

  async fetchMarket(http, _findInstrument, { fromMs, nowMs }) {
    const query = new URLSearchParams({
      start: String(fromMs),
      end: String(nowMs),
      limit: String(MOST_ROWS),
      sort: '-1',
    });
    const outcome = await http({
      url: `https://api-pub.bitfinex.com/v2/liquidations/hist?${query}`,
      schema: v.array(v.unknown()),
    });
    if (!outcome.ok) return outcome;
    const orders = parseBitfinexOrders(outcome.value);
    const coveredFromMs = oldestOf(outcome.value, orders, fromMs);
    const covered = [{ venueId: VENUE_ID, scope: EVERY_COIN, fromMs: coveredFromMs, untilMs: nowMs }];
    return { ...outcome, value: { ...EMPTY_BATCH, orders, covered } };
  },
};
