import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals } from '../perpetuals.ts';
import { hash32 } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const VENUE_ID = 'htx';
const SPAN_MS = 2 * 3_600_000;
const MAX_ROWS = 100;
/** Coins in a contract. */
const CONTRACT_COINS = 0.001;

const coinIdsByCode = new Map(listPerpetuals(VENUE_ID).map(({ base, coinId }) => [`${base}-USDT`, coinId]));

/** `api.hbdm.com`, USDT-margined swaps. */
export const htx: Venue = {
  host: 'api.hbdm.com',
  answer(request, scenario) {
    switch (request.path) {
      case '/linear-swap-api/v1/swap_contract_info':
        return ok({ status: 'ok', data: [...coinIdsByCode.keys()].map(toContract), ts: request.nowMs });
      case '/v5/market/liquidation_orders':
        return answerLiquidations(request, scenario);
      default:
        return { status: 404, body: { code: 404, message: 'Not Found' } };
    }
  },
};

/** Newest first, two hours at most, `from` the id after which to go on. */
function answerLiquidations({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const coinId = coinIdsByCode.get(query.get('contract_code') ?? '');
  if (!coinId) return ok({ code: 1014, message: 'The contract does not exist', ts: nowMs });
  const until = readInteger(query, 'end_time', nowMs) ?? nowMs;
  const from = readInteger(query, 'start_time', until - SPAN_MS) ?? 0;
  if (until - from > SPAN_MS) return ok({ code: 1030, message: 'The span is two hours', ts: nowMs });
  const rows = scenario
    .orders({ venueId: VENUE_ID, coinId }, from, Math.min(until, nowMs))
    .toReversed()
    .map(toRow);
  const start = rows.findIndex(({ id }) => id === query.get('from')) + 1;
  const limit = Math.min(MAX_ROWS, readInteger(query, 'limit', MAX_ROWS) ?? MAX_ROWS);
  return ok({ code: 200, message: 'Success', data: rows.slice(start, start + limit), ts: nowMs });
}

/** `amount` repeats the contracts, as the venue's own answers do: only `trade_turnover` is a size in dollars. */
function toRow(order: ForcedOrder): { readonly id: string } {
  const perpetual = listPerpetuals(VENUE_ID).find(({ coinId }) => coinId === order.coinId);
  const contracts = toPlainDecimal(Math.round(order.units / CONTRACT_COINS));
  return {
    id: `${order.atMs}${hash32(order.coinId, order.units, order.priceUsd)}`,
    ...{
      contract_code: `${perpetual?.base ?? ''}-USDT`,
      liquidation_time: String(order.atMs),
      side: order.side === 'long' ? 'sell' : 'buy',
      position_side: order.side,
      volume: contracts,
      amount: contracts,
      bankrupt_price: toPlainDecimal(toTick(order.priceUsd)),
      trade_turnover: toPlainDecimal(order.notionalUsd),
    },
  };
}

function toContract(contractCode: string): object {
  return {
    symbol: contractCode.split('-')[0],
    contract_code: contractCode,
    contract_size: CONTRACT_COINS,
    contract_status: 1,
    business_type: 'swap',
  };
}
