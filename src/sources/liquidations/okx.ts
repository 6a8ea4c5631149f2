import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import type { LiquidationSide } from '../../domain/liquidations/liquidation.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import type { FailureCode } from '../../domain/market/absence.ts';
import { Amount, TimeMs, UnsignedDigits } from '../decimal.ts';
import type { Http, HttpOutcome } from '../http.ts';
import { parseRows } from '../parse-rows.ts';
import type { Asked, FindInstrument, LiquidationVenue } from './liquidation-venue.ts';

const API = 'https://www.okx.com/api/v5/public';
const VENUE_ID = 'okx';
const PAGE_ROWS = 100;

/** A busy day of one coin fills about twenty pages. What they do not reach is not covered, and the label says so. */
const MOST_PAGES = 24;

const ContractSchema = v.object({
  instId: v.string(),
  ctVal: Amount,
  ctMult: Amount,
  ctType: v.picklist(['linear', 'inverse']),
});

const OrderSchema = v.object({
  posSide: v.optional(v.string(), 'net'),
  side: v.picklist(['buy', 'sell']),
  sz: UnsignedDigits,
  bkPx: UnsignedDigits,
  ts: TimeMs,
});
type Order = v.InferOutput<typeof OrderSchema>;

const FamilySchema = v.object({ instId: v.string(), details: v.array(v.unknown()) });
/** REST answers carry a code, pushes of the stream none; their rows are the same. */
export const OkxOrdersSchema = v.object({ code: v.optional(v.string(), '0'), data: v.array(v.unknown()) });
export type OkxOrders = v.InferOutput<typeof OkxOrdersSchema>;

/** OKX answers with status 200 and a code: 50011 is its rate limit. */
export const findOkxRefusal = ({ code }: { code: string }): FailureCode | null => {
  if (code === '0') return null;
  return code === '50011' ? 'rate-limited' : 'refused';
};

const QUOTES = { linear: ['USDT', 'USDC'], inverse: ['USD'] } as const;

const toInstrument = ({
  instId,
  ctVal,
  ctMult,
  ctType,
}: v.InferOutput<typeof ContractSchema>): Instrument | null => {
  const [base = '', quote = ''] = instId.split('-');
  const coin = findBaseCoin(base);
  const contractSize = Number((ctVal * ctMult).toPrecision(15));
  if (!coin || !(QUOTES[ctType] as readonly string[]).includes(quote) || contractSize === 0) return null;
  return { symbol: instId, ...coin, contractSize, inverse: ctType === 'inverse', markPriceUsd: null };
};

/** The contracts of coins in the rows of `instruments`. */
export const parseOkxInstruments = (rows: readonly unknown[]): Instrument[] =>
  parseRows(ContractSchema, rows).flatMap((contract) => toInstrument(contract) ?? []);

/** In hedged mode the row names the position; in net mode only the order's side is left, and a sale closes a long. */
const toSide = ({ posSide, side }: Order): LiquidationSide => {
  if (posSide === 'long' || posSide === 'short') return posSide;
  return side === 'sell' ? 'long' : 'short';
};

/** The orders of an answer or a push; rows of contracts that are no coin's are left out. */
export const parseOkxOrders = ({ data }: OkxOrders, findInstrument: FindInstrument): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(FamilySchema, data).flatMap(({ instId, details }) => {
      const instrument = findInstrument(instId);
      if (!instrument) return [];
      const { coinId, contractSize, inverse } = instrument;
      return parseRows(OrderSchema, details).map((row) => ({
        order: {
          venueId: VENUE_ID,
          coinId,
          side: toSide(row),
          notionalUsd: toNotionalUsd(row.sz, contractSize, inverse ? 1 : row.bkPx),
          atMs: row.ts,
        },
        identity: [instId, row.ts, row.sz, row.bkPx, row.posSide],
      }));
    }),
  );

interface Back {
  readonly orders: readonly KeyedOrder[];
  /** How far back the pages reach. */
  readonly fromMs: number;
}

/** Pages back from now to the time asked for. */
const fetchBack = async (
  http: Http,
  instrument: Instrument,
  { fromMs, nowMs }: Asked,
): Promise<HttpOutcome<Back>> => {
  const orders = new Map<string, KeyedOrder>();
  let after: number | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({
      instType: 'SWAP',
      state: 'filled',
      instFamily: instrument.symbol.replace(/-SWAP$/, ''),
      limit: String(PAGE_ROWS),
      ...(after === null ? {} : { after: String(after) }),
    });
    const outcome: HttpOutcome<OkxOrders> = await http({
      url: `${API}/liquidation-orders?${query}`,
      schema: OkxOrdersSchema,
      findRefusal: findOkxRefusal,
    });
    if (!outcome.ok) return outcome;
    const found = parseOkxOrders(outcome.value, (symbol) =>
      symbol === instrument.symbol ? instrument : null,
    );
    for (const order of found) orders.set(order.key, order);
    const count = parseRows(FamilySchema, outcome.value.data).reduce(
      (sum, { details }) => sum + details.length,
      0,
    );
    const oldestMs = Math.min(...found.map(({ atMs }) => atMs));
    // A page of which nothing could be read leads nowhere: what it may hold is not covered.
    if (count >= PAGE_ROWS && found.length === 0) break;
    if (count < PAGE_ROWS || oldestMs < fromMs)
      return { ...outcome, value: { orders: [...orders.values()], fromMs } };
    // `after` means strictly older: one more, so that rows which share the page's last millisecond are not lost.
    after = after === oldestMs + 1 ? oldestMs : oldestMs + 1;
  }
  return { ok: true, value: { orders: [...orders.values()], fromMs: after ?? nowMs }, receivedAtMs: nowMs };
};

/**
 * OKX, single orders from `liquidation-orders`, keyless. The path is missing from OKX's present documentation and may
 * end without notice. OKX says of the same feed that it does not represent the total number of liquidations: `sampled`.
 * Units: `sz` is in contracts. Linear: sz x ctVal x ctMult x bkPx; inverse: sz x ctVal, without the price, because the
 * contract is in dollars. `bkPx` is the bankruptcy price. Side: `posSide` is the position's; in net mode a `sell` closes
 * a long (sell with long and buy with short in all of 120 recorded rows). `ts` in ms. Limit 40 requests in 2 s.
 */
export const okx: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://www.okx.com/*',
  feed: 'sampled',
  memory: 'record',
  sums: 'from-orders',

  async fetchInstruments(http) {
    const outcome = await http({
      url: `${API}/instruments?instType=SWAP`,
      schema: v.object({ code: v.string(), data: v.array(v.unknown()) }),
      findRefusal: findOkxRefusal,
    });
    return outcome.ok ? { ...outcome, value: parseOkxInstruments(outcome.value.data) } : outcome;
  },

  async fetchCoin(http, instruments, asked) {
    const orders: KeyedOrder[] = [];
    let { fromMs } = asked;
    for (const instrument of instruments) {
      const outcome = await fetchBack(http, instrument, asked);
      if (!outcome.ok) return outcome;
      orders.push(...outcome.value.orders);
      fromMs = Math.max(fromMs, outcome.value.fromMs);
    }
    const covered = [{ venueId: VENUE_ID, scope: instruments[0].coinId, fromMs, untilMs: asked.nowMs }];
    return { ok: true, value: { ...EMPTY_BATCH, orders, covered }, receivedAtMs: asked.nowMs };
  },
};
