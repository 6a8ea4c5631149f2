import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { MOST_USD } from '../../domain/liquidations/liquidation.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toCents, toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { HOUR_MS, type Tally } from '../../domain/liquidations/tally.ts';
import { WINDOW_MS } from '../../domain/liquidations/window-length.ts';
import { Amount, Digits, TimeInSeconds, UnsignedDigits } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { FindInstrument, LiquidationVenue } from './liquidation-venue.ts';

const API = 'https://api.gateio.ws/api/v4/futures/usdt';
const VENUE_ID = 'gate';

const ContractSchema = v.object({
  name: v.string(),
  quanto_multiplier: Amount,
  mark_price: v.optional(v.nullable(Amount), null),
  contract_type: v.optional(v.string(), ''),
});

const HourSchema = v.object({
  time: TimeInSeconds,
  long_liq_usd: v.pipe(Amount, v.maxValue(MOST_USD)),
  short_liq_usd: v.pipe(Amount, v.maxValue(MOST_USD)),
});

const OrderSchema = v.object({
  contract: v.string(),
  time: TimeInSeconds,
  size: Digits,
  order_size: Digits,
  left: v.optional(Digits, '0'),
  fill_price: UnsignedDigits,
  order_price: UnsignedDigits,
});
type Order = v.InferOutput<typeof OrderSchema>;

/**
 * Gate lists shares and metals beside coins, some under the ticker of a coin: only plain contracts are coins. A
 * multiplier of 0 is Gate's mark of an inverse contract, which stands for one dollar.
 */
const toInstrument = (contract: v.InferOutput<typeof ContractSchema>): Instrument | null => {
  const [base = '', quote] = contract.name.split('_');
  const coin = findBaseCoin(base);
  const inverse = contract.quanto_multiplier === 0;
  if (!coin || quote !== (inverse ? 'USD' : 'USDT') || contract.contract_type !== '') return null;
  return {
    symbol: contract.name,
    ...coin,
    contractSize: inverse ? 1 : contract.quanto_multiplier,
    inverse,
    markPriceUsd: contract.mark_price,
  };
};

/** The contracts of coins in the answer of `contracts`. */
export const parseGateContracts = (rows: readonly unknown[]): Instrument[] =>
  parseRows(ContractSchema, rows).flatMap((contract) => toInstrument(contract) ?? []);

/** What was executed: the order without what is left of it, maybe a part of the position. Contracts may be fractions. */
const toExecuted = ({ order_size, left }: Order): number =>
  Number((Math.abs(Number(order_size)) - Math.abs(Number(left))).toPrecision(15));

/** Orders of `liq_orders` (REST); rows of contracts that are no coin's are left out. */
export const parseGateOrders = (rows: readonly unknown[], findInstrument: FindInstrument): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(OrderSchema, rows).flatMap((row) => {
      const instrument = findInstrument(row.contract);
      const executed = toExecuted(row);
      if (!instrument || executed <= 0 || Number(row.size) === 0) return [];
      const { coinId, contractSize, inverse } = instrument;
      return {
        order: {
          venueId: VENUE_ID,
          coinId,
          side: Number(row.size) > 0 ? 'long' : 'short',
          notionalUsd: toNotionalUsd(executed, contractSize, inverse ? 1 : row.fill_price),
          atMs: row.time,
        },
        identity: [row.contract, row.time, row.order_size, row.fill_price, row.order_price],
      };
    }),
  );

/** The sums of `contract_stats` of one coin by bucket. */
export const parseGateStats = (rows: readonly unknown[], coinId: string): Tally[] =>
  parseRows(HourSchema, rows).map(({ time, long_liq_usd, short_liq_usd }) => ({
    venueId: VENUE_ID,
    startMs: time,
    coins: {
      [coinId]: { longCents: toCents(long_liq_usd), shortCents: toCents(short_liq_usd), largest: null },
    },
  }));

const Rows = v.array(v.unknown());

/**
 * Gate, keyless, two endpoints. Totals come from `contract_stats`: hourly sums per contract, `time` the hour's start in
 * seconds, `long_liq_usd` and `short_liq_usd` in dollars at mark price (size x quanto_multiplier x mark_price, exact on
 * recorded rows); `long_liq_*` counts long positions closed by force (recorded shorts fall into times in which the mark
 * price rises). Single orders come from `liq_orders`, for the largest one only: an hour of all contracts, `time` in
 * seconds, size in contracts, USD = (|order_size| - |left|) x quanto_multiplier x fill_price. `size` is the position,
 * `order_size` the order that closes it, maybe a part. Side (REST): size > 0 is a long (40 of 40 recorded rows lie on the
 * right side of their limit price). Gate's stream is not read: there `size` is the order's, with the opposite sign, `price`
 * is the limit, and its rows do not share a key with these. Limit 200 requests in 10 s.
 */
export const gate: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://api.gateio.ws/*',
  feed: 'complete',
  memory: 'record',
  sums: 'published',

  async fetchInstruments(http) {
    const outcome = await http({ url: `${API}/contracts`, schema: Rows });
    return outcome.ok ? { ...outcome, value: parseGateContracts(outcome.value) } : outcome;
  },

  async fetchCoin(http, [{ symbol, coinId }], { nowMs }) {
    const query = new URLSearchParams({
      contract: symbol,
      interval: '1h',
      limit: String(WINDOW_MS / HOUR_MS + 1),
    });
    const outcome = await http({ url: `${API}/contract_stats?${query}`, schema: Rows });
    if (!outcome.ok) return outcome;
    const published = parseGateStats(outcome.value, coinId);
    const fromMs = Math.min(nowMs, ...published.map(({ startMs }) => startMs));
    const covered = [{ venueId: VENUE_ID, scope: coinId, fromMs, untilMs: nowMs }];
    return { ...outcome, value: { ...EMPTY_BATCH, published, covered } };
  },

  // Without a contract the newest hour of all contracts is answered; filtering by `from` and `to` is not reliable there.
  async fetchMarket(http, findInstrument) {
    const outcome = await http({ url: `${API}/liq_orders?limit=1000`, schema: Rows });
    if (!outcome.ok) return outcome;
    return { ...outcome, value: { ...EMPTY_BATCH, orders: parseGateOrders(outcome.value, findInstrument) } };
  },
};
