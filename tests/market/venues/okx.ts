import { toPlainDecimal } from '../decimal.ts';
import type { ForcedOrder } from '../liquidation-tape.ts';
import { listPerpetuals, type Perpetual } from '../perpetuals.ts';
import { createRandom } from '../random.ts';
import type { Scenario } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const VENUE_ID = 'okx';
const DAY_MS = 86_400_000;
const PAGE_ROWS = 100;

const perpetualsByFamily = new Map(
  listPerpetuals(VENUE_ID).map((perpetual) => [`${perpetual.base}-USDT`, perpetual]),
);

/** A contract in dollars beside the linear ones: a client that reads "BTC" loosely mixes the two. */
const INVERSE_FAMILY = 'BTC-USD';

/** `www.okx.com`, public data, version 5. */
export const okx: Venue = {
  host: 'www.okx.com',
  answer(request, scenario) {
    switch (request.path) {
      case '/api/v5/public/liquidation-orders':
        return answerLiquidationOrders(request, scenario);
      case '/api/v5/public/instruments':
        return answerSwaps(request, () => [INVERSE_INSTRUMENT, ...listSwaps(toInstrument)]);
      case '/api/v5/public/open-interest':
        return answerSwaps(request, () => listSwaps((swap) => toOpenInterest(swap, scenario, request.nowMs)));
      case '/api/v5/public/funding-rate':
        return answerFundingRate(request);
      default:
        return refuse(404, '404', 'Not Found');
    }
  },
};

/**
 * Newest first, at most 24 hours back, `after` meaning strictly older than its time. The endpoint is not in
 * the current documentation; its rows are those of the recorded answer.
 */
function answerLiquidationOrders({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  if (query.get('instType') !== 'SWAP') return refuse(400, '51000', 'Parameter instType error');
  const family = query.get('instFamily') ?? query.get('uly');
  if (!family) return refuse(400, '50015', 'Either parameter uly or instFamily is required');
  const perpetual = perpetualsByFamily.get(family);
  if (!perpetual && family !== INVERSE_FAMILY) return refuse(400, '51000', 'Parameter instFamily error');
  const state = query.get('state') ?? 'filled';
  if (state !== 'filled' && state !== 'unfilled') return refuse(400, '51000', 'Parameter state error');
  const limit = readInteger(query, 'limit', PAGE_ROWS);
  const after = readInteger(query, 'after', nowMs);
  const before = readInteger(query, 'before', 0);
  if (limit === null || limit < 1 || after === null || before === null) {
    return refuse(400, '51000', 'Parameter limit error');
  }

  const fromMs = Math.max(nowMs - DAY_MS, before + 1);
  const orders =
    perpetual && state === 'filled'
      ? scenario.orders({ venueId: VENUE_ID, coinId: perpetual.coinId }, fromMs, Math.min(after, nowMs))
      : [];
  const details = orders.toReversed().slice(0, Math.min(limit, PAGE_ROWS)).map(toDetail);
  return succeed([
    {
      details,
      instFamily: family,
      instId: `${family}-SWAP`,
      instType: 'SWAP',
      totalLoss: '0',
      uly: family,
    },
  ]);
}

/** `posSide` is the position, `side` the order that closes it: a closed long is `long` and `sell`. */
function toDetail(order: ForcedOrder): object {
  return {
    bkLoss: '0',
    bkPx: toPlainDecimal(order.priceUsd),
    ccy: '',
    posSide: order.side,
    side: order.side === 'long' ? 'sell' : 'buy',
    sz: toPlainDecimal(order.units),
    time: order.atMs,
    ts: String(order.atMs),
  };
}

const INVERSE_INSTRUMENT = {
  ctMult: '1',
  ctType: 'inverse',
  ctVal: '100',
  ctValCcy: 'USD',
  instFamily: INVERSE_FAMILY,
  instId: `${INVERSE_FAMILY}-SWAP`,
  instType: 'SWAP',
  lotSz: '0.1',
  settleCcy: 'BTC',
  state: 'live',
  uly: INVERSE_FAMILY,
};

function toInstrument({ base, coinsPerUnit, unitStep }: Perpetual): object {
  return {
    ctMult: '1',
    ctType: 'linear',
    ctVal: toPlainDecimal(coinsPerUnit),
    ctValCcy: base,
    instFamily: `${base}-USDT`,
    instId: `${base}-USDT-SWAP`,
    instType: 'SWAP',
    lotSz: toPlainDecimal(unitStep),
    settleCcy: 'USDT',
    state: 'live',
    uly: `${base}-USDT`,
  };
}

function toOpenInterest(
  { base, coinId, coinsPerUnit }: Perpetual,
  scenario: Scenario,
  nowMs: number,
): object {
  const coin = scenario.coins.find(({ id }) => id === coinId);
  const coins = (coin?.supply ?? 0) * 0.0014;
  return {
    instId: `${base}-USDT-SWAP`,
    instType: 'SWAP',
    oi: String(coins / coinsPerUnit),
    oiCcy: String(coins),
    oiUsd: String(coins * scenario.priceUsd(coinId, nowMs)),
    ts: String(nowMs),
  };
}

/** One instrument, or `ANY` for all. */
function answerFundingRate({ query, nowMs }: VenueRequest): VenueReply {
  const instId = query.get('instId');
  if (!instId) return refuse(400, '50014', 'Parameter instId can not be empty');
  const rows = listSwaps((swap) => swap)
    .filter(({ base }) => instId === 'ANY' || instId === `${base}-USDT-SWAP`)
    .map((swap) => toFundingRate(swap, nowMs));
  return rows.length > 0 ? succeed(rows) : refuse(400, '51001', "Instrument ID doesn't exist");
}

function toFundingRate({ base, coinId }: Perpetual, nowMs: number): object {
  const periodMs = 8 * 3_600_000;
  const fundingTime = (Math.floor(nowMs / periodMs) + 1) * periodMs;
  const rate = createRandom('okx funding', coinId)() * 0.0001;
  return {
    formulaType: 'withRate',
    fundingRate: rate.toFixed(16),
    fundingTime: String(fundingTime),
    impactValue: '20000.0000000000000000',
    instId: `${base}-USDT-SWAP`,
    instType: 'SWAP',
    interestRate: '0.0001000000000000',
    maxFundingRate: '0.00375',
    method: 'current_period',
    minFundingRate: '-0.00375',
    nextFundingRate: '',
    nextFundingTime: String(fundingTime + periodMs),
    premium: '-0.0004036342508084',
    prevFundingTime: String(fundingTime - periodMs),
    settFundingRate: (rate * 0.98).toFixed(16),
    settState: 'settled',
    ts: String(nowMs),
  };
}

function answerSwaps({ query }: VenueRequest, list: () => readonly object[]): VenueReply {
  const type = query.get('instType');
  if (!type) return refuse(400, '50014', 'Parameter instType can not be empty');
  return succeed(type === 'SWAP' ? list() : []);
}

function listSwaps<Row>(toRow: (perpetual: Perpetual) => Row): readonly Row[] {
  return [...perpetualsByFamily.values()].map(toRow);
}

function succeed(data: readonly object[]): VenueReply {
  return ok({ code: '0', data, msg: '' });
}

function refuse(status: number, code: string, msg: string): VenueReply {
  return { status, body: { code, data: [], msg } };
}
