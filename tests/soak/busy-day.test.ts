import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createLiquidationPolls } from '../../src/background/liquidation-polls.ts';
import { createLiquidations } from '../../src/background/liquidations.ts';
import { createStreams } from '../../src/background/streams.ts';
import { clipIntervals, type Interval, toCoveredMs } from '../../src/domain/liquidations/coverage.ts';
import { toCents, toNotionalUsd } from '../../src/domain/liquidations/notional.ts';
import { EVERY_COIN } from '../../src/domain/liquidations/window.ts';
import type { HostWaits } from '../../src/domain/market/host-wait.ts';
import type { VenueSnapshot } from '../../src/platform/background-items.ts';
import { createDiskLog } from '../../src/platform/disk-log.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { createSafeLog } from '../../src/platform/safe-log.ts';
import { createHttp } from '../../src/sources/http.ts';
import { binance } from '../../src/sources/liquidations/binance.ts';
import { bybit } from '../../src/sources/liquidations/bybit.ts';
import { gate } from '../../src/sources/liquidations/gate.ts';
import { htx } from '../../src/sources/liquidations/htx.ts';
import { okx } from '../../src/sources/liquidations/okx.ts';
import { createRateLimit } from '../../src/sources/rate-limit.ts';
import { toPlainDecimal } from '../market/decimal.ts';
import type { ForcedOrder } from '../market/liquidation-tape.ts';
import { createRandom } from '../market/random.ts';
import { createScenario, sumOrders } from '../market/scenario.ts';
import { storyDay } from '../market/scenarios/story-day.ts';
import {
  createFetch,
  createItem,
  deliver,
  type FakeSocket,
  openFakeSocket,
  toIndexed,
} from './fake-market.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ANCHOR_MS = Date.UTC(2026, 3, 22, 6, 20);
const START_MS = ANCHOR_MS - DAY_MS;
const PUSH_EVERY_MS = 500;
const TICK_EVERY_MS = 5000;
/** A page asks three times as often: nothing changes but the length of the test. */
const ASK_EVERY_MS = 30_000;
const KILLS = 50;
const DROPS = 100;
/** What the simulated disk takes for an order, with its index entries, and what the background may take beside it. */
const MOST_BYTES_PER_ORDER = 3000;
const BACKGROUND_BYTES = 200_000_000;
const COINS = ['bitcoin', 'ethereum', 'solana', 'ripple', 'dogecoin'];
const VENUES = [bybit, binance, gate, okx, htx];

/** Three venues fail in turn, two hours each: a stream that cannot be reached, and two records that give errors. */
const FAILURES = [
  { host: 'stream.bybit.com', fromMs: START_MS + 4 * HOUR_MS },
  { host: 'www.okx.com', fromMs: START_MS + 10 * HOUR_MS },
  { host: 'api.hbdm.com', fromMs: START_MS + 16 * HOUR_MS },
];

/** The story's day ten times over: about 200,000 orders. */
const BUSY_DAY = {
  ...storyDay,
  venueTotals: storyDay.venueTotals.map((total) => ({
    ...total,
    shortUsd: 10 * total.shortUsd,
    longUsd: 10 * total.longUsd,
  })),
};

/** Coins in one contract of OKX. */
const OKX_CONTRACTS: Readonly<Record<string, number>> = {
  bitcoin: 0.01,
  ethereum: 0.1,
  solana: 1,
  ripple: 100,
  dogecoin: 1000,
};

/** What an order comes to in the digits that its venue writes. */
const toTrueCents = ({ venueId, coinId, units, priceUsd, notionalUsd }: ForcedOrder): number => {
  if (venueId === 'htx') return toCents(toNotionalUsd(toPlainDecimal(notionalUsd)));
  const contractSize = venueId === 'okx' ? (OKX_CONTRACTS[coinId] ?? 1) : 1;
  return toCents(toNotionalUsd(toPlainDecimal(units), contractSize, toPlainDecimal(priceUsd)));
};

interface Sum {
  readonly atMs: number;
  readonly cents: number;
}

const sumIn = (rows: readonly Sum[], times: readonly Interval[]): number =>
  rows.reduce(
    (sum, { atMs, cents }) =>
      times.some((time) => atMs >= time.fromMs && atMs < time.untilMs) ? sum + cents : sum,
    0,
  );

test('a busy day with kills, dropped sockets and failing venues counts everything covered once', async () => {
  const scenario = toIndexed(createScenario(BUSY_DAY, 1, ANCHOR_MS), START_MS - DAY_MS, ANCHOR_MS + HOUR_MS);
  const random = createRandom('soak');
  let nowMs = START_MS;
  const now = () => nowMs;
  const isFailing = (host: string): boolean =>
    FAILURES.some((each) => each.host === host && nowMs >= each.fromMs && nowMs < each.fromMs + 2 * HOUR_MS);

  const waits = createItem<HostWaits>({});
  const snapshots = createItem<Record<string, VenueSnapshot>>({});
  const http = createHttp({
    fetch: createFetch(scenario, now, isFailing),
    now,
    rateLimit: createRateLimit(waits, now, random),
  });
  const log = createSafeLog({ disk: createDiskLog(), memory: createMemoryLog(), now });

  let sockets: FakeSocket[] = [];
  let opened = 0;
  const openSocket = (url: string): FakeSocket => {
    const socket = openFakeSocket(url);
    opened += 1;
    sockets.push(socket);
    return socket;
  };

  /** A background, made anew after each kill with nothing but what is stored. */
  const startBackground = () => {
    const polls = createLiquidationPolls({
      venues: VENUES,
      http,
      log,
      snapshots,
      readPricesUsd: async () => new Map(),
      isSwitchedOff: async () => false,
      now,
    });
    const streams = createStreams({
      venues: VENUES,
      openSocket,
      record: log.record,
      readInstruments: polls.readInstruments,
      readEnabled: async () => true,
      isSwitchedOff: async () => false,
      startTimer: () => () => undefined,
      now,
      random,
    });
    const liquidations = createLiquidations({
      venues: VENUES,
      polls,
      keyed: { refresh: async () => undefined, readTotals: async () => [], readState: async () => null },
      log,
      snapshots,
      streams,
      findRetryAtMs: async () => null,
      isSwitchedOff: async () => false,
      now,
    });
    return { liquidations, streams };
  };
  let background = startBackground();

  const sentByBinance: Sum[] = [];
  const noteBinance = (frames: readonly unknown[]): void => {
    for (const frame of frames) {
      const { data } = frame as { data: { o?: { T: number; z: string; ap: string; s: string } } };
      if (data.o) sentByBinance.push({ atMs: data.o.T, cents: toCents(toNotionalUsd(data.o.z, data.o.ap)) });
    }
  };

  const pushAll = (fromMs: number): void => {
    for (const socket of [...sockets]) {
      if (isFailing(socket.host)) {
        socket.onclose?.({} as CloseEvent);
        socket.isOpen = false;
        continue;
      }
      socket.onopen?.({} as Event);
      socket.onopen = null;
      deliver(socket, socket.answers.splice(0));
      const frames = socket.session.push(scenario.orders({ venueId: socket.venueId }, fromMs, nowMs), nowMs);
      if (socket.venueId === 'binance') noteBinance(frames);
      deliver(socket, frames);
    }
    sockets = sockets.filter(({ isOpen }) => isOpen);
  };

  const pickTimes = (count: number): Set<number> =>
    new Set(
      Array.from(
        { length: count * 2 },
        () => START_MS + Math.floor((random() * DAY_MS) / TICK_EVERY_MS) * TICK_EVERY_MS,
      )
        .filter((atMs, at, all) => all.indexOf(atMs) === at)
        .slice(0, count),
    );
  const kills = pickTimes(KILLS);
  const drops = pickTimes(DROPS);
  let killed = 0;
  let dropped = 0;
  const heapBefore = process.memoryUsage().heapUsed;
  let heapMost = 0;

  while (nowMs < ANCHOR_MS) {
    if (kills.has(nowMs)) {
      // Nothing is stored on the way out: sockets vanish, memory is gone.
      sockets = [];
      background = startBackground();
      killed += 1;
    }
    if ((nowMs - START_MS) % ASK_EVERY_MS === 0) {
      await background.liquidations.refresh(COINS);
      await background.streams.attend(COINS);
    }
    await background.streams.tick();
    const untilMs = nowMs + TICK_EVERY_MS;
    while (nowMs < untilMs) {
      const fromMs = nowMs;
      nowMs += PUSH_EVERY_MS;
      pushAll(fromMs);
    }
    if (drops.has(nowMs - TICK_EVERY_MS)) {
      const victim = sockets[Math.floor(random() * sockets.length)];
      victim?.onclose?.({} as CloseEvent);
      sockets = sockets.filter((socket) => socket !== victim);
      dropped += 1;
    }
    if ((nowMs - START_MS) % HOUR_MS === 0) heapMost = Math.max(heapMost, process.memoryUsage().heapUsed);
  }
  await background.liquidations.refresh(COINS);
  await background.streams.tick();

  const day = { fromMs: START_MS, untilMs: ANCHOR_MS };
  const lines: string[] = [];

  for (const { venueId } of VENUES) {
    const { covered } = await log.readVenue(venueId, day);
    const orders = await log.readOrders(venueId, day);
    const logged = orders.map((order) => ({ ...order, cents: toCents(order.notionalUsd) }));
    expect(new Set(logged.map(({ key }) => key)).size).toBe(logged.length);
    const coversOf = (scope: string) => clipIntervals(covered[scope] ?? covered[EVERY_COIN] ?? [], day);
    if (venueId === 'binance') {
      expect(sumIn(logged, coversOf(EVERY_COIN))).toBe(sumIn(sentByBinance, coversOf(EVERY_COIN)));
    } else if (venueId !== 'gate') {
      for (const coinId of COINS) {
        const truth = scenario
          .orders({ venueId, coinId }, day.fromMs, day.untilMs)
          .map((order) => ({ atMs: order.atMs, cents: toTrueCents(order) }));
        const mine = logged.filter((order) => order.coinId === coinId);
        expect([venueId, coinId, sumIn(mine, coversOf(coinId))]).toEqual([
          venueId,
          coinId,
          sumIn(truth, coversOf(coinId)),
        ]);
      }
    }
    const part = (100 * toCoveredMs(coversOf('bitcoin'))) / DAY_MS;
    const usd = logged.reduce((sum, { cents }) => sum + cents, 0) / 100;
    lines.push(
      `${venueId}: ${logged.length} orders, $${usd.toFixed(2)}, ${part.toFixed(1)}% of the day covered`,
    );
  }

  const { published } = await log.readVenue('gate', day);
  for (const { startMs, coins } of published.filter(
    (hour) => hour.startMs + HOUR_MS <= ANCHOR_MS - HOUR_MS,
  )) {
    const { longUsd, shortUsd } = sumOrders(
      scenario.orders({ venueId: 'gate', coinId: 'bitcoin' }, startMs, startMs + HOUR_MS),
    );
    expect(coins['bitcoin']).toMatchObject({
      longCents: Math.round(100 * Number(longUsd.toFixed(6))),
      shortCents: Math.round(100 * Number(shortUsd.toFixed(6))),
    });
  }

  const total = await log.countOrders();
  const generated = VENUES.reduce(
    (sum, { venueId }) => sum + scenario.orders({ venueId }, START_MS, ANCHOR_MS).length,
    0,
  );
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);
  console.log(
    [
      `24 simulated hours: ${generated} orders generated, ${total} logged, ${killed} kills, ${dropped} dropped sockets, ` +
        `${opened} sockets opened, ${FAILURES.length} venues failing for two hours each`,
      ...lines,
      `heap: ${megabytes(heapBefore)} MB before, ${megabytes(heapMost)} MB at most (the simulated disk included)`,
    ].join('\n'),
  );
  expect(killed).toBe(KILLS);
  expect(dropped).toBe(DROPS);
  // The simulated disk is memory here as well: what grows beyond it would be the background's.
  expect(heapMost - heapBefore).toBeLessThan(MOST_BYTES_PER_ORDER * total + BACKGROUND_BYTES);
}, 600_000);
