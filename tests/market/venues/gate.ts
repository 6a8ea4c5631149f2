import { toPlainDecimal, toTick } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals, type Perpetual } from '../perpetuals.ts';
import { createRandom } from '../random.ts';
import { type Scenario, sumOrders } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const VENUE_ID = 'gate';
const PREFIX = '/api/v4/futures/usdt';

/** Seconds of each bucket length that `contract_stats` knows. */
const INTERVALS_S: Readonly<Record<string, number>> = {
  '5m': 300,
  '15m': 900,
  '30m': 1800,
  '1h': 3600,
  '4h': 14_400,
  '1d': 86_400,
};

const perpetualsByName = new Map(listPerpetuals(VENUE_ID).map((perpetual) => [toName(perpetual), perpetual]));

/** `api.gateio.ws`, USDT-settled futures, version 4. */
export const gate: Venue = {
  host: 'api.gateio.ws',
  answer(request, scenario) {
    switch (request.path) {
      case `${PREFIX}/contracts`:
        return ok([
          ...[...perpetualsByName.values()].map((perpetual) =>
            toContract(perpetual, scenario, request.nowMs),
          ),
          STOCK_CONTRACT,
        ]);
      case `${PREFIX}/contract_stats`:
        return answerContractStats(request, scenario);
      case `${PREFIX}/liq_orders`:
        return answerLiquidationOrders(request, scenario);
      default:
        return { status: 404, body: { label: 'NOT_FOUND', message: 'Not Found' } };
    }
  },
};

function answerContractStats({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const name = query.get('contract');
  if (!name) return refuse('MISSING_REQUIRED_PARAM', 'Missing required parameter: contract');
  const perpetual = perpetualsByName.get(name);
  if (!perpetual) return refuse('CONTRACT_NOT_FOUND', `contract ${name} not found`);
  const interval = INTERVALS_S[query.get('interval') ?? '5m'];
  if (!interval) return refuse('INVALID_PARAM_VALUE', 'Invalid interval');
  const limit = readInteger(query, 'limit', 30);
  if (limit === null || limit < 1 || limit > 2000) return refuse('INVALID_PARAM_VALUE', 'Invalid limit');
  const newest = Math.floor(nowMs / 1000 / interval) * interval;
  const from = readInteger(query, 'from', newest - (limit - 1) * interval);
  if (from === null) return refuse('INVALID_PARAM_VALUE', 'Invalid from');

  const first = Math.ceil(from / interval) * interval;
  const count = Math.max(0, Math.min(limit, (newest - first) / interval + 1));
  return ok(
    Array.from({ length: count }, (_, index) =>
      toStatsRow(perpetual, scenario, first + index * interval, interval, nowMs),
    ),
  );
}

/** One bucket, named by its first second. `long_liq_*` counts the long positions that were closed. */
function toStatsRow(
  perpetual: Perpetual,
  scenario: Scenario,
  timeS: number,
  intervalS: number,
  nowMs: number,
): object {
  // The newest bucket is still being filled.
  const untilMs = Math.min((timeS + intervalS) * 1000, nowMs);
  const orders = scenario.orders({ venueId: VENUE_ID, coinId: perpetual.coinId }, timeS * 1000, untilMs);
  const { longUsd, shortUsd } = sumOrders(orders);
  const longSize = sumUnits(orders, 'long');
  const shortSize = sumUnits(orders, 'short');
  const markPrice = toTick(scenario.priceUsd(perpetual.coinId, untilMs));
  const openInterest = toOpenInterest(perpetual, scenario, untilMs) * 2;
  const random = createRandom('gate stats', perpetual.coinId, timeS);
  return {
    time: timeS,
    lsr_taker: 0.8 + random() * 0.8,
    lsr_account: 1.2 + random() * 0.5,
    long_liq_size: longSize,
    short_liq_size: shortSize,
    open_interest: openInterest,
    short_liq_usd: toSixDecimals(shortUsd),
    mark_price: markPrice,
    top_lsr_size: 0.95 + random() * 0.1,
    top_long_size: Math.round(openInterest * 0.045),
    top_short_size: Math.round(openInterest * 0.046),
    short_liq_amount: toSixDecimals(shortSize * perpetual.coinsPerUnit),
    long_liq_amount: toSixDecimals(longSize * perpetual.coinsPerUnit),
    short_liq_usd_new: toSixDecimals(shortUsd),
    long_liq_usd_new: toSixDecimals(longUsd),
    open_interest_usd: openInterest * perpetual.coinsPerUnit * markPrice,
    top_lsr_account: 0.5 + random() * 0.1,
    top_long_account: 47,
    top_short_account: 81,
    long_liq_usd: toSixDecimals(longUsd),
    long_taker_size: Math.round(openInterest * 0.002 * (1 + random())),
    short_taker_size: Math.round(openInterest * 0.002 * (1 + random())),
    long_users: 19_000 + Math.round(random() * 1000),
    short_users: 13_000 + Math.round(random() * 1000),
    last_funding_rate: toFundingRate(perpetual),
  };
}

const DEFAULT_ORDERS = 100;
const MAX_ORDERS = 1000;
const HOUR_S = 3600;

/** At most an hour, newest first. Without a contract, all contracts together. */
function answerLiquidationOrders({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const name = query.get('contract');
  const perpetual = name ? perpetualsByName.get(name) : undefined;
  if (name && !perpetual) return refuse('CONTRACT_NOT_FOUND', `contract ${name} not found`);
  const nowS = Math.floor(nowMs / 1000);
  const to = readInteger(query, 'to', nowS);
  if (to === null) return refuse('INVALID_PARAM_VALUE', 'Invalid to');
  const from = readInteger(query, 'from', to - HOUR_S);
  if (from === null) return refuse('INVALID_PARAM_VALUE', 'Invalid from');
  if (to - from > HOUR_S) return refuse('INVALID_PARAM_VALUE', 'range from/to must in 1 hour');
  const limit = readInteger(query, 'limit', DEFAULT_ORDERS);
  if (limit === null || limit < 1 || limit > MAX_ORDERS)
    return refuse('INVALID_PARAM_VALUE', 'Invalid limit');

  const filter = { venueId: VENUE_ID, ...(perpetual ? { coinId: perpetual.coinId } : {}) };
  const orders = scenario.orders(filter, from * 1000, Math.min((to + 1) * 1000, nowMs));
  return ok(orders.toReversed().slice(0, limit).map(toOrderRow));
}

/**
 * `size` is the position, so a closed long is positive; `order_size` is the order that closes it. The order
 * has a limit worse than the price it was filled at: lower for a sale, higher for a purchase.
 */
function toOrderRow(order: ForcedOrder): object {
  const perpetual = listPerpetuals(VENUE_ID).find(({ coinId }) => coinId === order.coinId);
  const sign = order.side === 'long' ? 1 : -1;
  return {
    contract: perpetual ? toName(perpetual) : '',
    left: '0',
    size: String(sign * order.units),
    order_size: String(-sign * order.units),
    fill_price: toPlainDecimal(order.priceUsd),
    order_price: toPlainDecimal(toTick(order.priceUsd * (1 - sign * 0.004))),
    time: Math.floor(order.atMs / 1000),
  };
}

/** A contract on something that is not a coin: a client must leave it out. */
const STOCK_CONTRACT = {
  name: 'ANDURIL_USDT',
  type: 'direct',
  quanto_multiplier: '0.01',
  enable_decimal: false,
  order_size_min: 1,
  mark_price: '124',
  index_price: '124',
  last_price: '124',
  funding_rate: '0',
  funding_rate_indicative: '0',
  funding_interval: 28_800,
  funding_next_apply: 1_789_171_200,
  position_size: 41_452,
  long_users: 29,
  short_users: 18,
  in_delisting: false,
  status: 'trading',
  contract_type: 'stocks',
};

function toContract(perpetual: Perpetual, scenario: Scenario, nowMs: number): object {
  const price = scenario.priceUsd(perpetual.coinId, nowMs);
  const eightHoursS = 28_800;
  return {
    name: toName(perpetual),
    type: 'direct',
    quanto_multiplier: toPlainDecimal(perpetual.coinsPerUnit),
    enable_decimal: false,
    order_size_min: perpetual.unitStep,
    mark_price: toPlainDecimal(toTick(price)),
    index_price: toPlainDecimal(toTick(price * 1.0002)),
    last_price: toPlainDecimal(toTick(price)),
    funding_rate: toFundingRate(perpetual),
    funding_rate_indicative: toFundingRate(perpetual),
    funding_interval: eightHoursS,
    funding_next_apply: (Math.floor(nowMs / 1000 / eightHoursS) + 1) * eightHoursS,
    position_size: toOpenInterest(perpetual, scenario, nowMs),
    long_users: 17_590,
    short_users: 11_841,
    in_delisting: false,
    status: 'trading',
    contract_type: '',
  };
}

/** Contracts open on one side: a small part of the coin's market value. */
function toOpenInterest(perpetual: Perpetual, scenario: Scenario, atMs: number): number {
  const coin = scenario.coins.find(({ id }) => id === perpetual.coinId);
  const part = 0.0016 * (1 + 0.02 * Math.sin(atMs / 7_200_000));
  return Math.round(((coin?.supply ?? 0) * part) / perpetual.coinsPerUnit);
}

function toFundingRate(perpetual: Perpetual): string {
  return (createRandom('gate funding', perpetual.coinId)() * 0.0001).toFixed(6);
}

function toName(perpetual: Perpetual): string {
  return `${perpetual.base}_USDT`;
}

function sumUnits(orders: readonly ForcedOrder[], side: ForcedOrder['side']): number {
  return orders.reduce((sum, order) => sum + (order.side === side ? order.units : 0), 0);
}

function refuse(label: string, message: string): VenueReply {
  return { status: 400, body: { label, message } };
}

function toSixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
