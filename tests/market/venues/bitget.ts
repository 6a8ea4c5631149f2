import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals } from '../perpetuals.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const VENUE_ID = 'bitget';
const DEPTH_MS = 3 * 86_400_000;
const MAX_ROWS = 100;

/** `api.bitget.com`, USDT futures. */
export const bitget: Venue = {
  host: 'api.bitget.com',
  answer(request, scenario) {
    switch (request.path) {
      case '/api/v2/mix/market/contracts':
        return succeed(listPerpetuals(VENUE_ID).map(toContract), request.nowMs);
      case '/api/v3/market/liquidations':
        return answerLiquidations(request, scenario);
      default:
        return { status: 404, body: { code: '40404', msg: 'Request URL NOT FOUND' } };
    }
  },
};

/** Newest first, all symbols; the cursor counts rows back from the oldest, which stay where they are. */
function answerLiquidations({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const orders = scenario.orders({ venueId: VENUE_ID }, nowMs - DEPTH_MS, nowMs);
  const limit = Math.min(MAX_ROWS, readInteger(query, 'limit', MAX_ROWS) ?? MAX_ROWS);
  const end = readInteger(query, 'cursor', orders.length) ?? orders.length;
  const start = Math.max(0, end - limit);
  const list = orders.slice(start, end).toReversed().map(toRow);
  return succeed({ list, cursor: start > 0 ? String(start) : null }, nowMs);
}

/** `side` is the position's: buy is a long. `amount` is in dollars. */
function toRow(order: ForcedOrder): object {
  const perpetual = listPerpetuals(VENUE_ID).find(({ coinId }) => coinId === order.coinId);
  return {
    symbol: `${perpetual?.base ?? ''}USDT`,
    side: order.side === 'long' ? 'buy' : 'sell',
    price: toPlainDecimal(toTick(order.priceUsd)),
    amount: toPlainDecimal(order.notionalUsd),
    ts: String(order.atMs),
  };
}

function toContract({ base, unitStep }: { readonly base: string; readonly unitStep: number }): object {
  return {
    symbol: `${base}USDT`,
    baseCoin: base,
    quoteCoin: 'USDT',
    sizeMultiplier: toPlainDecimal(unitStep),
    symbolType: 'perpetual',
    symbolStatus: 'normal',
  };
}

function succeed(data: unknown, nowMs: number): VenueReply {
  return ok({ code: '00000', msg: 'success', requestTime: nowMs, data });
}
