import { listPerpetuals } from '../perpetuals.ts';
import { type Scenario, sumOrders } from '../scenario.ts';
import { ok, readInteger, type Venue, type VenueReply, type VenueRequest } from './venue.ts';

const HOUR_S = 3600;
/** Symbols of the two exchanges: Coinalyze writes them by no rule. */
const EXCHANGES = [
  { venueId: 'binance', code: 'A', suffix: 'USDT_PERP.A' },
  { venueId: 'bybit', code: '6', suffix: 'USDT.6' },
] as const;

const markets = EXCHANGES.flatMap(({ venueId, code, suffix }) =>
  listPerpetuals(venueId).map(({ base, coinId }) => ({ venueId, coinId, code, base, symbol: base + suffix })),
);

/** `api.coinalyze.net`, version 1: markets, and liquidations by hour, with a key. */
export const coinalyze: Venue = {
  host: 'api.coinalyze.net',
  answer(request, scenario) {
    if (!request.key) return { status: 401, body: { message: 'Invalid or missing API key' } };
    if (request.path === '/v1/future-markets') return ok(markets.map(toMarket));
    if (request.path === '/v1/liquidation-history') return answerHistory(request, scenario);
    return { status: 404, body: { message: 'Not Found' } };
  },
};

function toMarket({ symbol, code, base }: (typeof markets)[number]): object {
  return {
    symbol,
    exchange: code,
    symbol_on_exchange: `${base}USDT`,
    base_asset: base,
    quote_asset: 'USDT',
    expire_at: null,
    is_perpetual: true,
    margined: 'STABLE',
  };
}

function answerHistory({ query, nowMs }: VenueRequest, scenario: Scenario): VenueReply {
  const symbols = (query.get('symbols') ?? '').split(',');
  const from = readInteger(query, 'from', 0);
  const to = readInteger(query, 'to', 0);
  if (symbols.length > 20 || !from || !to || query.get('interval') !== '1hour') {
    return { status: 400, body: { message: 'Bad request' } };
  }
  const first = Math.ceil(from / HOUR_S) * HOUR_S;
  const hours = Array.from({ length: Math.floor((to - first) / HOUR_S) + 1 }, (_, at) => first + at * HOUR_S);
  return ok(
    symbols.flatMap((symbol) => {
      const market = markets.find((each) => each.symbol === symbol);
      if (!market) return [];
      const { venueId, coinId } = market;
      const history = hours.map((t) => {
        const untilMs = Math.min((t + HOUR_S) * 1000, nowMs);
        const { longUsd, shortUsd } = sumOrders(scenario.orders({ venueId, coinId }, t * 1000, untilMs));
        return { t, l: Math.round(longUsd * 100) / 100, s: Math.round(shortUsd * 100) / 100 };
      });
      return [{ symbol, history }];
    }),
  );
}
