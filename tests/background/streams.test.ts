import { beforeEach, describe, expect, test } from 'vitest';
import { createStreams, type Streams } from '../../src/background/streams.ts';
import { EVERY_COIN } from '../../src/domain/liquidations/window.ts';
import type { EventLog } from '../../src/platform/event-log.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { binance } from '../../src/sources/liquidations/binance.ts';
import { bybit } from '../../src/sources/liquidations/bybit.ts';
import type { Socket } from '../../src/sources/liquidations/stream-line.ts';

const START_MS = Date.UTC(2026, 3, 22, 6, 20);
const CONTROL = { stream: 'btcusdt@markPrice', data: { e: 'markPriceUpdate', s: 'BTCUSDT' } };
const toForced = (atMs: number) => ({
  stream: '!forceOrder@arr',
  data: {
    e: 'forceOrder',
    o: { s: 'BTCUSDT', S: 'SELL', X: 'FILLED', p: '90000', ap: '90000', z: '1', T: atMs },
  },
});

interface TestSocket extends Socket {
  readonly url: string;
  readonly sent: string[];
  isClosed: boolean;
}

let nowMs: number;
let isEnabled: boolean;
let sockets: TestSocket[];
let log: EventLog;
let streams: Streams;
let timers: number;

const openSocket = (url: string): TestSocket => {
  const socket: TestSocket = {
    url,
    sent: [],
    isClosed: false,
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (text) => void socket.sent.push(text),
    close: () => {
      socket.isClosed = true;
    },
  };
  sockets.push(socket);
  return socket;
};

const socketOf = (host: string): TestSocket => {
  const socket = sockets.findLast(({ url }) => url.includes(host));
  if (!socket) throw new Error(`No socket to ${host}`);
  return socket;
};
const tell = (socket: TestSocket, message: unknown): void =>
  socket.onmessage?.({ data: JSON.stringify(message) } as MessageEvent);
const openAll = (): void => {
  for (const socket of sockets) socket.onopen?.({} as Event);
};
const countOpen = (): number => sockets.filter(({ isClosed }) => !isClosed).length;

/** Time passes as in the background: a tick every five seconds, and a control message before it. */
const pass = async (ms: number, heartbeat = true): Promise<void> => {
  for (const untilMs = nowMs + ms; nowMs < untilMs; ) {
    nowMs += 5000;
    if (heartbeat) for (const socket of sockets.filter(({ isClosed }) => !isClosed)) tell(socket, CONTROL);
    await streams.tick();
  }
};

beforeEach(() => {
  nowMs = START_MS;
  isEnabled = true;
  sockets = [];
  timers = 0;
  log = createMemoryLog();
  streams = createStreams({
    venues: [bybit, binance],
    openSocket,
    record: log.record,
    readInstruments: async (venueId) =>
      venueId === 'bybit'
        ? ['BTC', 'ETH', 'PEPE'].map((base, at) => ({
            symbol: `${base}USDT`,
            coinId: ['bitcoin', 'ethereum', 'pepe'][at] ?? '',
            contractSize: 1,
            inverse: false,
            coinsPerUnit: 1,
            markPriceUsd: null,
          }))
        : [],
    isSwitchedOff: async () => false,
    readEnabled: async () => isEnabled,
    startTimer: () => {
      timers += 1;
      return () => {
        timers -= 1;
      };
    },
    now: () => nowMs,
    random: () => 0,
  });
});

const coveredOf = async (venueId: string, scope = EVERY_COIN) =>
  (await log.readVenue(venueId, { fromMs: START_MS, untilMs: nowMs })).covered[scope] ?? [];

describe('streams', () => {
  test('open when somebody reads, one socket a venue, for the coins in view only', async () => {
    await streams.attend(['bitcoin', 'ethereum']);
    openAll();
    await streams.attend(['bitcoin', 'ethereum']);
    expect(sockets.map(({ url }) => new URL(url).host)).toEqual(['stream.bybit.com', 'fstream.binance.com']);
    expect(new URL(socketOf('binance').url).pathname).toBe('/market/stream');
    expect(socketOf('bybit').sent.map((text) => JSON.parse(text).args)).toEqual([
      ['allLiquidation.BTCUSDT'],
      ['allLiquidation.ETHUSDT'],
    ]);
    await streams.attend(['bitcoin', 'ethereum', 'pepe']);
    await streams.tick();
    expect(socketOf('bybit').sent).toHaveLength(3);
    expect(timers).toBe(1);
  });

  test('close when nobody looks any more, with what was heard stored and no timer left', async () => {
    await streams.attend(['bitcoin']);
    openAll();
    tell(socketOf('binance'), CONTROL);
    tell(socketOf('binance'), toForced(nowMs));
    await pass(50_000);
    expect(countOpen()).toBe(0);
    expect(timers).toBe(0);
    expect(await log.countOrders()).toBe(1);
    expect(await streams.findAbsence('binance')).toBe('pending');
  });

  test('stay closed while the reader has them off, and close when switched off', async () => {
    isEnabled = false;
    await streams.attend(['bitcoin']);
    expect(sockets).toEqual([]);
    expect(await streams.findAbsence('binance')).toBe('streams-off');
    isEnabled = true;
    await streams.attend(['bitcoin']);
    openAll();
    expect(countOpen()).toBe(2);
    isEnabled = false;
    await pass(5000);
    expect(countOpen()).toBe(0);
  });

  test('that are connected and silent are dead: they are left, and tried again later', async () => {
    await streams.attend(['bitcoin']);
    openAll();
    const silent = socketOf('binance');
    tell(silent, CONTROL);
    expect(await streams.findAbsence('binance')).toBeNull();
    await pass(25_000, false);
    expect(silent.isClosed).toBe(true);
    expect(await streams.findAbsence('binance')).toBe('timeout');
    const opened = sockets.length;
    await streams.attend(['bitcoin']);
    await pass(20_000, false);
    expect(sockets.length).toBeGreaterThan(opened);
  });

  test('that are refused wait longer each time', async () => {
    const openedAtMs: number[] = [];
    let seen = 0;
    for (let minute = 0; minute < 40; minute += 1) {
      await streams.attend(['bitcoin']);
      for (let tick = 0; tick < 3; tick += 1) {
        await pass(5000, false);
        for (const socket of sockets.slice(seen)) {
          if (socket.url.includes('binance')) openedAtMs.push(nowMs);
          socket.onclose?.({} as CloseEvent);
        }
        seen = sockets.length;
      }
    }
    const waits = openedAtMs.slice(1).map((atMs, at) => atMs - (openedAtMs[at] ?? 0));
    expect(waits.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
  });

  test('cover what they heard, and a lost connection leaves a gap', async () => {
    await streams.attend(['bitcoin']);
    openAll();
    tell(socketOf('binance'), CONTROL);
    await pass(30_000);
    socketOf('binance').onclose?.({} as CloseEvent);
    const lostAtMs = nowMs;
    await streams.attend(['bitcoin']);
    await pass(20_000);
    openAll();
    tell(socketOf('binance'), CONTROL);
    const backAtMs = nowMs;
    await streams.attend(['bitcoin']);
    await pass(30_000);
    isEnabled = false;
    await streams.tick();
    expect(await coveredOf('binance')).toEqual([
      { fromMs: START_MS, untilMs: lostAtMs - 2000 },
      { fromMs: backAtMs, untilMs: nowMs - 2000 },
    ]);
  });

  test('are kept alive by a ping where the venue says nothing by itself', async () => {
    await streams.attend(['bitcoin']);
    openAll();
    await pass(20_000);
    expect(socketOf('bybit').sent.filter((text) => text.includes('ping'))).toHaveLength(1);
  });
});
