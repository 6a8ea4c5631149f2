import * as v from 'valibot';
import { type Instrument, InstrumentSchema } from '../../domain/coins/instrument.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import type { Keys } from '../../domain/keys.ts';
import type { FeedKind } from '../../domain/liquidations/liquidation.ts';
import { MOST_USD } from '../../domain/liquidations/liquidation.ts';
import { EMPTY_BATCH, type LogBatch } from '../../domain/liquidations/log-batch.ts';
import { toCents } from '../../domain/liquidations/notional.ts';
import type { Tally } from '../../domain/liquidations/tally.ts';
import { HOUR_MS } from '../../domain/liquidations/tally.ts';
import type { VenueFeed } from '../../domain/liquidations/window.ts';
import { Amount, TimeInSeconds } from '../decimal.ts';
import type { Http, HttpOutcome } from '../http.ts';
import { parseRows } from '../parse-rows.ts';
import type { Asked } from './liquidation-venue.ts';

const API = 'https://api.coinalyze.net/v1';

/** An exchange whose hours Coinalyze tells, by the code at the end of its symbols (`BTCUSDT_PERP.A`, `BTCUSDT.6`). */
interface KeyedVenue extends VenueFeed {
  readonly code: string;
  /** The name under which the log keeps these hours, apart from what we heard of the exchange ourselves. */
  readonly logId: string;
}

const toKeyedVenue = (venueId: string, code: string, feed: FeedKind): KeyedVenue => ({
  venueId,
  code,
  logId: `coinalyze-${venueId}`,
  feed,
  memory: 'key',
  sums: 'published',
});

/** The exchanges that keep no record of their own that could be asked. Binance's figures are thinned here as well. */
export const keyedVenues: readonly KeyedVenue[] = [
  toKeyedVenue('bybit', '6', 'complete'),
  toKeyedVenue('binance', 'A', 'sampled'),
];

const MarketSchema = v.object({
  symbol: v.string(),
  exchange: v.string(),
  base_asset: v.string(),
  quote_asset: v.string(),
  is_perpetual: v.literal(true),
});

const HistorySchema = v.object({ symbol: v.string(), history: v.array(v.unknown()) });

const Dollars = v.pipe(Amount, v.maxValue(MOST_USD));
const HourSchema = v.object({ t: TimeInSeconds, l: Dollars, s: Dollars });

/** The perpetuals in USDT of the exchanges above, in the rows of `future-markets`. */
export const parseCoinalyzeMarkets = (rows: readonly unknown[]): Instrument[] =>
  parseRows(MarketSchema, rows).flatMap(({ symbol, exchange, base_asset, quote_asset }) => {
    const coin = findBaseCoin(base_asset);
    if (!coin || quote_asset !== 'USDT' || !keyedVenues.some(({ code }) => code === exchange)) return [];
    const instrument = { symbol, ...coin, contractSize: 1, inverse: false, markPriceUsd: null };
    return v.is(InstrumentSchema, instrument) ? [instrument] : [];
  });

/** The exchange of a symbol. */
const findKeyedVenue = (symbol: string): KeyedVenue | null =>
  keyedVenues.find(({ code }) => symbol.endsWith(`.${code}`)) ?? null;

/** The hours in the rows of `liquidation-history`. Symbols that were not asked for are left out. */
export const parseCoinalyzeHours = (rows: readonly unknown[], instruments: readonly Instrument[]): Tally[] =>
  parseRows(HistorySchema, rows).flatMap(({ symbol, history }) => {
    const venue = findKeyedVenue(symbol);
    const instrument = instruments.find((each) => each.symbol === symbol);
    if (!venue || !instrument) return [];
    return parseRows(HourSchema, history).map(({ t, l, s }) => ({
      venueId: venue.logId,
      startMs: t,
      coins: { [instrument.coinId]: { longCents: toCents(l), shortCents: toCents(s), largest: null } },
    }));
  });

const toCovered = (instruments: readonly Instrument[], hours: readonly Tally[], nowMs: number) =>
  instruments.flatMap(({ symbol, coinId }) => {
    const venue = findKeyedVenue(symbol);
    const own = hours.filter(({ venueId, coins }) => venueId === venue?.logId && coins[coinId]);
    // Without a row nothing is known of the coin: no row is not the same as nothing liquidated.
    if (!venue || own.length === 0) return [];
    const fromMs = Math.min(...own.map(({ startMs }) => startMs));
    return [{ venueId: venue.logId, scope: coinId, fromMs, untilMs: nowMs }];
  });

/** Most symbols that one call may name. Each of them counts as a call against the 40 a minute. */
export const COINALYZE_BATCH = 20;

/**
 * Coinalyze, with the reader's free key in the header `api_key` (401 without): what was liquidated by hour and side at
 * exchanges that keep no record of their own. `future-markets` names the symbols, which follow no rule of their own;
 * `liquidation-history` tells up to 20 of them a call as [{symbol, history: [{t, l, s}]}], `t` the hour's start in seconds,
 * `l` and `s` dollars of long and short positions closed (`convert_to_usd`). There are no single orders, so that no largest
 * one comes from here. Its Binance figures are those of Binance's thinned stream. 40 calls a minute, each symbol counts as
 * one; 429 with Retry-After. https://api.coinalyze.net/v1/doc/
 */
export const coinalyze = {
  id: 'coinalyze',
  origin: 'https://api.coinalyze.net/*',

  async fetchInstruments(http: Http): Promise<HttpOutcome<Instrument[]>> {
    const outcome = await http({ url: `${API}/future-markets`, schema: v.array(v.unknown()) });
    return outcome.ok ? { ...outcome, value: parseCoinalyzeMarkets(outcome.value) } : outcome;
  },

  async fetchHours(
    http: Http,
    instruments: readonly Instrument[],
    { fromMs, nowMs }: Asked,
  ): Promise<HttpOutcome<LogBatch>> {
    const query = new URLSearchParams({
      symbols: instruments.map(({ symbol }) => symbol).join(','),
      interval: '1hour',
      from: String(Math.floor(fromMs / HOUR_MS) * (HOUR_MS / 1000)),
      to: String(Math.floor(nowMs / 1000)),
      convert_to_usd: 'true',
    });
    const outcome = await http({
      url: `${API}/liquidation-history?${query}`,
      schema: v.array(v.unknown()),
    });
    if (!outcome.ok) return outcome;
    const published = parseCoinalyzeHours(outcome.value, instruments);
    return {
      ...outcome,
      value: { ...EMPTY_BATCH, published, covered: toCovered(instruments, published, nowMs) },
    };
  },
} as const;

/** The reader's own key, for Coinalyze's host alone. */
export const findCoinalyzeHeader = (
  host: string,
  { coinalyze: key }: Pick<Keys, 'coinalyze'>,
): Readonly<Record<string, string>> => (host === new URL(API).host && key !== '' ? { api_key: key } : {});
