import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  ALERT_WINDOWS,
  type Alert,
  type AlertCondition,
  type Alerts,
  AlertsSchema,
  findAlertSubjects,
  MOST_ALERTS,
  NO_ALERTS,
  toAlertsWith,
  toAlertsWithout,
} from '../../../src/domain/alerts/alert.ts';
import type { AlertMarket } from '../../../src/domain/alerts/alert-market.ts';
import type { AlertStates } from '../../../src/domain/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../src/domain/alerts/evaluate-alerts.ts';
import { isQuiet, type QuietHours } from '../../../src/domain/alerts/quiet-hours.ts';
import type { LiquidationSum } from '../../../src/domain/liquidations/window.ts';
import type { Quote } from '../../../src/domain/market/quote.ts';
import { toBitcoinQuote } from '../../ui/readings.ts';

const START_MS = Date.UTC(2026, 10, 26, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = 12 * 60;

const toAlert = (condition: AlertCondition, change: Partial<Alert> = {}): Alert => ({
  id: 'a1',
  condition,
  repeats: false,
  isOn: true,
  armedAtMs: START_MS,
  ...change,
});

const RISES_TO_100: AlertCondition = {
  kind: 'price',
  coinId: 'bitcoin',
  direction: 'up',
  price: 100,
  currency: 'usd',
};

const toMarket = (quote: Partial<Quote> | null, sum: LiquidationSum | null = null): AlertMarket => ({
  quotes: new Map(quote ? [['bitcoin', toBitcoinQuote(START_MS, { priceUsd: 50, ...quote })]] : []),
  liquidations: new Map(sum ? [[null, sum]] : []),
  perUsd: new Map([['eur', 0.5]]),
});

const toSum = (usd: number, atMs: number, venueIds: string[] = ['gate', 'okx']): LiquidationSum => ({
  longUsd: usd,
  shortUsd: 0,
  largest: null,
  venueIds,
  fromMs: atMs - 24 * HOUR_MS,
  untilMs: atMs,
});

/** One alert looked at again and again, each time with one figure; gives the figures that it fired on. */
const play = <Figure>(
  alerts: Alerts,
  figures: readonly Figure[],
  toMarketAt: (figure: Figure, atMs: number) => AlertMarket,
  everyMs = 31 * MINUTE_MS,
): Figure[] => {
  let states: AlertStates = {};
  return figures.filter((figure, at) => {
    const nowMs = START_MS + at * everyMs;
    const minuteOfDay = (NOON + (at * everyMs) / MINUTE_MS) % (24 * 60);
    const evaluation = evaluateAlerts(alerts, states, toMarketAt(figure, nowMs), { nowMs, minuteOfDay });
    states = evaluation.states;
    return evaluation.fired.length > 0;
  });
};

const toAlerts = (alert: Alert, quietHours: QuietHours | null = null): Alerts => ({
  list: [alert],
  quietHours,
});

const atPrice = (priceUsd: number, atMs: number): AlertMarket => toMarket({ priceUsd, atMs });

describe('a price', () => {
  it('is told once when it is reached', () => {
    expect(play(toAlerts(toAlert(RISES_TO_100)), [98, 99, 100, 101, 98, 102], atPrice)).toEqual([100]);
  });

  it('is not told when it stood there from the start, until it was left', () => {
    expect(play(toAlerts(toAlert(RISES_TO_100)), [103, 101, 99, 104], atPrice)).toEqual([104]);
  });

  it('is told again only after it has gone back by more than a quiver', () => {
    const alerts = toAlerts(toAlert(RISES_TO_100, { repeats: true }));
    expect(play(alerts, [98, 100, 99.8, 100.1, 99.9, 100.2, 99, 100.3], atPrice)).toEqual([100, 100.3]);
  });

  it('is told when it falls', () => {
    const falls = toAlert({ ...RISES_TO_100, direction: 'down' }, { repeats: true });
    expect(play(toAlerts(falls), [101, 99, 100.2, 98, 101, 97], atPrice)).toEqual([99, 97]);
  });

  it('is told in the currency of the alert, and never at an unknown rate', () => {
    const inEuro = toAlert({ ...RISES_TO_100, currency: 'eur' });
    expect(play(toAlerts(inEuro), [150, 199, 201], atPrice)).toEqual([201]);
    const inYen = toAlert({ ...RISES_TO_100, currency: 'jpy' });
    expect(play(toAlerts(inYen), [50, 1e9], atPrice)).toEqual([]);
  });

  it('counts anew once the alert was changed', () => {
    const { states } = evaluateAlerts(toAlerts(toAlert(RISES_TO_100)), {}, atPrice(90, START_MS), {
      nowMs: START_MS,
      minuteOfDay: NOON,
    });
    const changed = toAlert({ ...RISES_TO_100, price: 80 }, { armedAtMs: START_MS + 1 });
    const again = evaluateAlerts(toAlerts(changed), states, atPrice(90, START_MS), {
      nowMs: START_MS,
      minuteOfDay: NOON,
    });
    expect(again.fired).toEqual([]);
  });
});

describe('a change', () => {
  const condition = { kind: 'change', coinId: 'bitcoin', fraction: 0.05, window: '24h' } as const;
  const atChange = (change24h: number | null, atMs: number): AlertMarket => toMarket({ change24h, atMs });

  it.each([
    ['up', [0.05]],
    ['down', [-0.06]],
    ['either', [0.05, -0.06]],
  ] as const)('%s', (direction, expected) => {
    const alerts = toAlerts(toAlert({ ...condition, direction }, { repeats: true }));
    expect(play(alerts, [0.01, 0.05, 0.045, 0.06, 0.01, null, -0.06], atChange)).toEqual(expected);
  });

  it.each(ALERT_WINDOWS)('in %s is read from its own span', (window) => {
    const alerts = toAlerts(toAlert({ ...condition, direction: 'up', window }));
    const field = `change${window}`;
    const market = (change: number, atMs: number) => toMarket({ [field]: change, atMs });
    expect(play(alerts, [0, 0.07], market)).toEqual([0.07]);
  });

  it('is as old as the source of the changes, not as the price', () => {
    const alerts = toAlerts(toAlert({ ...condition, direction: 'up' }));
    const behind = (change24h: number, atMs: number) =>
      toMarket({ change24h, atMs, changesFrom: { source: 'coingecko', atMs: atMs - 7 * MINUTE_MS } });
    expect(play(alerts, [0, 0.07], behind)).toEqual([]);
  });
});

describe('liquidations', () => {
  const condition: AlertCondition = { kind: 'liquidations', coinId: null, sumUsd: 1e6 };
  const alerts = toAlerts(toAlert(condition, { repeats: true }));

  it('are told when the sum passes, and again after it has fallen well below', () => {
    const market = (usd: number, atMs: number) => toMarket(null, toSum(usd, atMs));
    expect(play(alerts, [5e5, 1.1e6, 9e5, 1.2e6, 7e5, 1.3e6], market)).toEqual([1.1e6, 1.3e6]);
  });

  it('have not fallen when a venue is missing', () => {
    const figures = [
      { usd: 5e5, venueIds: ['gate', 'okx'] },
      { usd: 1.1e6, venueIds: ['gate', 'okx'] },
      { usd: 2e5, venueIds: ['gate'] },
      { usd: 1.2e6, venueIds: ['gate', 'okx'] },
    ];
    const told = play(alerts, figures, ({ usd, venueIds }, atMs) =>
      toMarket(null, toSum(usd, atMs, venueIds)),
    );
    expect(told.map(({ usd }) => usd)).toEqual([1.1e6]);
  });

  it('that are old are not told', () => {
    const old = (usd: number, atMs: number) => toMarket(null, toSum(usd, atMs - 13 * MINUTE_MS));
    expect(play(alerts, [5e5, 2e6], old)).toEqual([]);
  });
});

describe('quiet hours', () => {
  test.each([
    [{ fromMinute: 22 * 60, untilMinute: 7 * 60 }, 23 * 60, true],
    [{ fromMinute: 22 * 60, untilMinute: 7 * 60 }, 6 * 60 + 59, true],
    [{ fromMinute: 22 * 60, untilMinute: 7 * 60 }, 7 * 60, false],
    [{ fromMinute: 13 * 60, untilMinute: 14 * 60 }, 13 * 60, true],
    [{ fromMinute: 13 * 60, untilMinute: 14 * 60 }, 14 * 60, false],
    [{ fromMinute: 60, untilMinute: 60 }, 60, false],
    [null, 0, false],
  ])('%o at minute %d: %s', (quietHours, minute, expected) => {
    expect(isQuiet(quietHours, minute)).toBe(expected);
  });

  it('hold an alert back until they are over, if it is still true then', () => {
    const quietHours = { fromMinute: NOON + 30, untilMinute: NOON + 120 };
    const alerts = toAlerts(toAlert(RISES_TO_100, { repeats: true }), quietHours);
    expect(play(alerts, [98, 101, 102, 103, 104, 105], atPrice)).toEqual([104]);
    expect(play(alerts, [98, 101, 102, 99, 99, 99], atPrice)).toEqual([]);
  });
});

describe('nobody looked for a while', () => {
  it('one alert comes at the next look', () => {
    const alerts = toAlerts(toAlert(RISES_TO_100, { repeats: true }));
    expect(play(alerts, [98, 130], atPrice, 3 * 24 * HOUR_MS)).toEqual([130]);
  });
});

const market = fc.record({
  priceUsd: fc.double({ min: 90, max: 110, noNaN: true }),
  ageMs: fc.constantFrom(0, 30_000, 59_000, 61_000, 3_600_000, 864_000_000),
  isKnown: fc.boolean(),
  waitMs: fc.constantFrom(MINUTE_MS, 5 * MINUTE_MS, HOUR_MS, 50 * HOUR_MS),
});

test('whatever the figures: none of an old or unknown one, never twice within half an hour, each a real crossing', () => {
  fc.assert(
    fc.property(fc.array(market, { maxLength: 60 }), (steps) => {
      const alerts = toAlerts(toAlert(RISES_TO_100, { repeats: true }));
      let states: AlertStates = {};
      let nowMs = START_MS;
      let lastFiredMs = Number.NEGATIVE_INFINITY;
      let wasBelow = false;
      for (const { priceUsd, ageMs, isKnown, waitMs } of steps) {
        nowMs += waitMs;
        const seen = isKnown ? toMarket({ priceUsd, atMs: nowMs - ageMs }) : toMarket(null);
        const evaluation = evaluateAlerts(alerts, states, seen, { nowMs, minuteOfDay: NOON });
        states = evaluation.states;
        const isLive = isKnown && ageMs < MINUTE_MS;
        for (const { firing } of evaluation.fired) {
          expect(isLive && wasBelow && firing.value >= 100).toBe(true);
          expect(nowMs - lastFiredMs).toBeGreaterThanOrEqual(30 * MINUTE_MS);
          lastFiredMs = nowMs;
          wasBelow = false;
        }
        wasBelow ||= isLive && priceUsd < 100;
      }
    }),
  );
});

describe('the list of alerts', () => {
  const list = (count: number): Alerts => ({
    ...NO_ALERTS,
    list: Array.from({ length: count }, (_, at) => toAlert(RISES_TO_100, { id: `a${at}` })),
  });

  it('takes an alert, a changed one in its place, and no more than it has room for', () => {
    const alert = toAlert(RISES_TO_100);
    expect(toAlertsWith(NO_ALERTS, alert).list).toEqual([alert]);
    const changed = { ...alert, isOn: false };
    expect(toAlertsWith({ ...NO_ALERTS, list: [alert] }, changed).list).toEqual([changed]);
    const full = list(MOST_ALERTS);
    expect(toAlertsWith(full, toAlert(RISES_TO_100, { id: 'new' }))).toBe(full);
    expect(toAlertsWithout(full, 'a0').list).toHaveLength(MOST_ALERTS - 1);
  });

  it('loses a bad entry only', () => {
    const stored = { list: [toAlert(RISES_TO_100), { id: 'x' }, null], quietHours: null };
    expect(v.parse(AlertsSchema, stored).list).toEqual([toAlert(RISES_TO_100)]);
  });

  it('asks for nothing when none is on', () => {
    expect(findAlertSubjects(NO_ALERTS)).toBeNull();
    expect(findAlertSubjects(toAlerts(toAlert(RISES_TO_100, { isOn: false })))).toBeNull();
    expect(findAlertSubjects(list(2))).toEqual({ coinIds: ['bitcoin'], needsLiquidations: false });
    const ofMarket = toAlert({ kind: 'liquidations', coinId: null, sumUsd: 1 });
    expect(findAlertSubjects(toAlerts(ofMarket))).toEqual({ coinIds: [], needsLiquidations: true });
  });
});
