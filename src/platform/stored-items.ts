import * as v from 'valibot';
import { CoinIdSchema } from '../domain/coins/coin.ts';
import { InstrumentSchema } from '../domain/coins/instrument.ts';
import { LiquidationTotalSchema } from '../domain/liquidations/liquidation.ts';
import { AbsenceSchema } from '../domain/market/absence.ts';
import { type HostWaits, HostWaitsSchema } from '../domain/market/host-wait.ts';
import { QuoteSchema } from '../domain/market/quote.ts';
import { DEFAULT_WATCH_LIST, WatchListSchema } from '../domain/settings.ts';
import { storedItem } from './stored-item.ts';

/** The coins the reader follows. The only value here that the reader wrote; the others can be lost without harm. */
export const watchListItem = storedItem({
  key: 'mn-watch-list',
  area: 'sync',
  version: 1,
  schema: WatchListSchema,
  fallback: DEFAULT_WATCH_LIST,
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
  /** Coins that the last good answer was asked for and did not hold. */
  notListed: v.array(CoinIdSchema),
});
export type QuoteSnapshot = v.InferOutput<typeof QuoteSnapshotSchema>;

/** The last known quotes: what a popup shows in its first frame. */
export const quoteSnapshotItem = storedItem<QuoteSnapshot>({
  key: 'mn-quotes',
  area: 'session',
  version: 1,
  schema: QuoteSnapshotSchema,
  fallback: { attemptedAtMs: 0, lastGoodAtMs: null, failure: null, quotes: {}, notListed: [] },
});

export const VenueSnapshotSchema = v.object({
  ...AnswerSchema,
  totals: v.record(CoinIdSchema, LiquidationTotalSchema),
  instruments: v.array(InstrumentSchema),
  instrumentsAtMs: v.number(),
});
export type VenueSnapshot = v.InferOutput<typeof VenueSnapshotSchema>;

/** The last known liquidation totals and perpetuals, by venue id. */
export const venueSnapshotsItem = storedItem<Record<string, VenueSnapshot>>({
  key: 'mn-venues',
  area: 'session',
  version: 1,
  schema: v.record(v.string(), VenueSnapshotSchema),
  fallback: {},
});

/** The coins that pages and popups asked for lately, with the time of the last question. */
export const demandItem = storedItem<Record<string, number>>({
  key: 'mn-demand',
  area: 'session',
  version: 1,
  schema: v.record(CoinIdSchema, v.number()),
  fallback: {},
});

/** Hosts that failed lately and until when each is left alone. */
export const hostWaitsItem = storedItem<HostWaits>({
  key: 'mn-host-waits',
  area: 'session',
  version: 1,
  schema: HostWaitsSchema,
  fallback: {},
});
