import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { HOUR_MS } from '../../domain/liquidations/tally.ts';
import { TimeMs, UnsignedDigits } from '../decimal.ts';
import type { HttpOutcome } from '../http.ts';
import { parseRows } from '../parse-rows.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const API = 'https://api.hbdm.com';
const VENUE_ID = 'htx';
const PAGE_ROWS = 100;
/** One request reaches over two hours at most. */
const SPAN_MS = 2 * HOUR_MS;
const MOST_PAGES_OF_SPAN = 10;

const ContractSchema = v.object({ contract_code: v.string(), contract_status: v.optional(v.number(), 1) });

/** V5 calls them `liquidation_time`, `side` and `id`; V3 and the stream `created_at`, `direction` and `query_id`. */
const OrderSchema = v.union([
  v.object({
    id: v.optional(v.union([v.string(), v.number()])),
    contract_code: v.string(),
    liquidation_time: TimeMs,
    side: v.picklist(['buy', 'sell']),
    volume: UnsignedDigits,
    trade_turnover: UnsignedDigits,
  }),
  v.pipe(
    v.object({
      query_id: v.optional(v.number()),
      contract_code: v.string(),
      created_at: TimeMs,
      direction: v.picklist(['buy', 'sell']),
      volume: UnsignedDigits,
      trade_turnover: UnsignedDigits,
    }),
    v.transform(({ query_id, created_at, direction, ...row }) => ({
      ...row,
      id: query_id,
      liquidation_time: created_at,
      side: direction,
    })),
  ),
]);

/** `code` 200 is the good one. */
const HtxOrdersSchema = v.object({ code: v.optional(v.number(), 200), data: v.array(v.unknown()) });

const findRefusal = ({ code }: { code: number }) => (code === 200 ? null : ('refused' as const));

/** The coin of `BTC-USDT`, or of a dated `BTC-USDT-211210`; null for contracts that are not settled in USDT. */
const findCoin = (contractCode: string) => {
  const [base = '', quote] = contractCode.split('-');
  return quote === 'USDT' ? findBaseCoin(base) : null;
};

/** The orders of an answer of V5 or V3, or of a push; rows of contracts that are no coin's are left out. */
export const parseHtxOrders = (rows: readonly unknown[]): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(OrderSchema, rows).flatMap((row) => {
      const coin = findCoin(row.contract_code);
      if (!coin) return [];
      return {
        order: {
          venueId: VENUE_ID,
          coinId: coin.coinId,
          side: row.side === 'sell' ? 'long' : 'short',
          notionalUsd: toNotionalUsd(row.trade_turnover),
          atMs: row.liquidation_time,
        },
        identity:
          row.id === undefined
            ? [row.contract_code, row.liquidation_time, row.side, row.volume, row.trade_turnover]
            : [row.id],
      };
    }),
  );

const toInstrument = ({ contract_code }: v.InferOutput<typeof ContractSchema>): Instrument[] => {
  const coin = findCoin(contract_code);
  if (!coin) return [];
  return [{ symbol: contract_code, ...coin, contractSize: 1, inverse: false, markPriceUsd: null }];
};

/**
 * HTX, single orders from V5 `liquidation_orders`, keyless: two hours a request, 90 days deep, at most 100 rows, `from`
 * (an id) pages on. Units: `trade_turnover` is in USDT and is the only size that means the same in every version:
 * `volume` is in contracts, and `amount` is in coins in V3 and the stream but repeats the contracts in V5 (2 contracts of
 * 0.001 BTC at 62978.5 have turnover 125.957). Side: `side` is the order's, a sell closes a long (V5 rows name the
 * position beside it: buy with short). `liquidation_time` in ms. Limit 240 requests in 3 s.
 */
export const htx: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://api.hbdm.com/*',
  feed: 'complete',
  memory: 'record',
  sums: 'from-orders',

  async fetchInstruments(http) {
    const outcome = await http({
      url: `${API}/linear-swap-api/v1/swap_contract_info?business_type=swap`,
      schema: v.object({ data: v.array(v.unknown()) }),
    });
    if (!outcome.ok) return outcome;
    const live = parseRows(ContractSchema, outcome.value.data).filter((row) => row.contract_status === 1);
    return { ...outcome, value: live.flatMap(toInstrument) };
  },

  async fetchCoin(http, [{ symbol, coinId }], { fromMs, nowMs }) {
    const orders: KeyedOrder[] = [];
    for (let untilMs = nowMs; untilMs > fromMs; untilMs -= SPAN_MS) {
      const startMs = Math.max(fromMs, untilMs - SPAN_MS);
      let from: string | null = null;
      for (let page = 0; page < MOST_PAGES_OF_SPAN; page++) {
        const query = new URLSearchParams({
          contract_code: symbol,
          start_time: String(startMs),
          end_time: String(untilMs),
          limit: String(PAGE_ROWS),
          direct: 'prev',
          ...(from === null ? {} : { from }),
        });
        const outcome: HttpOutcome<v.InferOutput<typeof HtxOrdersSchema>> = await http({
          url: `${API}/v5/market/liquidation_orders?${query}`,
          schema: HtxOrdersSchema,
          findRefusal,
        });
        if (!outcome.ok) return outcome;
        const rows = outcome.value.data;
        orders.push(...parseHtxOrders(rows));
        const next = findLastId(rows);
        if (rows.length < PAGE_ROWS || next === null || next === from) break;
        from = next;
      }
    }
    const covered = [{ venueId: VENUE_ID, scope: coinId, fromMs, untilMs: nowMs }];
    return { ok: true, value: { ...EMPTY_BATCH, orders, covered }, receivedAtMs: nowMs };
  },
};

const IdSchema = v.object({ id: v.union([v.string(), v.number()]) });

const findLastId = (rows: readonly unknown[]): string | null => {
  const last = v.safeParse(IdSchema, rows.at(-1));
  return last.success ? String(last.output.id) : null;
};
