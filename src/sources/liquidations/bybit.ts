import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { Amount, TimeMs, UnsignedDigits } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const VENUE_ID = 'bybit';
const TOPIC = 'allLiquidation.';

const RowSchema = v.object({
  T: TimeMs,
  s: v.string(),
  S: v.picklist(['Buy', 'Sell']),
  v: UnsignedDigits,
  p: UnsignedDigits,
});

const PushSchema = v.object({ topic: v.pipe(v.string(), v.startsWith(TOPIC)), data: v.array(v.unknown()) });
const ReplySchema = v.object({ success: v.boolean() });

const TickersSchema = v.object({ retCode: v.number(), result: v.object({ list: v.array(v.unknown()) }) });
const TickerSchema = v.object({ symbol: v.string(), markPrice: Amount });

/** The contract of `BTCUSDT`, `BTCPERP` (USDC) and dated `BTC-26JUN26`; inverse `BTCUSD` and dated `BTCUSDM26`. */
const findContract = (symbol: string): { readonly base: string; readonly inverse: boolean } | null => {
  const [name = '', expiry] = symbol.split('-');
  const linear = /^(.+?)(?:USDT|PERP|USDC)$/.exec(name);
  if (linear?.[1]) return { base: linear[1], inverse: false };
  const inverse = /^(.+?)USD(?:[HMUZ]\d\d)?$/.exec(name);
  if (inverse?.[1]) return { base: inverse[1], inverse: true };
  return expiry === undefined ? null : { base: name, inverse: false };
};

/** The orders in a push; rows of contracts that are no coin's are left out. */
export const parseBybitOrders = (rows: readonly unknown[]): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(RowSchema, rows).flatMap((row) => {
      const contract = findContract(row.s);
      const coin = contract && findBaseCoin(contract.base);
      if (!contract || !coin) return [];
      return {
        order: {
          venueId: VENUE_ID,
          coinId: coin.coinId,
          side: row.S === 'Buy' ? 'long' : 'short',
          notionalUsd: contract.inverse ? toNotionalUsd(row.v) : toNotionalUsd(row.v, row.p),
          atMs: row.T,
        },
        identity: [row.s, row.T, row.S, row.v, row.p],
      };
    }),
  );

/** The rows of a push of the stream, or null of another message. */
const findBybitRows = (message: unknown): readonly unknown[] | null => {
  const push = v.safeParse(PushSchema, message);
  return push.success ? push.output.data : null;
};

const toInstrument = ({ symbol, markPrice }: v.InferOutput<typeof TickerSchema>): Instrument[] => {
  const contract = findContract(symbol);
  const coin = contract && findBaseCoin(contract.base);
  if (!contract || !coin) return [];
  return [{ symbol, ...coin, contractSize: 1, inverse: contract.inverse, markPriceUsd: markPrice }];
};

/**
 * Bybit, linear contracts, stream only: there is no record to ask. `allLiquidation` tells every liquidation, half a
 * second late at most, one topic a symbol; topics of old told one a second. Units: `v` in base coin, `p` the bankruptcy
 * price, USD = v x p; inverse contracts are counted in dollars, USD = v. Side: `S` is the position's: Buy is a long, the
 * opposite of Binance (the documentation says so; 30 of 30 against the order book). `T` in ms. A ping every 20 s is
 * answered; 403 in some countries. The contracts come from `tickers`, with their mark prices.
 */
export const bybit: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://api.bybit.com/*',
  feed: 'complete',
  memory: 'stream',
  sums: 'from-orders',

  async fetchInstruments(http) {
    const outcome = await http({
      url: 'https://api.bybit.com/v5/market/tickers?category=linear',
      schema: TickersSchema,
      findRefusal: ({ retCode }) => (retCode === 0 ? null : 'refused'),
    });
    if (!outcome.ok) return outcome;
    return { ...outcome, value: parseRows(TickerSchema, outcome.value.result.list).flatMap(toInstrument) };
  },

  stream: {
    url: 'wss://stream.bybit.com/v5/public/linear',
    everyCoin: false,
    // One request a topic: a symbol that is no longer listed then costs only itself.
    toSubscriptions: (instruments) =>
      instruments.map(({ symbol }) =>
        JSON.stringify({ op: 'subscribe', args: [TOPIC + symbol], req_id: symbol }),
      ),
    keepAlive: JSON.stringify({ op: 'ping' }),
    silentAfterMs: 50_000,

    parse(text) {
      const message: unknown = JSON.parse(text);
      const rows = findBybitRows(message);
      if (rows) return { kind: 'orders', orders: parseBybitOrders(rows) };
      const reply = v.safeParse(ReplySchema, message);
      return { kind: reply.success && !reply.output.success ? 'refused' : 'alive' };
    },
  },
};
