import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals } from '../perpetuals.ts';
import { hash32 } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueRequest } from './venue.ts';

const VENUE_ID = 'dydx';
const TRADES = '/v4/trades/perpetualMarket/';
const DAY_MS = 86_400_000;

const coinIdsByTicker = new Map(listPerpetuals(VENUE_ID).map(({ base, coinId }) => [`${base}-USD`, coinId]));

/** `indexer.dydx.trade`, version 4. */
export const dydx: Venue = {
  host: 'indexer.dydx.trade',
  answer(request, scenario) {
    if (request.path === '/v4/perpetualMarkets') return ok({ markets: listMarkets(request, scenario) });
    const coinId = coinIdsByTicker.get(request.path.slice(TRADES.length));
    if (!request.path.startsWith(TRADES) || !coinId) {
      return { status: 404, body: { errors: [{ msg: 'No market' }] } };
    }
    const limit = readInteger(request.query, 'limit', 100) ?? 100;
    const orders = scenario.orders({ venueId: VENUE_ID, coinId }, request.nowMs - 2 * DAY_MS, request.nowMs);
    const trades = orders.toReversed().flatMap((order) => [toTrade(order), toOrdinaryTrade(order)]);
    return ok({ trades: trades.slice(0, limit) });
  },
};

function toTrade(order: ForcedOrder): object {
  return {
    id: hash32(order.coinId, order.atMs, order.units).toString(16).padStart(24, '0'),
    side: order.side === 'long' ? 'SELL' : 'BUY',
    size: toPlainDecimal(order.units),
    price: toPlainDecimal(toTick(order.priceUsd)),
    type: 'LIQUIDATED',
    createdAt: new Date(order.atMs).toISOString(),
    createdAtHeight: '105810227',
  };
}

/** Most trades are nobody's misfortune. */
function toOrdinaryTrade(order: ForcedOrder): object {
  return { ...toTrade(order), id: `f${hash32('limit', order.atMs, order.units)}`, type: 'LIMIT' };
}

function listMarkets({ nowMs }: VenueRequest, scenario: Scenario): object {
  return Object.fromEntries(
    [...coinIdsByTicker].map(([ticker, coinId]) => [
      ticker,
      {
        ticker,
        status: 'ACTIVE',
        oraclePrice: toPlainDecimal(toTick(scenario.priceUsd(coinId, nowMs))),
        openInterest: '812.5',
      },
    ]),
  );
}
