import type { Instrument } from '../../domain/coins/instrument.ts';
import type { KeyedOrder } from '../../domain/liquidations/keyed-order.ts';
import type { CoveredTime, LogBatch } from '../../domain/liquidations/log-batch.ts';
import { EVERY_COIN } from '../../domain/liquidations/window.ts';
import type { FailureCode } from '../../domain/market/absence.ts';
import { toWaitMs } from '../../domain/market/host-wait.ts';
import { createFloodGuard, type FloodGuard } from './flood-guard.ts';
import type { FindInstrument, StreamFeed } from './liquidation-venue.ts';

/** A WebSocket as far as a line uses it. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  onerror: ((event: Event) => void) | null;
}

export interface StreamLineParts {
  readonly venueId: string;
  readonly feed: StreamFeed;
  readonly openSocket: (url: string) => Socket;
  /** Stores what was heard. Rejects when it could not. */
  readonly record: (batch: LogBatch) => Promise<void>;
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
}

/** One venue's stream. It has no timer of its own: it lives by being ticked every few seconds. */
export interface StreamLine {
  readonly failure: FailureCode | null;
  readonly heardAtMs: number | null;
  readonly retryAtMs: number | null;
  readonly isOpen: boolean;
  /** Connects when it is time, subscribes to what is new, keeps alive, notices silence, and stores what was heard. */
  tick(instruments: readonly Instrument[]): Promise<void>;
  /** Stores what was heard and closes the socket. */
  close(): Promise<void>;
}

const PING_EVERY_MS = 20_000;
const CONNECT_WITHIN_MS = 15_000;

/**
 * What a venue pushes at most this late after it happened: so much of the newest time may have been lost with a broken
 * connection, and is not claimed.
 */
const PUSH_LAG_MS = 2000;

/** Quiet time is stored as covered this often: each time is a write to the disk. */
const STORE_EVERY_MS = 15_000;

/** More than this is stored at once, without waiting for the next tick. */
const STORE_FROM = 500;

interface Connection {
  readonly socket: Socket;
  readonly sinceMs: number;
  isOpen: boolean;
  heardAtMs: number;
  pingedAtMs: number;
  /** Since when each scope is heard. */
  readonly scopes: Map<string, number>;
  readonly symbols: Set<string>;
  readonly guard: FloodGuard;
}

export const createStreamLine = (parts: StreamLineParts): StreamLine => {
  const { venueId, feed, openSocket, record, now, random } = parts;
  let connection: Connection | null = null;
  let bySymbol = new Map<string, Instrument>();
  let failures = 0;
  let failure: FailureCode | null = null;
  let retryAtMs: number | null = null;
  let heardAtMs: number | null = null;
  let unstored: KeyedOrder[] = [];
  let storing: Promise<void> = Promise.resolve();
  let storedAtMs = Number.NEGATIVE_INFINITY;

  const findInstrument: FindInstrument = (symbol) => bySymbol.get(symbol) ?? null;

  const toCovered = (): CoveredTime[] => {
    if (!connection?.isOpen) return [];
    const untilMs = connection.heardAtMs - PUSH_LAG_MS;
    return [...connection.scopes].map(([scope, fromMs]) => ({ venueId, scope, fromMs, untilMs }));
  };

  /** One write after another; what could not be stored is tried again with the next one. */
  const store = (): Promise<void> => {
    const batch: LogBatch = { orders: unstored, published: [], covered: toCovered() };
    unstored = [];
    storedAtMs = now();
    storing = storing.then(() =>
      record(batch).catch(() => {
        unstored = [...batch.orders, ...unstored];
      }),
    );
    return storing;
  };

  const lose = (code: FailureCode): void => {
    const lost = connection;
    if (!lost) return;
    void store();
    connection = null;
    for (const handler of ['onopen', 'onmessage', 'onclose', 'onerror'] as const) lost.socket[handler] = null;
    lost.socket.close();
    failures += 1;
    failure = code;
    retryAtMs = now() + toWaitMs(code, failures, null, random());
  };

  const hear = (text: string): void => {
    if (!connection) return;
    const message = feed.parse(text, findInstrument);
    if (message.kind === 'refused') return;
    connection.heardAtMs = now();
    heardAtMs = now();
    // The address may connect and say nothing: only what is heard proves that it is well.
    failures = 0;
    failure = null;
    if (feed.everyCoin && !connection.scopes.has(EVERY_COIN)) connection.scopes.set(EVERY_COIN, now());
    if (message.kind === 'orders') unstored.push(...message.orders);
    if (unstored.length >= STORE_FROM) void store();
  };

  const connect = (): void => {
    const socket = openSocket(feed.url);
    const made: Connection = {
      socket,
      sinceMs: now(),
      isOpen: false,
      heardAtMs: now(),
      pingedAtMs: now(),
      scopes: new Map(),
      symbols: new Set(),
      guard: createFloodGuard(now),
    };
    connection = made;
    retryAtMs = null;
    socket.onopen = () => {
      made.isOpen = true;
      made.heardAtMs = now();
      subscribe();
    };
    socket.onmessage = ({ data }) => {
      try {
        if (made.guard.isFlooded()) lose('bad-payload');
        else if (typeof data === 'string') hear(data);
      } catch {
        lose('bad-payload');
      }
    };
    socket.onclose = () => lose('offline');
    socket.onerror = () => lose('offline');
  };

  const subscribe = (): void => {
    if (!connection?.isOpen) return;
    const fresh = [...bySymbol.values()].filter(({ symbol }) => !connection?.symbols.has(symbol));
    for (const { symbol, coinId } of fresh) {
      connection.symbols.add(symbol);
      if (!feed.everyCoin && !connection.scopes.has(coinId))
        connection.scopes.set(coinId, now() + PUSH_LAG_MS);
    }
    for (const text of feed.toSubscriptions(fresh)) connection.socket.send(text);
  };

  const checkLife = (): void => {
    if (!connection) return;
    const { isOpen, sinceMs, heardAtMs: lastMs, pingedAtMs, socket } = connection;
    if (!isOpen && now() - sinceMs > CONNECT_WITHIN_MS) lose('timeout');
    else if (isOpen && now() - lastMs > feed.silentAfterMs) lose('timeout');
    else if (isOpen && feed.keepAlive !== null && now() - pingedAtMs >= PING_EVERY_MS) {
      connection.pingedAtMs = now();
      socket.send(feed.keepAlive);
    }
  };

  return {
    get failure() {
      return failure;
    },
    get heardAtMs() {
      return heardAtMs;
    },
    get retryAtMs() {
      return retryAtMs;
    },
    get isOpen() {
      return connection?.isOpen === true;
    },

    async tick(instruments) {
      bySymbol = new Map(instruments.map((instrument) => [instrument.symbol, instrument]));
      checkLife();
      if (connection) subscribe();
      else if (retryAtMs === null || retryAtMs <= now()) {
        if (feed.everyCoin || instruments.length > 0) connect();
      }
      const isDue = connection?.isOpen && now() - storedAtMs >= STORE_EVERY_MS;
      if (isDue || unstored.length > 0) await store();
    },

    async close() {
      const last = connection;
      await store();
      connection = null;
      failure = null;
      retryAtMs = null;
      if (!last) return;
      for (const handler of ['onopen', 'onmessage', 'onclose', 'onerror'] as const)
        last.socket[handler] = null;
      last.socket.close();
    },
  };
};
