import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { EVERY_COIN } from '../../domain/liquidations/window.ts';
import { Amount, TimeMs, UnsignedDigits } from '../decimal.ts';
import type { HttpOutcome } from '../http.ts';
import { parseRows } from '../parse-rows.ts';
import type { FindInstrument, LiquidationVenue } from './liquidation-venue.ts';

const API = 'https://api.bitget.com/api';
const VENUE_ID = 'bitget';
const PAGE_ROWS = 100;
const MOST_PAGES = 40;

const ContractSchema = v.object({ symbol: v.string(), baseCoin: v.string(), sizeMultiplier: Amount });

const OrderSchema = v.object({
  symbol: v.string(),
  side: v.picklist(['buy', 'sell']),
  price: UnsignedDigits,
  amount: UnsignedDigits,
  ts: TimeMs,
});
type Order = v.InferOutput<typeof OrderSchema>;

const AnswerSchema = v.object({
  code: v.string(),
  data: v.object({
    list: v.nullish(v.array(v.unknown()), []),
    cursor: v.nullish(v.union([v.string(), v.number()]), null),
  }),
});

const findRefusal = ({ code }: { code: string }) => (code === '00000' ? null : ('refused' as const));

const isMultiple = (amount: number, step: number): boolean => {
  const steps = amount / step;
  return steps > 0.5 && Math.abs(steps - Math.round(steps)) <= 1e-6 * Math.max(1, steps);
};

/**
 * `amount` in dollars. It is taken for dollars unless the figures contradict it: as a number of coins it makes whole
 * lots, and as dollars it does not. The documentation of the REST endpoint names no unit.
 */
const toUsd = ({ amount, price }: Order, lot: number | null): number => {
  const asDollars = Number(amount);
  const isBase = lot !== null && isMultiple(asDollars, lot) && !isMultiple(asDollars / Number(price), lot);
  return isBase ? toNotionalUsd(amount, price) : toNotionalUsd(amount);
};

/** The coin of `BTCUSDT`. */
const findCoin = (symbol: string) =>
  symbol.endsWith('USDT') ? findBaseCoin(symbol.slice(0, -'USDT'.length)) : null;

/** The orders among rows of the REST answer or of a push. The instrument's contract size is the lot, where it is known. */
export const parseBitgetOrders = (rows: readonly unknown[], findInstrument: FindInstrument): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(OrderSchema, rows).flatMap((row) => {
      const coin = findCoin(row.symbol);
      if (!coin) return [];
      return {
        order: {
          venueId: VENUE_ID,
          coinId: coin.coinId,
          side: row.side === 'buy' ? 'long' : 'short',
          notionalUsd: toUsd(row, findInstrument(row.symbol)?.contractSize ?? null),
          atMs: row.ts,
        },
        identity: [row.symbol, row.ts, row.side, row.price, row.amount],
      };
    }),
  );

const toInstrument = ({
  symbol,
  baseCoin,
  sizeMultiplier,
}: v.InferOutput<typeof ContractSchema>): Instrument[] => {
  const coin = findBaseCoin(baseCoin);
  if (!coin || !symbol.endsWith('USDT') || sizeMultiplier === 0) return [];
  return [{ symbol, ...coin, contractSize: sizeMultiplier, inverse: false, markPriceUsd: null }];
};

/**
 * Bitget, single orders of all symbols from V3 `liquidations`, keyless, three days deep, 100 rows a page, `cursor` pages
 * on; it may lag, so that the newest hour is read again each time. Its stream keeps only the largest of a pair, side and second, and this record no more than that for all
 * we know: `sampled`. Units: `amount` is in USDT (amount / price gives whole lots in recorded rows), under a guard.
 * Side: the position's, buy is a long. `ts` in ms. Limit 5 requests a second.
 */
export const bitget: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://api.bitget.com/*',
  feed: 'sampled',
  memory: 'record',
  sums: 'from-orders',

  async fetchInstruments(http) {
    const outcome = await http({
      url: `${API}/v2/mix/market/contracts?productType=usdt-futures`,
      schema: v.object({ code: v.string(), data: v.array(v.unknown()) }),
      findRefusal,
    });
    if (!outcome.ok) return outcome;
    return { ...outcome, value: parseRows(ContractSchema, outcome.value.data).flatMap(toInstrument) };
  },

  async fetchMarket(http, findInstrument, { fromMs, nowMs }) {
    const orders: KeyedOrder[] = [];
    let cursor: string | null = null;
    let reachedMs = nowMs;
    for (let page = 0; page < MOST_PAGES && reachedMs > fromMs; page++) {
      const query: URLSearchParams = new URLSearchParams({
        category: 'USDT-FUTURES',
        limit: String(PAGE_ROWS),
        ...(cursor === null ? {} : { cursor }),
      });
      const outcome: HttpOutcome<v.InferOutput<typeof AnswerSchema>> = await http({
        url: `${API}/v3/market/liquidations?${query}`,
        schema: AnswerSchema,
        findRefusal,
      });
      if (!outcome.ok) return outcome;
      const { list, cursor: next }: v.InferOutput<typeof AnswerSchema>['data'] = outcome.value.data;
      orders.push(...parseBitgetOrders(list, findInstrument));
      reachedMs = Math.min(reachedMs, ...parseRows(OrderSchema, list).map(({ ts }) => ts));
      if (list.length < PAGE_ROWS || next === null || String(next) === cursor) {
        reachedMs = fromMs;
        break;
      }
      cursor = String(next);
    }
    const coveredFromMs = Math.max(fromMs, reachedMs);
    const covered = [{ venueId: VENUE_ID, scope: EVERY_COIN, fromMs: coveredFromMs, untilMs: nowMs }];
    return { ok: true, value: { ...EMPTY_BATCH, orders, covered }, receivedAtMs: nowMs };
  },
};
