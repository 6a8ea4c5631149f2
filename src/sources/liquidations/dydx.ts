import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import { EMPTY_BATCH } from '../../domain/liquidations/log-batch.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { Amount, UnsignedDigits } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const API = 'https://indexer.dydx.trade/v4';
const VENUE_ID = 'dydx';
const MOST_ROWS = 1000;

const MarketSchema = v.object({
  ticker: v.string(),
  oraclePrice: v.nullish(Amount, null),
  status: v.string(),
});

const TimeText = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse));

const TradeSchema = v.object({
  id: v.string(),
  side: v.picklist(['BUY', 'SELL']),
  size: UnsignedDigits,
  price: UnsignedDigits,
  type: v.string(),
  createdAt: TimeText,
});

/** The liquidations among the trades of one market. Deleveraging closes the other, winning side: it does not count. */
export const parseDydxOrders = (trades: readonly unknown[], coinId: string): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(TradeSchema, trades).flatMap(({ id, side, size, price, type, createdAt }) =>
      type !== 'LIQUIDATED'
        ? []
        : {
            order: {
              venueId: VENUE_ID,
              coinId,
              side: side === 'SELL' ? 'long' : 'short',
              notionalUsd: toNotionalUsd(size, price),
              atMs: createdAt,
            },
            identity: [id],
          },
    ),
  );

const toInstrument = ({ ticker, oraclePrice, status }: v.InferOutput<typeof MarketSchema>): Instrument[] => {
  const coin = findBaseCoin(ticker.split('-')[0] ?? '');
  if (!coin || status !== 'ACTIVE') return [];
  return [{ symbol: ticker, ...coin, contractSize: 1, inverse: false, markPriceUsd: oraclePrice }];
};

/**
 * dYdX v4, trades of one market from its indexer, keyless, 1000 at most; those of type LIQUIDATED count. Units: coins,
 * USD = size x price. Side: the taker's, and the liquidation is the taker: SELL is a long. `createdAt` is ISO time.
 */
export const dydx: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: 'https://indexer.dydx.trade/*',
  feed: 'complete',
  memory: 'record',
  sums: 'from-orders',

  async fetchInstruments(http) {
    const outcome = await http({
      url: `${API}/perpetualMarkets`,
      schema: v.object({ markets: v.record(v.string(), v.unknown()) }),
    });
    if (!outcome.ok) return outcome;
    const markets = parseRows(MarketSchema, Object.values(outcome.value.markets));
    return { ...outcome, value: markets.flatMap(toInstrument) };
  },

  async fetchCoin(http, [{ symbol, coinId }], { fromMs, nowMs }) {
    const outcome = await http({
      url: `${API}/trades/perpetualMarket/${symbol}?limit=${MOST_ROWS}`,
      schema: v.object({ trades: v.array(v.unknown()) }),
    });
    if (!outcome.ok) return outcome;
    const { trades } = outcome.value;
    const times = parseRows(TradeSchema, trades).map(({ createdAt }) => createdAt);
    const coveredFromMs = trades.length < MOST_ROWS ? fromMs : Math.max(fromMs, Math.min(nowMs, ...times));
    const orders = parseDydxOrders(trades, coinId).filter(({ atMs }) => atMs >= fromMs);
    const covered = [{ venueId: VENUE_ID, scope: coinId, fromMs: coveredFromMs, untilMs: nowMs }];
    return { ...outcome, value: { ...EMPTY_BATCH, orders, covered } };
  },
};
