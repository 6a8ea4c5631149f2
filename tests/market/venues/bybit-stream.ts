import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals, type Perpetual } from '../perpetuals.ts';
import type { StreamSession, Venue } from './venue.ts';

const VENUE_ID = 'bybit';
const TOPIC = 'allLiquidation.';

const perpetualsBySymbol = new Map(
  listPerpetuals(VENUE_ID).map((perpetual) => [`${perpetual.base}USDT`, perpetual]),
);

/** `stream.bybit.com`: every forced order of the linear contracts that the client subscribes to. */
export const bybitStream: Venue = {
  host: 'stream.bybit.com',
  streams: [{ path: '/v5/public/linear', venueId: VENUE_ID, open: openPublicLinear }],
};

interface Command {
  readonly op?: string;
  readonly args?: readonly string[];
  readonly req_id?: string;
}

function openPublicLinear(): StreamSession {
  const subscribed = new Set<string>();
  return {
    receive(text) {
      const { op = '', args = [], req_id = '' } = JSON.parse(text) as Command;
      const reply = { success: true, ret_msg: '', conn_id: 'simulated', req_id, op };
      if (op === 'ping') return [{ ...reply, ret_msg: 'pong' }];
      const unknown = args.find((topic) => !perpetualsBySymbol.has(topic.slice(TOPIC.length)));
      if (unknown !== undefined) {
        return [{ ...reply, success: false, ret_msg: `error:handler not found,topic:${unknown}` }];
      }
      for (const topic of args) {
        if (op === 'subscribe') subscribed.add(topic);
        if (op === 'unsubscribe') subscribed.delete(topic);
      }
      return [reply];
    },
    push: (orders, nowMs) => [...subscribed].flatMap((topic) => toFrames(topic, orders, nowMs)),
  };
}

/** One frame with all the orders of a symbol since the last push, or none. */
function toFrames(topic: string, orders: readonly ForcedOrder[], nowMs: number): readonly object[] {
  const symbol = topic.slice(TOPIC.length);
  const perpetual = perpetualsBySymbol.get(symbol);
  const own = orders.filter(({ coinId }) => coinId === perpetual?.coinId);
  if (!perpetual || own.length === 0) return [];
  return [{ topic, type: 'snapshot', ts: nowMs, data: own.map((order) => toRow(symbol, perpetual, order)) }];
}

/** `S` is the side of the position, not of the order: a closed long is Buy. */
function toRow(symbol: string, perpetual: Perpetual, order: ForcedOrder): object {
  return {
    T: order.atMs,
    s: symbol,
    S: order.side === 'long' ? 'Buy' : 'Sell',
    v: toPlainDecimal(order.units),
    p: toPlainDecimal(toTick(order.priceUsd * perpetual.coinsPerUnit)),
  };
}
