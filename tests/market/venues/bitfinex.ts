import { toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals } from '../perpetuals.ts';
import { hash32 } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const VENUE_ID = 'bitfinex';
const MAX_ROWS = 500;
const MS_BEFORE_MATCH = 9;

/** `api-pub.bitfinex.com`, public data, version 2. */
export const bitfinex: Venue = {
  host: 'api-pub.bitfinex.com',
  answer(request, scenario) {
    return request.path === '/v2/liquidations/hist'
      ? answerLiquidations(request, scenario)
      : { status: 404, body: ['error', 10_020, 'not found'] };
  },
};

/** Newest first; each liquidation is told when it is triggered and when it is executed. */
function answerLiquidations({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const from = readInteger(query, 'start', 0) ?? 0;
  const until = readInteger(query, 'end', nowMs) ?? nowMs;
  const limit = Math.min(MAX_ROWS, readInteger(query, 'limit', 125) ?? 125);
  const orders = scenario.orders({ venueId: VENUE_ID }, Math.max(from, nowMs - 86_400_000 * 4), until);
  const rows = orders.toReversed().flatMap((order) => [toRow(order, true), toRow(order, false)]);
  return ok(rows.slice(0, limit).map((row) => [row]));
}

/** A positive amount is a long. A trigger has no price yet. */
function toRow(order: ForcedOrder, isMatch: boolean): readonly unknown[] {
  const perpetual = listPerpetuals(VENUE_ID).find(({ coinId }) => coinId === order.coinId);
  const sign = order.side === 'long' ? 1 : -1;
  return [
    'pos',
    hash32(order.coinId, order.atMs, order.units) % 200_000_000,
    order.atMs - (isMatch ? 0 : MS_BEFORE_MATCH),
    null,
    `t${perpetual?.base ?? ''}F0:USTF0`,
    sign * order.units,
    toTick(order.priceUsd * (1 + sign * 0.06)),
    null,
    isMatch ? 1 : 0,
    1,
    null,
    isMatch ? toTick(order.priceUsd) : null,
  ];
}
