import * as v from 'valibot';
import { CoinIdSchema } from '../domain/coins/coin.ts';
import { LANGUAGES } from '../domain/languages.ts';
import { LiquidationTotalSchema } from '../domain/liquidations/liquidation.ts';
import { LiquidationTableSchema } from '../domain/liquidations/table.ts';
import { LiquidationSumSchema } from '../domain/liquidations/window.ts';
import { WINDOWS_MS } from '../domain/liquidations/window-length.ts';
import { AbsenceSchema } from '../domain/market/absence.ts';
import { BreadthSchema } from '../domain/market/breadth.ts';
import { DerivativesSchema } from '../domain/market/derivatives.ts';
import { MoneySchema } from '../domain/market/money.ts';
import { PriceAtSchema } from '../domain/market/price-at.ts';
import { QuoteSchema } from '../domain/market/quote.ts';
import { SetAsideSchema } from '../domain/market/set-aside.ts';
import { SourceStateSchema } from '../domain/market/source-state.ts';

const VenueIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,64}$/));

/** A coin's quote, or why there is none. */
export const CoinReadingSchema = v.object({
  coinId: CoinIdSchema,
  quote: v.nullable(QuoteSchema),
  absence: v.nullable(AbsenceSchema),
  /** The ticker of a coin without a quote that would tell it, where our own table has one. */
  symbol: v.optional(v.string()),
  /** Sources that said something else and are not believed. */
  setAside: v.optional(v.array(SetAsideSchema)),
});
export type CoinReading = v.InferOutput<typeof CoinReadingSchema>;

/**
 * What was seen at a venue in 24 hours, and why there is nothing newer or nothing at all. `sum`: over all of its coins, null
 * when nothing is known. `totals`: of the coins asked for, and of those with most where the venue was asked for.
 */
export const VenueReadingSchema = v.object({
  venueId: VenueIdSchema,
  sum: v.nullable(LiquidationSumSchema),
  totals: v.array(LiquidationTotalSchema),
  absence: v.nullable(AbsenceSchema),
});
export type VenueReading = v.InferOutput<typeof VenueReadingSchema>;

const LiquidationDayRecordSchema = v.object({ coinId: CoinIdSchema, sinceMs: v.number() });
/** The day since which no 24 hours of a coin had more, on the venues that were covered all the time. */
export type LiquidationDayRecord = v.InferOutput<typeof LiquidationDayRecordSchema>;

export const MarketSchema = v.object({
  coins: v.array(CoinReadingSchema),
  /** One entry for every venue that was asked for, and one for every venue whose liquidations are read. */
  venues: v.array(VenueReadingSchema),
  liquidationRecords: v.array(LiquidationDayRecordSchema),
  /** Open interest and funding of the coins that were asked for. */
  derivatives: v.array(DerivativesSchema),
  sources: v.array(SourceStateSchema),
  /** `memory`: the disk refuses the log of liquidations, and what is logged goes with the background. */
  liquidationLog: v.picklist(['disk', 'memory']),
  /** How many of the hundred largest coins are up; null before the first answer. */
  breadth: v.optional(v.nullable(BreadthSchema)),
  /** The ten largest coins, for a strip that has nothing else to show. */
  topCoinIds: v.array(CoinIdSchema),
  /** What prices are shown in; US dollars when left out. */
  money: v.optional(MoneySchema),
  /** What this machine's clock is behind the true time, in ms: all times above are true ones. */
  clockSkewMs: v.optional(v.number()),
});
/** What is known of the market now; older figures included, each with its own time. */
export type Market = v.InferOutput<typeof MarketSchema>;

/** What a coin cost in a minute of the past, or why that is not known. */
export const PastReadingSchema = v.object({
  price: v.nullable(PriceAtSchema),
  absence: v.nullable(AbsenceSchema),
});
export type PastReading = v.InferOutput<typeof PastReadingSchema>;

export const NoteSchema = v.object({
  id: v.string(),
  kind: v.picklist(['coin', 'venue']),
  surface: v.string(),
  form: v.string(),
});

/** One underlined mention, as the page's session tells of it. */
export type Note = v.InferOutput<typeof NoteSchema>;

/** What Margin Notes has put on a page. */
export const PageNotesSchema = v.object({
  notes: v.array(NoteSchema),
  tickersReplaced: v.number(),
});
export type PageNotes = v.InferOutput<typeof PageNotesSchema>;

/** A coin of the embedded table, which only the background carries. */
const CoinSchema = v.object({ id: CoinIdSchema, symbol: v.string(), name: v.string(), rank: v.number() });

/** Every text of one language by its name, with `$1`, `$2` … where something is to be put in. */
const TextsSchema = v.object({
  language: v.picklist(LANGUAGES),
  texts: v.record(v.string(), v.string()),
});
export type Texts = v.InferOutput<typeof TextsSchema>;

/**
 * Every message: what it asks, what it answers, who may send it. `page` is our content script in a web page,
 * `extension` a page of our own such as the popup.
 */
export const protocol = {
  /**
   * To the background: what is known of these coins and venues. Answered at once; a refresh may follow behind. Exchanges are
   * asked for prices of `inViewIds` only: the coins that the reader can see now. A coin outside the fixed set is asked for
   * nowhere before it is in view.
   */
  readMarket: {
    request: v.object({
      coinIds: v.pipe(v.array(CoinIdSchema), v.maxLength(400)),
      inViewIds: v.pipe(v.array(CoinIdSchema), v.maxLength(400)),
      venueIds: v.pipe(v.array(VenueIdSchema), v.maxLength(200)),
    }),
    reply: MarketSchema,
    senders: ['page', 'extension'],
  },
  /** To the background: liquidations of the whole market in one of the windows, as far as they were seen. */
  readLiquidations: {
    request: v.object({ windowMs: v.picklist(WINDOWS_MS) }),
    reply: LiquidationTableSchema,
    senders: ['page', 'extension'],
  },
  /** To the background: how often each source was asked in the last hour, and since when that is counted if not all of it. */
  readRequests: {
    request: v.object({}),
    reply: v.object({
      countedSinceMs: v.nullable(v.number()),
      sources: v.array(v.object({ sourceId: v.string(), asked: v.number(), failed: v.number() })),
    }),
    senders: ['extension'],
  },
  /** To the background: what a coin cost at a time. Answered once the sources have been asked. */
  readPriceAt: {
    request: v.object({ coinId: CoinIdSchema, atMs: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    reply: PastReadingSchema,
    senders: ['page'],
  },
  /** To the background: run the second script in the page that asks. */
  loadDetails: {
    request: v.object({}),
    reply: v.object({ isLoaded: v.boolean() }),
    senders: ['page'],
  },
  /** To the background: run the first script in the frames of the page that hold a story of its own site. */
  runInStoryFrames: { request: v.object({}), reply: v.object({}), senders: ['page'] },
  /** To the background: which notes the stories in frames of the page that asks carry. */
  readFrameNotes: { request: v.object({}), reply: v.array(NoteSchema), senders: ['page'] },
  /** To the background: coins for what a reader typed, best first. */
  searchCoins: {
    request: v.object({
      query: v.pipe(v.string(), v.maxLength(100)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
    }),
    reply: v.array(CoinSchema),
    senders: ['extension'],
  },
  /** To the background: how these coins are called. A coin that the table does not know has no entry. */
  readCoins: {
    request: v.object({ coinIds: v.pipe(v.array(CoinIdSchema), v.maxLength(400)) }),
    reply: v.array(CoinSchema),
    senders: ['extension'],
  },
  /** To the background: the texts of the language that the reader chose; null where they follow the browser. */
  readTexts: {
    request: v.object({}),
    reply: v.nullable(TextsSchema),
    senders: ['page', 'extension'],
  },
  /** To the background: open the options where an alert for the coin is written. */
  writeAlert: {
    request: v.object({ coinId: CoinIdSchema }),
    reply: v.object({}),
    senders: ['page', 'extension'],
  },
  /** To a page: which notes it carries, those of stories in its frames included. */
  readPageNotes: {
    request: v.object({}),
    reply: PageNotesSchema,
    senders: ['extension'],
  },
  /** To a page: go, and leave it as it was; the reader took its site back. */
  leavePage: {
    request: v.object({}),
    reply: v.object({}),
    senders: ['extension'],
  },
  /** To a page: open the panel over it, or put it away. */
  togglePanel: {
    request: v.object({}),
    reply: v.object({}),
    senders: ['extension'],
  },
  /** To a page: move the keyboard to its next note, whose card then opens. */
  focusNextNote: {
    request: v.object({}),
    reply: v.object({}),
    senders: ['extension'],
  },
} as const;

export type MessageName = keyof typeof protocol;
export type Request<Name extends MessageName> = v.InferOutput<(typeof protocol)[Name]['request']>;
export type Reply<Name extends MessageName> = v.InferOutput<(typeof protocol)[Name]['reply']>;
export type Sender = 'page' | 'extension';
