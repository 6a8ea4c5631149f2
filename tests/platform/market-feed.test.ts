// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMarketFeed, type MarketFeed, type MarketSubjects } from '../../src/platform/market-feed.ts';
import type { Market } from '../../src/platform/protocol.ts';
import { answers, extension, resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const KNOWN: Market = {
  coins: [],
  venues: [],
  sources: [],
  liquidationRecords: [],
  derivatives: [],
  liquidationLog: 'disk' as const,
  topCoinIds: [],
};
const PENDING: Market = { ...KNOWN, coins: [{ coinId: 'bitcoin', quote: null, absence: 'pending' }] };

let page: AbortController;
let isHidden: boolean;
let subjects: MarketSubjects;
let reply: () => unknown;
let asked: { atMs: number; request: unknown }[];
let received: Market[];
let goneCalls: number;

const startFeed = (): MarketFeed =>
  createMarketFeed({
    subjects: () => subjects,
    onMarket: (market) => received.push(market),
    onGone: () => {
      goneCalls += 1;
    },
    signal: page.signal,
  });

const setHidden = (hidden: boolean): void => {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
};

/** A surface that does not say what is in view has all of it in view. */
const toRequest = ({ coinIds, venueIds }: MarketSubjects) => ({ coinIds, inViewIds: coinIds, venueIds });

/** The waits between questions, in ms. */
const waits = (): number[] => asked.slice(1).map(({ atMs }, index) => atMs - (asked[index]?.atMs ?? 0));

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  resetFakeBrowser();
  page = new AbortController();
  isHidden = false;
  subjects = { coinIds: ['bitcoin'], venueIds: ['gate'] };
  reply = () => KNOWN;
  asked = [];
  received = [];
  goneCalls = 0;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  answers.background = (message) => {
    asked.push({ atMs: Date.now(), request: (message as { request: unknown }).request });
    return reply();
  };
});

afterEach(() => {
  page.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('asks at once for the subjects and hands the answer on', async () => {
  startFeed();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([{ atMs: 0, request: toRequest(subjects) }]);
  expect(received).toEqual([KNOWN]);
});

test('asks every ten seconds when everything is known', async () => {
  startFeed();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(waits()).toEqual([10_000, 10_000, 10_000]);
});

test('asks soon again while something is pending, and calms down when it does not come', async () => {
  reply = () => PENDING;
  startFeed();
  await vi.advanceTimersByTimeAsync(24_500);
  expect(waits()).toEqual([300, 600, 1200, 2400, 10_000, 10_000]);
});

test('a worker that does not answer is asked in the same rhythm', async () => {
  reply = () => {
    throw new Error('no receiver');
  };
  startFeed();
  await vi.advanceTimersByTimeAsync(1000);
  expect(waits()).toEqual([300, 600]);
  expect(received).toEqual([]);
  expect(goneCalls).toBe(0);
});

test('asks nothing while hidden, and at once when visible again', async () => {
  startFeed();
  await vi.advanceTimersByTimeAsync(1000);
  setHidden(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.length).toBe(1);
  setHidden(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(waits()).toEqual([61_000]);
});

test('a page that makes up the event has nothing asked for', async () => {
  startFeed();
  await vi.advanceTimersByTimeAsync(1000);
  for (let times = 0; times < 50; times += 1) document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked.length).toBe(1);
});

test('a feed that starts in a hidden page waits for it to be seen', async () => {
  isHidden = true;
  startFeed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  setHidden(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(1);
});

test('asks at once when told to, for what the subjects are by then', async () => {
  const feed = startFeed();
  await vi.advanceTimersByTimeAsync(1000);
  subjects = { coinIds: ['ethereum'], venueIds: [] };
  feed.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.at(-1)).toEqual({ atMs: 1000, request: toRequest(subjects) });
});

test('questions never overlap: told twice during one, it asks once after it', async () => {
  let open = 0;
  let mostOpen = 0;
  reply = async () => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    open -= 1;
    return KNOWN;
  };
  const feed = startFeed();
  await vi.advanceTimersByTimeAsync(1000);
  feed.ask();
  feed.ask();
  await vi.advanceTimersByTimeAsync(9500);
  expect(mostOpen).toBe(1);
  expect(waits()).toEqual([5000]);
});

test('stops with the signal, and hands on no answer that comes later', async () => {
  reply = () => new Promise((resolve) => setTimeout(() => resolve(KNOWN), 500));
  startFeed();
  await vi.advanceTimersByTimeAsync(100);
  page.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  setHidden(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(1);
  expect(received).toEqual([]);
});

test('an extension that is gone is told once, and never asked again', async () => {
  const feed = startFeed();
  await vi.advanceTimersByTimeAsync(0);
  extension.isAlive = false;
  await vi.advanceTimersByTimeAsync(60_000);
  feed.ask();
  setHidden(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(goneCalls).toBe(1);
  expect(asked.length).toBe(1);
});

test('asks about no more than the background answers', async () => {
  subjects = { coinIds: Array.from({ length: 500 }, (_, index) => `coin-${index}`), venueIds: [] };
  startFeed();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked[0]?.request).toEqual(toRequest({ coinIds: subjects.coinIds.slice(0, 400), venueIds: [] }));
});

test('tells which coins are in view, and waits calmly for those that are not', async () => {
  subjects = { coinIds: ['bitcoin', 'far-down'], venueIds: [], inViewIds: ['bitcoin'] };
  reply = () => ({ ...KNOWN, coins: [{ coinId: 'far-down', quote: null, absence: 'pending' }] });
  startFeed();
  await vi.advanceTimersByTimeAsync(9000);
  expect(asked.map(({ request }) => request)).toEqual([
    { coinIds: ['bitcoin', 'far-down'], inViewIds: ['bitcoin'], venueIds: [] },
  ]);
});
