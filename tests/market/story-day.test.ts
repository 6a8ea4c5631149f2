import { describe, expect, test } from 'vitest';
import { listPerpetuals } from './perpetuals.ts';
import { createScenario, type Scenario } from './scenario.ts';
import { storyDay } from './scenarios/story-day.ts';

const ANCHOR_MS = Date.UTC(2026, 3, 22, 6, 20);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MILLION = 1_000_000;

const scenario = createScenario(storyDay, 1, ANCHOR_MS);

function sumDay(venueId?: string): ReturnType<Scenario['liquidationTotal']> {
  const filter = venueId === undefined ? {} : { venueId };
  return scenario.liquidationTotal(filter, ANCHOR_MS - DAY_MS, ANCHOR_MS);
}

describe('prices of the day of the story', () => {
  test('Bitcoin climbs from a low of 88,000 to above 93,500 dollars', () => {
    const quote = scenario.quote('bitcoin', ANCHOR_MS);
    expect(quote.low24hUsd).toBe(88_000);
    expect(quote.priceUsd).toBeGreaterThan(93_500);
    expect(quote.priceUsd).toBeLessThan(94_000);
  });

  test.each([
    ['ethereum', 0.14],
    ['cardano', 0.14],
    ['dogecoin', 0.14],
    ['solana', 0.07],
    ['ripple', 0.07],
    ['sui', 0.18],
    ['uniswap', 0.175],
    ['near', 0.175],
    ['mog-coin', 0.3],
  ])('%s is up by about %d', (coinId, change) => {
    expect(Math.abs(scenario.quote(coinId, ANCHOR_MS).change24h - change)).toBeLessThan(0.006);
  });

  test('nearly all of the hundred largest coins are up, and stablecoins stay at their price', () => {
    const top = scenario.coins.slice(0, 100);
    const down = top.filter(({ id, kind }) => kind === 'free' && scenario.quote(id, ANCHOR_MS).change24h < 0);
    expect(down.length).toBeLessThan(10);
    expect(scenario.quote('tether', ANCHOR_MS).priceUsd).toBeCloseTo(1, 3);
  });

  test('they go on moving, gently, after the day', () => {
    const prices = [0, 30, 60, 90, 120].map(
      (seconds) => scenario.quote('bitcoin', ANCHOR_MS + seconds * 1000).priceUsd,
    );
    expect(new Set(prices).size).toBeGreaterThan(3);
    for (const price of prices) expect(Math.abs(price / 93_612 - 1)).toBeLessThan(0.005);
    const aDayOn = scenario.quote('bitcoin', ANCHOR_MS + DAY_MS).priceUsd;
    expect(Math.abs(aDayOn / 93_612 - 1)).toBeLessThan(0.05);
  });
});

describe('forced orders of the day of the story', () => {
  test.each([
    ['bybit', 234],
    ['binance', 100],
    ['gate', 69.8],
  ])('%s sees shorts of about %d million dollars', (venueId, millions) => {
    expect(Math.abs(sumDay(venueId).shortUsd / MILLION - millions)).toBeLessThan(0.4);
  });

  test('all venues together see shorts of nearly 530 million, and far fewer longs', () => {
    const { shortUsd, longUsd } = sumDay();
    expect(shortUsd / MILLION).toBeGreaterThan(529);
    expect(shortUsd / MILLION).toBeLessThan(530);
    expect(longUsd / MILLION).toBeGreaterThan(40);
    expect(longUsd / MILLION).toBeLessThan(80);
  });

  test('the largest is a short of 4.5 million dollars of Ether on Binance, by far', () => {
    const { largest } = sumDay();
    expect(largest).toMatchObject({ venueId: 'binance', coinId: 'ethereum', side: 'short' });
    expect(Math.abs((largest?.notionalUsd ?? 0) / MILLION - 4.5)).toBeLessThan(0.001);
    const others = scenario
      .orders({}, ANCHOR_MS - DAY_MS, ANCHOR_MS)
      .filter((order) => order !== largest && order.notionalUsd > 2.5 * MILLION);
    expect(others).toEqual([]);
  });

  test('shorts are closed mostly while prices rise', () => {
    const hourOfSqueeze = scenario.liquidationTotal({}, ANCHOR_MS - 8 * HOUR_MS, ANCHOR_MS - 7 * HOUR_MS);
    const calmHour = scenario.liquidationTotal({}, ANCHOR_MS - 11 * HOUR_MS, ANCHOR_MS - 10 * HOUR_MS);
    expect(hourOfSqueeze.shortUsd).toBeGreaterThan(2 * calmHour.shortUsd);
  });

  test('Gate and OKX list only coins of the top twenty and of the story', () => {
    const top = new Set(scenario.coins.slice(0, 20).map(({ id }) => id));
    const listed = [...listPerpetuals('gate'), ...listPerpetuals('okx')].map(({ coinId }) => coinId);
    const others = new Set(listed.filter((coinId) => !top.has(coinId)));
    expect([...others].sort()).toEqual(['mog-coin', 'near', 'sui', 'uniswap']);
  });

  test('sizes are whole steps of the contract', () => {
    const steps = new Map(
      ['gate', 'okx', 'binance', 'bybit']
        .flatMap(listPerpetuals)
        .map(({ venueId, coinId, unitStep }) => [`${venueId} ${coinId}`, unitStep]),
    );
    for (const order of scenario.orders({}, ANCHOR_MS - DAY_MS, ANCHOR_MS)) {
      const step = steps.get(`${order.venueId} ${order.coinId}`);
      if (step === undefined) continue;
      expect(Math.abs(order.units / step - Math.round(order.units / step))).toBeLessThan(1e-6);
    }
  });
});

describe('determinism', () => {
  const askedMs = [ANCHOR_MS - 30 * HOUR_MS, ANCHOR_MS - 3 * HOUR_MS, ANCHOR_MS + 5 * HOUR_MS];

  test('the same seed and anchor give the same market, in whatever order it is asked', () => {
    const twin = createScenario(storyDay, 1, ANCHOR_MS);
    const ask = (market: Scenario, atMs: number) => ({
      quote: market.quote('solana', atMs),
      orders: market.orders({ venueId: 'okx' }, atMs - HOUR_MS, atMs),
    });
    const forth = askedMs.map((atMs) => ask(scenario, atMs));
    const back = askedMs.toReversed().map((atMs) => ask(twin, atMs));
    expect(back.toReversed()).toEqual(forth);
  });

  test('another seed gives another market with the same plan', () => {
    const other = createScenario(storyDay, 2, ANCHOR_MS);
    const between = [ANCHOR_MS - 3 * HOUR_MS, ANCHOR_MS - 2.5 * HOUR_MS] as const;
    expect(other.orders({}, ...between)).not.toEqual(scenario.orders({}, ...between));
    expect(other.quote('bitcoin', ANCHOR_MS).priceUsd).toBe(scenario.quote('bitcoin', ANCHOR_MS).priceUsd);
  });

  test('a window is the sum of its parts', () => {
    const [fromMs, midMs, untilMs] = [ANCHOR_MS - 26 * HOUR_MS, ANCHOR_MS - 7 * HOUR_MS, ANCHOR_MS + HOUR_MS];
    const parts = [scenario.orders({}, fromMs, midMs), scenario.orders({}, midMs, untilMs)];
    expect(parts.flat()).toEqual(scenario.orders({}, fromMs, untilMs));
  });
});
