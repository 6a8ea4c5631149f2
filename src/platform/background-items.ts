import * as v from 'valibot';
import { CoinIdSchema } from '../domain/coins/coin.ts';
import { InstrumentSchema } from '../domain/coins/instrument.ts';
import { AbsenceSchema } from '../domain/market/absence.ts';
import { DerivativesSchema } from '../domain/market/derivatives.ts';
import { type HostWaits, HostWaitsSchema } from '../domain/market/host-wait.ts';
import { CurrencySchema } from '../domain/market/money.ts';
import { PriceAtSchema } from '../domain/market/price-at.ts';
import { QuoteSchema } from '../domain/market/quote.ts';
import { NO_REQUESTS, type RequestCounts, RequestCountsSchema } from '../domain/market/request-counts.ts';
import { type Cells, CellsSchema } from '../domain/sync/cells.ts';
import { storedItem } from './stored-item.ts';

/** What this machine knows of the changes of every machine, by the key of the value. */
export const replicasItem = storedItem<Record<string, Cells>>({
  key: 'mn-replicas',
  area: 'local',
  version: 1,
  schema: v.record(v.string(), CellsSchema),
  fallback: {},
});

const AnswerSchema = {
  /** When the source was last asked; 0 when never. */
  attemptedAtMs: v.number(),
  lastGoodAtMs: v.nullable(v.number()),
  failure: v.nullable(AbsenceSchema),
};

export const QuoteSnapshotSchema = v.object({
  ...AnswerSchema,
  quotes: v.record(CoinIdSchema, QuoteSchema),
  /** What the same source said before. */
  previous: v.record(CoinIdSchema, v.object({ priceUsd: v.number(), atMs: v.number() })),
  /** Coins that the source was asked for and does not have. */
  notListed: v.array(CoinIdSchema),
  /** The currency that the source was asked in. */
  currency: CurrencySchema,
});
export type QuoteSnapshot = v.InferOutput<typeof QuoteSnapshotSchema>;

export const NO_QUOTES: QuoteSnapshot = {
  attemptedAtMs: 0,
  lastGoodAtMs: null,
  failure: null,
  quotes: {},
  previous: {},
  notListed: [],
  currency: 'usd',
};

/** The last known quotes of CoinGecko's fixed set and the watch-list: what a popup shows in its first frame. */
export const quoteSnapshotItem = storedItem<QuoteSnapshot>({
  key: 'mn-quotes',
  area: 'session',
  version: 2,
  schema: QuoteSnapshotSchema,
  fallback: NO_QUOTES,
});

/** The last known quotes of coins outside both, asked for alone. */
export const otherQuoteSnapshotItem = storedItem<QuoteSnapshot>({
  key: 'mn-other-quotes',
  area: 'session',
  version: 1,
  schema: QuoteSnapshotSchema,
  fallback: NO_QUOTES,
});

export const TickerSnapshotSchema = v.object({
  ...QuoteSnapshotSchema.entries,
  /** When each coin was asked for last. */
  askedAtMs: v.record(CoinIdSchema, v.number()),
  /** Coins whose pair here was seen to have CoinGecko's price. */
  confirmed: v.array(CoinIdSchema),
});
export type TickerSnapshot = v.InferOutput<typeof TickerSnapshotSchema>;

/** The last known quotes of exchanges and of the spare, by source id. */
export const tickerSnapshotsItem = storedItem<Record<string, TickerSnapshot>>({
  key: 'mn-tickers',
  area: 'session',
  version: 1,
  schema: v.record(v.string(), TickerSnapshotSchema),
  fallback: {},
});

export const PairListSchema = v.object({
  ...AnswerSchema,
  symbols: v.array(v.string()),
  /** Symbols that turned out to mean another coin, and until when they are not used. */
  wrongUntilMs: v.record(v.string(), v.number()),
});
export type PairList = v.InferOutput<typeof PairListSchema>;

/** What each exchange trades, by source id. */
export const pairListsItem = storedItem<Record<string, PairList>>({
  key: 'mn-pairs',
  area: 'local',
  version: 1,
  schema: v.record(v.string(), PairListSchema),
  fallback: {},
});

export const RatesSchema = v.object({
  ...AnswerSchema,
  perUsd: v.record(v.string(), v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE))),
});
export type Rates = v.InferOutput<typeof RatesSchema>;

/** How much of each currency one US dollar was when last heard. */
export const ratesItem = storedItem<Rates>({
  key: 'mn-rates',
  area: 'local',
  version: 1,
  schema: RatesSchema,
  fallback: { attemptedAtMs: 0, lastGoodAtMs: null, failure: null, perUsd: {} },
});

/** By host: its time less ours when it last answered, in ms. */
export const hostClocksItem = storedItem<Record<string, number>>({
  key: 'mn-host-clocks',
  area: 'session',
  version: 1,
  schema: v.record(v.string(), v.number()),
  fallback: {},
});

/** Prices of the past by coin id and minute, the latest asked for last. They never change, so they are kept for good. */
export const pastPricesItem = storedItem<Record<string, v.InferOutput<typeof PriceAtSchema>>>({
  key: 'mn-past-prices',
  area: 'local',
  version: 1,
  schema: v.record(v.string(), PriceAtSchema),
  fallback: {},
});

export const VenueSnapshotSchema = v.object({
  ...AnswerSchema,
  instruments: v.array(InstrumentSchema),
  instrumentsAtMs: v.number(),
});
export type VenueSnapshot = v.InferOutput<typeof VenueSnapshotSchema>;

/** How asking each venue went, and its contracts, by venue id. */
export const venueSnapshotsItem = storedItem<Record<string, VenueSnapshot>>({
  key: 'mn-venues',
  area: 'session',
  version: 2,
  schema: v.record(v.string(), VenueSnapshotSchema),
  fallback: {},
});

const DerivativesSnapshotSchema = v.object({
  attemptedAtMs: v.number(),
  failure: v.nullable(AbsenceSchema),
  figures: v.array(DerivativesSchema),
});
export type DerivativesSnapshot = v.InferOutput<typeof DerivativesSnapshotSchema>;

/** The last known open interest and funding, by venue id. */
export const derivativesItem = storedItem<Record<string, DerivativesSnapshot>>({
  key: 'mn-derivatives',
  area: 'session',
  version: 1,
  schema: v.record(v.string(), DerivativesSnapshotSchema),
  fallback: {},
});

/** By coin id, with the time of the last question. */
const AskedSchema = v.record(CoinIdSchema, v.number());
export const DemandSchema = v.object({ named: AskedSchema, inView: AskedSchema });
export type DemandRecord = v.InferOutput<typeof DemandSchema>;

/** The coins that pages and popups named lately, and those of them that a reader could see. */
export const demandItem = storedItem<DemandRecord>({
  key: 'mn-demand',
  area: 'session',
  version: 2,
  schema: DemandSchema,
  fallback: { named: {}, inView: {} },
});

/** Hosts that failed lately and until when each is left alone. */
export const hostWaitsItem = storedItem<HostWaits>({
  key: 'mn-host-waits',
  area: 'session',
  version: 1,
  schema: HostWaitsSchema,
  fallback: {},
});

/** How often each host was asked in the last hour. */
export const requestCountsItem = storedItem<RequestCounts>({
  key: 'mn-request-counts',
  area: 'session',
  version: 1,
  schema: RequestCountsSchema,
  fallback: NO_REQUESTS,
});
