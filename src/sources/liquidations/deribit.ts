import * as v from 'valibot';
import type { Instrument } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import { type KeyedOrder, toKeyedOrders } from '../../domain/liquidations/keyed-order.ts';
import type { LiquidationSide } from '../../domain/liquidations/liquidation.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { TimeMs, UnsignedDigits } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const VENUE_ID = 'deribit';

const TradeSchema = v.object({
  trade_id: v.string(),
  instrument_name: v.string(),
  direction: v.picklist(['buy', 'sell']),
  liquidation: v.picklist(['T', 'M', 'MT']),
  amount: UnsignedDigits,
  price: UnsignedDigits,
  timestamp: TimeMs,
});
type Trade = v.InferOutput<typeof TradeSchema>;

const PushSchema = v.object({
  method: v.literal('subscription'),
  params: v.object({ channel: v.pipe(v.string(), v.startsWith('trades.')), data: v.array(v.unknown()) }),
});

/** `BTC-PERPETUAL` is counted in dollars, `SOL_USDC-PERPETUAL` in coins; options are no positions of this kind. */
const findContract = (name: string): { readonly base: string; readonly inverse: boolean } | null => {
  const [, base = '', linear] = /^([A-Z0-9]+)(_USD[CT])?-(?:PERPETUAL|\d{1,2}[A-Z]{3}\d\d)$/.exec(name) ?? [];
  return base === '' ? null : { base, inverse: linear === undefined };
};

const TAKER_SIDES = { sell: 'long', buy: 'short' } as const;
const MAKER_SIDES = { sell: 'short', buy: 'long' } as const;

/** `direction` is the taker's: where the maker was liquidated, the side is the other one; both may have been. */
const toSides = ({ liquidation, direction }: Trade): LiquidationSide[] => [
  ...(liquidation.includes('T') ? [TAKER_SIDES[direction]] : []),
  ...(liquidation.includes('M') ? [MAKER_SIDES[direction]] : []),
];

/** The liquidations among trades. */
export const parseDeribitOrders = (trades: readonly unknown[]): KeyedOrder[] =>
  toKeyedOrders(
    parseRows(TradeSchema, trades).flatMap((trade) => {
      const contract = findContract(trade.instrument_name);
      const coin = contract && findBaseCoin(contract.base);
      if (!contract || !coin) return [];
      const notionalUsd = contract.inverse
        ? toNotionalUsd(trade.amount)
        : toNotionalUsd(trade.amount, trade.price);
      return toSides(trade).map((side) => ({
        order: { venueId: VENUE_ID, coinId: coin.coinId, side, notionalUsd, atMs: trade.timestamp },
        identity: [trade.instrument_name, trade.trade_id, side],
      }));
    }),
  );

/** The trades of a push of the stream, or null of another message. */
export const findDeribitTrades = (message: unknown): readonly unknown[] | null => {
  const push = v.safeParse(PushSchema, message);
  return push.success ? push.output.params.data : null;
};

const INSTRUMENTS: readonly Instrument[] = ['BTC', 'ETH'].flatMap((base) => {
  const coin = findBaseCoin(base);
  return coin
    ? [{ symbol: `${base}-PERPETUAL`, ...coin, contractSize: 1, inverse: true, markPriceUsd: null }]
    : [];
});

/**
 * Deribit, the two large perpetuals, stream only: liquidations are marked among the trades. Units: `amount` in dollars on
 * inverse contracts, in coins on `_USDC` ones (USD = amount x price). Side: `direction` is the taker's; `liquidation` says
 * who was liquidated: T the taker (sell is a long), M the maker (buy is a long), MT both. `timestamp` in ms.
 */
export const deribit: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: null,
  feed: 'complete',
  memory: 'stream',
  sums: 'from-orders',

  fetchInstruments: async () => ({ ok: true, value: [...INSTRUMENTS], receivedAtMs: 0 }),

  stream: {
    url: 'wss://www.deribit.com/ws/api/v2',
    everyCoin: false,
    toSubscriptions: (instruments) =>
      instruments.map(({ symbol }, id) =>
        JSON.stringify({
          jsonrpc: '2.0',
          id: id + 1,
          method: 'public/subscribe',
          params: { channels: [`trades.${symbol}.100ms`] },
        }),
      ),
    keepAlive: JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'public/test' }),
    silentAfterMs: 50_000,

    parse(text) {
      const message: unknown = JSON.parse(text);
      const trades = findDeribitTrades(message);
      if (trades) return { kind: 'orders', orders: parseDeribitOrders(trades) };
      return { kind: v.is(v.object({ error: v.unknown() }), message) ? 'refused' : 'alive' };
    },
  },
};
