import * as v from 'valibot';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import {
  type IdentifiedOrder,
  type KeyedOrder,
  toKeyedOrders,
} from '../../domain/liquidations/keyed-order.ts';
import { toNotionalUsd } from '../../domain/liquidations/notional.ts';
import { TimeMs, UnsignedDigits } from '../decimal.ts';
import type { LiquidationVenue } from './liquidation-venue.ts';

const VENUE_ID = 'binance';

const FORCED_ORDERS = '!forceOrder@arr';
/** Speaks every three seconds whatever happens: silence of it is a dead or blocked socket, not a quiet market. */
const CONTROL = 'btcusdt@markPrice';

const OrderSchema = v.object({
  o: v.object({
    s: v.string(),
    S: v.picklist(['BUY', 'SELL']),
    X: v.string(),
    p: UnsignedDigits,
    ap: UnsignedDigits,
    z: UnsignedDigits,
    T: TimeMs,
  }),
});

/** A bare event, or one wrapped with the name of its stream. */
const EventSchema = v.object({ e: v.string() });
const WrappedSchema = v.object({ stream: v.string(), data: v.unknown() });

const QUOTES = ['USDT', 'USDC', 'FDUSD', 'BUSD', 'USD1'] as const;

interface Contract {
  readonly base: string;
  /** Dollars that one contract stands for, where sizes are counted in contracts (coin-margined); else null. */
  readonly contractUsd: number | null;
}

/**
 * The base of `BTCUSDT`, `BTCUSDT_260626`, `BTCUSD_PERP` and `BTCUSD_200925`. Coin-margined contracts stand for 100
 * dollars of Bitcoin and 10 of any other coin (`contractSize` of the venue's `exchangeInfo`).
 */
const findContract = (symbol: string): Contract | null => {
  const [pair = '', expiry] = symbol.split('_');
  const quote = QUOTES.find((known) => pair.endsWith(known));
  if (quote) return { base: pair.slice(0, -quote.length), contractUsd: null };
  if (expiry === undefined || !pair.endsWith('USD')) return null;
  const base = pair.slice(0, -'USD'.length);
  return { base, contractUsd: base === 'BTC' ? 100 : 10 };
};

const unwrap = (message: unknown): unknown => {
  const wrapped = v.safeParse(WrappedSchema, message);
  return wrapped.success ? wrapped.output.data : message;
};

const toOrder = (event: unknown): IdentifiedOrder[] => {
  const parsed = v.safeParse(OrderSchema, event);
  if (!parsed.success) return [];
  const { s, S, X, p, ap, z, T } = parsed.output.o;
  const contract = findContract(s);
  const coin = contract && findBaseCoin(contract.base);
  if (!contract || !coin || X !== 'FILLED') return [];
  const { contractUsd } = contract;
  const notionalUsd =
    contractUsd === null ? toNotionalUsd(z, Number(ap) > 0 ? ap : p) : toNotionalUsd(z, contractUsd);
  return [
    {
      order: {
        venueId: VENUE_ID,
        coinId: coin.coinId,
        side: S === 'SELL' ? 'long' : 'short',
        notionalUsd,
        atMs: T,
      },
      identity: [s, T, S, z, ap],
    },
  ];
};

/** The orders in messages of the stream. Every message carries one. */
export const parseBinanceOrders = (messages: readonly unknown[]): KeyedOrder[] =>
  toKeyedOrders(messages.flatMap((message) => toOrder(unwrap(message))));

/**
 * Binance, USD-margined futures, stream only: there is no record to ask. Of each symbol only the latest order of a second
 * is told: a floor, `sampled`. The address is the one of 2026-03: the old one without `/market` still connects and says
 * nothing since 2026-04-23, so that a control stream tells quiet from dead. Units: `z` is what was filled, in base coin
 * (contracts where coin-margined); USD = z x ap, ap the average fill (p, the limit, where there is none); only FILLED
 * counts. Side: `S` is the side of the order that closes: SELL is a long, BUY a short (recorded: a BUY with limit 35100.81
 * above its fill 34959.70). `T` in ms. 451 or silence in restricted countries.
 */
export const binance: LiquidationVenue = {
  venueId: VENUE_ID,
  origin: null,
  feed: 'sampled',
  memory: 'stream',
  sums: 'from-orders',

  stream: {
    url: `wss://fstream.binance.com/market/stream?streams=${FORCED_ORDERS}/${CONTROL}`,
    everyCoin: true,
    toSubscriptions: () => [],
    keepAlive: null,
    silentAfterMs: 20_000,

    parse(text) {
      const event = unwrap(JSON.parse(text));
      const orders = parseBinanceOrders([event]);
      if (orders.length > 0) return { kind: 'orders', orders };
      return { kind: v.is(EventSchema, event) ? 'alive' : 'refused' };
    },
  },
};
