import type { Instrument } from '../../domain/coins/instrument.ts';
import type { KeyedOrder } from '../../domain/liquidations/keyed-order.ts';
import type { LogBatch } from '../../domain/liquidations/log-batch.ts';
import type { VenueFeed } from '../../domain/liquidations/window.ts';
import type { Http, HttpOutcome } from '../http.ts';

/** The instruments of one coin. */
export type CoinInstruments = readonly [Instrument, ...Instrument[]];

export type FindInstrument = (symbol: string) => Instrument | null;

/** What a venue's answer is asked for: everything from `fromMs` up to now. */
export interface Asked {
  readonly fromMs: number;
  readonly nowMs: number;
}

/** What one message of a stream is. `alive` proves that the stream carries, without an order in it. */
export type StreamMessage =
  | { readonly kind: 'orders'; readonly orders: readonly KeyedOrder[] }
  | { readonly kind: 'alive' }
  | { readonly kind: 'refused' };

/** How to listen to a venue: one socket, whatever the count of coins. */
export interface StreamFeed {
  readonly url: string;
  /** Whether the stream carries every coin; else each instrument is subscribed to. */
  readonly everyCoin: boolean;
  /** The texts to send for these instruments, once the socket is open. */
  toSubscriptions(instruments: readonly Instrument[]): readonly string[];
  /** A text that the venue answers, to be sent while nothing else is; null where the stream talks by itself. */
  readonly keepAlive: string | null;
  /** So long a silence means that the socket is open and dead. */
  readonly silentAfterMs: number;
  parse(text: string, findInstrument: FindInstrument): StreamMessage;
}

/** A venue whose liquidations can be had. One file each, with its units and side rule; the list is in index.ts. */
export interface LiquidationVenue extends VenueFeed {
  /** Match pattern of the API's host, for the manifest's host permissions. Null where there is only a stream. */
  readonly origin: string | null;
  /** The venue's contracts whose coin is known. Changes rarely: asked for once a day. */
  fetchInstruments?(http: Http): Promise<HttpOutcome<Instrument[]>>;
  /** What the venue's record holds of one coin. */
  fetchCoin?(http: Http, ofCoin: CoinInstruments, asked: Asked): Promise<HttpOutcome<LogBatch>>;
  /** What the venue's record holds of all coins. */
  fetchMarket?(http: Http, findInstrument: FindInstrument, asked: Asked): Promise<HttpOutcome<LogBatch>>;
  readonly stream?: StreamFeed;
}
