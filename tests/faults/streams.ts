import { until } from '../support/until.ts';
import { askForMarket, failureOf, type MarketAnswer, waitForMarket } from './ask-background.ts';
import { ensure, type FaultCase } from './fault-case.ts';
import type { FaultWorld } from './fault-world.ts';
import { readLog } from './log-check.ts';

const BYBIT = 'stream.bybit.com';
const DISTINCT = 500;
const PER_SECOND = 10_000;
const FLOOD_MS = 5000;
/** The background must keep answering: one busy with the flood alone would answer after it, or never. A slow machine needs seconds. */
const MOST_WAIT_MS = 5000;
const PRICE = 90_000;
const UNITS = 0.01;

/** Frames of the venue's own shape, each with one order of its own; no other order has this price. */
const toFrames = (nowMs: number): string[] =>
  Array.from({ length: DISTINCT }, (_, at) =>
    JSON.stringify({
      topic: 'allLiquidation.BTCUSDT',
      type: 'snapshot',
      ts: nowMs,
      data: [{ T: nowMs - 60_000 + at, s: 'BTCUSDT', S: 'Buy', v: String(UNITS), p: String(PRICE) }],
    }),
  );

const timesOpened = (world: FaultWorld): number =>
  world.requests().filter(({ host }) => host === BYBIT).length;

/** Asks all the while, as readers do, and gives the longest that an answer took. */
const askForAWhile = async (world: FaultWorld, ms: number): Promise<number> => {
  let longestMs = 0;
  const endMs = performance.now() + ms;
  while (performance.now() < endMs) {
    const askedMs = performance.now();
    await askForMarket(world);
    longestMs = Math.max(longestMs, performance.now() - askedMs);
  }
  return longestMs;
};

const isHeard = (market: MarketAnswer): boolean =>
  market.sources.some(({ sourceId, lastGoodAtMs }) => sourceId === 'bybit' && lastGoodAtMs !== null);

export const streamCases: readonly FaultCase[] = [
  {
    name: 'a stream that floods, 10,000 messages a second',
    short: 'chromium',
    async run(world) {
      world.market.fail({
        host: BYBIT,
        fault: { kind: 'flood', frames: toFrames(Date.now()), perSecond: PER_SECOND },
      });
      await world.openStory();
      await waitForMarket(world, 'an open stream', () => timesOpened(world) > 0);
      const longestMs = await askForAWhile(world, FLOOD_MS);
      ensure(longestMs < MOST_WAIT_MS, `an answer took ${Math.round(longestMs)} ms`);
      const countFlooded = async () => {
        const { orders } = await readLog(world);
        return orders.filter(({ notionalUsd }) => notionalUsd === PRICE * UNITS).length;
      };
      await until('every order in the log', async () => (await countFlooded()) >= DISTINCT, 20_000);
      const counted = await countFlooded();
      ensure(counted === DISTINCT, `${counted} orders of ${DISTINCT} are in the log`);
      return `${counted} orders, once each; answers within ${Math.round(longestMs)} ms`;
    },
  },
  {
    name: 'a stream that says nothing',
    async run(world) {
      world.market.fail({ host: BYBIT, fault: { kind: 'silent' } });
      await world.openStory();
      await waitForMarket(world, 'an open stream', () => timesOpened(world) > 0);
      await world.sleepFor(60_000);
      const market = await waitForMarket(world, 'a reason', (each) => failureOf(each, 'bybit') === 'timeout');
      ensure(!isHeard(market), 'a stream that said nothing counts as heard');
      ensure(timesOpened(world) <= 2, `it was opened ${timesOpened(world)} times`);
      return 'Bybit: no answer in time, nothing claimed';
    },
  },
  {
    name: 'a stream that ends as soon as it opens',
    async run(world) {
      world.market.fail({ host: BYBIT, fault: { kind: 'cut' } });
      await world.openStory();
      await waitForMarket(world, 'a reason', (each) => failureOf(each, 'bybit') === 'offline');
      await askForAWhile(world, 6000);
      ensure(timesOpened(world) <= 2, `it was opened ${timesOpened(world)} times`);
      return `opened ${timesOpened(world)} times, then left alone`;
    },
  },
  {
    name: 'a stream of garbage',
    short: 'firefox',
    async run(world) {
      const frames = ['{', 'null', '[]', '"x"', '{"topic":"allLiquidation.BTCUSDT","data":[null,{},7]}'];
      world.market.fail({ host: BYBIT, fault: { kind: 'flood', frames, perSecond: 50 } });
      await world.openStory();
      await waitForMarket(world, 'a reason', (each) => failureOf(each, 'bybit') === 'bad-payload');
      await askForAWhile(world, 3000);
      ensure(timesOpened(world) <= 2, `it was opened ${timesOpened(world)} times`);
      const { orders } = await readLog(world);
      ensure(!orders.some(({ venueId }) => venueId === 'bybit'), 'garbage is in the log');
      return 'unreadable, nothing counted';
    },
  },
];
