import * as v from 'valibot';
import { findCoinIdOfBase, type Instrument } from '../../domain/coins/instrument.ts';
import type {
  Liquidation,
  LiquidationSide,
  LiquidationTotal,
} from '../../domain/liquidations/liquidation.ts';
import { WINDOW_MS } from '../../domain/liquidations/window.ts';
import type { FailureCode } from '../../domain/market/absence.ts';
import { Amount } from '../decimal.ts';
import type { Http, HttpOutcome } from '../http.ts';
import type { LiquidationSource } from './liquidation-source.ts';

const API = 'https://www.okx.com/api/v5/public';
const PAGE_ROWS = 100;

/** A busy day of one coin fills about twenty pages; five tell enough, and `fromMs` says how far back they reach. */
const MOST_PAGES = 5;

const CodeSchema = v.object({ code: v.string() });

const ContractSchema = v.object({
  instId: v.string(),
  ctVal: Amount,
  ctMult: Amount,
  ctType: v.picklist(['linear', 'inverse']),
});

const OrderSchema = v.object({
  posSide: v.string(),
  side: v.picklist(['buy', 'sell']),
  sz: Amount,
  bkPx: Amount,
  ts: Amount,
});
type Order = v.InferOutput<typeof OrderSchema>;

const OrdersSchema = v.object({
  ...CodeSchema.entries,
  data: v.array(v.object({ instId: v.string(), details: v.array(OrderSchema) })),
});

/** OKX answers with status 200 and a code: 50011 is its rate limit. */
const findRefusal = ({ code }: { code: string }): FailureCode | null => {
  if (code === '0') return null;
  return code === '50011' ? 'rate-limited' : 'refused';
};

const toInstrument = (contract: v.InferOutput<typeof ContractSchema>): Instrument | null => {
  const [base = '', quote, kind] = contract.instId.split('-');
  const coinId = findCoinIdOfBase(base);
  const contractSize = contract.ctVal * contract.ctMult;
  const inverse = contract.ctType === 'inverse';
  if (!coinId || kind !== 'SWAP' || quote !== (inverse ? 'USD' : 'USDT') || contractSize === 0) return null;
  return { symbol: contract.instId, coinId, contractSize, inverse };
};

/** In hedged mode the row names the position; in net mode only the order's side is left, and a sale closes a long. */
const toSide = ({ posSide, side }: Order): LiquidationSide => {
  if (posSide === 'long' || posSide === 'short') return posSide;
  return side === 'sell' ? 'long' : 'short';
};

const toLiquidation = (order: Order, { coinId, contractSize, inverse }: Instrument): Liquidation => ({
  venueId: 'okx',
  coinId,
  side: toSide(order),
  notionalUsd: order.sz * contractSize * (inverse ? 1 : order.bkPx),
  atMs: order.ts,
});

interface Page {
  readonly orders: readonly Liquidation[];
  readonly oldestMs: number | null;
  readonly full: boolean;
}

const fetchPage = async (
  http: Http,
  instrument: Instrument,
  afterMs: number | null,
): Promise<HttpOutcome<Page>> => {
  const query = new URLSearchParams({
    instType: 'SWAP',
    state: 'filled',
    instFamily: instrument.symbol.replace(/-SWAP$/, ''),
    limit: String(PAGE_ROWS),
    ...(afterMs === null ? {} : { after: String(afterMs) }),
  });
  const outcome = await http({
    url: `${API}/liquidation-orders?${query}`,
    schema: OrdersSchema,
    findRefusal,
  });
  if (!outcome.ok) return outcome;
  const rows = outcome.value.data
    .filter((family) => family.instId === instrument.symbol)
    .flatMap((f) => f.details);
  const times = rows.map((row) => row.ts);
  return {
    ...outcome,
    value: {
      orders: rows.map((row) => toLiquidation(row, instrument)),
      oldestMs: times.length > 0 ? Math.min(...times) : null,
      full: rows.length >= PAGE_ROWS,
    },
  };
};

/** The instrument's orders of the window, newest page first, and the time back to which they are complete. */
const fetchOrders = async (
  http: Http,
  instrument: Instrument,
  nowMs: number,
): Promise<HttpOutcome<{ orders: Liquidation[]; fromMs: number }>> => {
  const startMs = nowMs - WINDOW_MS;
  const orders: Liquidation[] = [];
  let afterMs: number | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const outcome: HttpOutcome<Page> = await fetchPage(http, instrument, afterMs);
    if (!outcome.ok) return outcome;
    orders.push(...outcome.value.orders);
    const { oldestMs, full } = outcome.value;
    if (!full || oldestMs === null || oldestMs < startMs) {
      const inWindow = orders.filter((order) => order.atMs >= startMs);
      return { ...outcome, value: { orders: inWindow, fromMs: startMs } };
    }
    afterMs = oldestMs;
  }
  return { ok: true, value: { orders, fromMs: afterMs ?? nowMs }, receivedAtMs: nowMs };
};

const sumOf = (orders: readonly Liquidation[], side: LiquidationSide): number =>
  orders.reduce((sum, order) => (order.side === side ? sum + order.notionalUsd : sum), 0);

const findLargest = (orders: readonly Liquidation[]): Liquidation | null =>
  orders.reduce<Liquidation | null>(
    (top, order) => (top && top.notionalUsd >= order.notionalUsd ? top : order),
    null,
  );

/**
 * OKX, single orders from `liquidation-orders`, keyless. The path is missing from OKX's present documentation and may
 * end without notice. OKX says of the same feed that it does not represent the total number of liquidations: `sampled`.
 * Units: `sz` is in contracts. Linear: sz x ctVal x ctMult x bkPx; inverse: sz x ctVal, without the price, because the
 * contract is in dollars. `bkPx` is the bankruptcy price. Side: `posSide` is the position's; in net mode a `sell` closes
 * a long (sell with long and buy with short in all of 120 recorded rows). `ts` in ms. Limit 40 requests in 2 s.
 */
export const okx: LiquidationSource = {
  venueId: 'okx',
  origin: 'https://www.okx.com/*',

  async fetchInstruments(http) {
    const outcome = await http({
      url: `${API}/instruments?instType=SWAP`,
      schema: v.object({ ...CodeSchema.entries, data: v.array(v.unknown()) }),
      findRefusal,
    });
    if (!outcome.ok) return outcome;
    const instruments = outcome.value.data.flatMap((row) => {
      const contract = v.safeParse(ContractSchema, row);
      return (contract.success && toInstrument(contract.output)) || [];
    });
    return { ...outcome, value: instruments };
  },

  async fetchTotal(http, instruments, nowMs) {
    const orders: Liquidation[] = [];
    let fromMs = nowMs - WINDOW_MS;
    for (const instrument of instruments) {
      const outcome = await fetchOrders(http, instrument, nowMs);
      if (!outcome.ok) return outcome;
      orders.push(...outcome.value.orders);
      fromMs = Math.max(fromMs, outcome.value.fromMs);
    }
    const total: LiquidationTotal = {
      venueId: 'okx',
      coinId: instruments[0].coinId,
      longUsd: sumOf(orders, 'long'),
      shortUsd: sumOf(orders, 'short'),
      largest: findLargest(orders),
      fromMs,
      untilMs: nowMs,
      coverage: 'sampled',
      receivedAtMs: nowMs,
    };
    return { ok: true, value: total, receivedAtMs: nowMs };
  },
};
