import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals } from '../perpetuals.ts';
import type { StreamSession, Venue } from './venue.ts';

const VENUE_ID = 'binance';

/** `fstream.binance.com`: forced orders of the USDT-margined futures, as a stream only. */
export const binanceStream: Venue = {
  host: 'fstream.binance.com',
  streams: [
    { path: '/market/ws/!forceOrder@arr', venueId: VENUE_ID, open: openForcedOrders },
    { path: '/market/stream', venueId: VENUE_ID, open: openCombined },
    // The address of old still connects, and says nothing.
    { path: '/ws/!forceOrder@arr', venueId: VENUE_ID, open: openSilence },
  ],
};

/** One frame for each order, but of each symbol only the latest in a second: the venue's own rule. */
function openForcedOrders(): StreamSession {
  const pushedSeconds = new Map<string, number>();
  return {
    receive: acknowledge,
    push(orders, nowMs) {
      const latest = new Map<string, ForcedOrder>();
      for (const order of orders) latest.set(`${order.coinId} ${toSecond(order)}`, order);
      return [...latest.values()]
        .filter((order) => pushedSeconds.get(order.coinId) !== toSecond(order))
        .map((order) => {
          pushedSeconds.set(order.coinId, toSecond(order));
          return toFrame(order, nowMs);
        });
    },
  };
}

const FORCED_ORDERS = '!forceOrder@arr';
const CONTROL = 'btcusdt@markPrice';
const CONTROL_EVERY_MS = 3000;

/** Several streams over one socket, each frame under the name of its stream; the mark price speaks in any case. */
function openCombined(): StreamSession {
  const forced = openForcedOrders();
  let spokenMs = Number.NEGATIVE_INFINITY;
  return {
    receive: forced.receive,
    push(orders, nowMs) {
      const frames = forced.push(orders, nowMs).map((data) => ({ stream: FORCED_ORDERS, data }));
      if (nowMs - spokenMs < CONTROL_EVERY_MS) return frames;
      spokenMs = nowMs;
      const data = { e: 'markPriceUpdate', E: nowMs, s: 'BTCUSDT', p: '93612.00000000', r: '0.00010000' };
      return [{ stream: CONTROL, data }, ...frames];
    },
  };
}

function openSilence(): StreamSession {
  return { receive: acknowledge, push: () => [] };
}

/** Answers a command such as SUBSCRIBE. */
function acknowledge(text: string): readonly unknown[] {
  const id = /"id"\s*:\s*(\d+)/.exec(text)?.[1];
  return id === undefined ? [] : [{ result: null, id: Number(id) }];
}

/** `S` is the side of the order that closes the position: a closed long is SELL. */
function toFrame(order: ForcedOrder, nowMs: number): object {
  const perpetual = listPerpetuals(VENUE_ID).find(({ coinId }) => coinId === order.coinId);
  const quantity = toPlainDecimal(order.units);
  const averagePrice = toTick(order.priceUsd * (perpetual?.coinsPerUnit ?? 1));
  const isSale = order.side === 'long';
  return {
    e: 'forceOrder',
    E: nowMs,
    o: {
      s: `${perpetual?.base ?? ''}USDT`,
      S: isSale ? 'SELL' : 'BUY',
      o: 'LIMIT',
      f: 'IOC',
      q: quantity,
      p: toPlainDecimal(toTick(averagePrice * (isSale ? 0.996 : 1.004))),
      ap: toPlainDecimal(averagePrice),
      X: 'FILLED',
      l: quantity,
      z: quantity,
      T: order.atMs,
    },
  };
}

function toSecond(order: ForcedOrder): number {
  return Math.floor(order.atMs / 1000);
}
