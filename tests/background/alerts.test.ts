import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlerts } from '../../src/background/alerts.ts';
import { toBadge } from '../../src/background/badge.ts';
import type { Alert, AlertCondition } from '../../src/domain/alerts/alert.ts';
import type { AlertFiring } from '../../src/domain/alerts/alert-state.ts';
import { US_DOLLARS } from '../../src/domain/market/money.ts';
import { alertStatesItem, alertsItem } from '../../src/platform/alert-items.ts';
import { createMemoryLog } from '../../src/platform/memory-log.ts';
import { type Market, startMarket } from '../market/market.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';
import { startWorker, type Worker } from './worker.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));
vi.setConfig({ testTimeout: 60_000 });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let market: Market;
let worker: Worker;
let told: { readonly alert: Alert; readonly firing: AlertFiring }[] = [];
let minuteOfDay = 720;

beforeAll(async () => {
  market = await startMarket({ speed: 0 });
});
afterAll(() => market.close());
beforeEach(() => {
  resetFakeBrowser();
  market.clock.advance(2 * HOUR_MS);
  worker = startWorker(market, { log: createMemoryLog() });
  told = [];
  minuteOfDay = 720;
});
afterEach(async () => {
  await worker.settle();
  worker.kill();
  market.heal();
});

const setAlert = async (condition: AlertCondition, change: Partial<Alert> = {}): Promise<void> => {
  const alert: Alert = { id: 'a', condition, repeats: true, isOn: true, armedAtMs: worker.now(), ...change };
  await alertsItem.update((alerts) => ({ ...alerts, list: [alert] }));
};

/** What the alarm does, `waitMs` after the last time; the worker was killed in between. */
const lookAfter = async (waitMs: number, needsLiquidations = false): Promise<void> => {
  worker.kill();
  market.clock.advance(waitMs);
  worker = startWorker(market, { log: createMemoryLog() });
  await worker.refreshUnseen({ coinIds: ['bitcoin'], needsLiquidations });
  const looks = createAlerts({
    alerts: alertsItem,
    states: alertStatesItem,
    quotes: worker.quotes,
    liquidations: worker.liquidations,
    notify: async (alert, firing) => void told.push({ alert, firing }),
    now: worker.now,
    minuteOfDay: () => minuteOfDay,
  });
  await looks.look(['bitcoin']);
};

const priceIn = (ms: number): number => market.scenario.priceUsd('bitcoin', market.clock.nowMs() + ms);

/** Between the price now and in some hours, on the side that it has then gone to. */
const crossingIn = (ms: number): AlertCondition => ({
  kind: 'price',
  coinId: 'bitcoin',
  direction: priceIn(ms) > priceIn(0) ? 'up' : 'down',
  price: (priceIn(ms) + priceIn(0)) / 2,
  currency: 'usd',
});

describe('alerts with no page open', () => {
  it('come once, with the figure, its source and its time, and not before', async () => {
    await setAlert(crossingIn(8 * HOUR_MS), { repeats: false });
    await lookAfter(0);
    expect(told).toEqual([]);
    await lookAfter(8 * HOUR_MS);
    expect(told).toHaveLength(1);
    const [firing] = told.map((each) => each.firing);
    expect((firing?.value ?? 0) / priceIn(0)).toBeCloseTo(1, 2);
    expect(firing?.sourceIds).toHaveLength(1);
    expect(worker.now() - (firing?.atMs ?? 0)).toBeLessThan(MINUTE_MS);
    expect((await alertsItem.read()).list[0]?.isOn).toBe(false);
    await lookAfter(MINUTE_MS);
    expect(told).toHaveLength(1);
  });

  it('wait for a figure that is live', async () => {
    await setAlert(crossingIn(8 * HOUR_MS));
    await lookAfter(0);
    market.fail({ fault: { kind: 'status', status: 503 } });
    await lookAfter(8 * HOUR_MS);
    expect(told).toEqual([]);
    market.heal();
    await lookAfter(2 * MINUTE_MS);
    await lookAfter(20 * MINUTE_MS);
    expect(told).toHaveLength(1);
  });

  it('that came true in quiet hours come after them', async () => {
    await alertsItem.update((alerts) => ({ ...alerts, quietHours: { fromMinute: 0, untilMinute: 420 } }));
    await setAlert(crossingIn(8 * HOUR_MS));
    await lookAfter(0);
    minuteOfDay = 60;
    await lookAfter(8 * HOUR_MS);
    expect(told).toEqual([]);
    minuteOfDay = 421;
    await lookAfter(MINUTE_MS);
    expect(told).toHaveLength(1);
  });

  it('that were missed for days come once each when the machine wakes, and not again', async () => {
    const condition = crossingIn(72 * HOUR_MS);
    const ids = ['a', 'b', 'c'];
    await alertsItem.update((alerts) => ({
      ...alerts,
      list: ids.map((id) => ({ id, condition, repeats: true, isOn: true, armedAtMs: worker.now() })),
    }));
    await lookAfter(0);
    await lookAfter(72 * HOUR_MS);
    expect(told.map(({ alert }) => alert.id)).toEqual(ids);
    await lookAfter(MINUTE_MS);
    await lookAfter(MINUTE_MS);
    expect(told).toHaveLength(ids.length);
  });

  it('of liquidations name every venue in the sum', async () => {
    await setAlert({ kind: 'liquidations', coinId: null, sumUsd: 1 });
    const alert = (await alertsItem.read()).list[0];
    // As if the sum had been seen below before.
    await alertStatesItem.update(() => ({
      a: { armedAtMs: alert?.armedAtMs ?? 0, isReady: true, lastFiring: null },
    }));
    await lookAfter(0, true);
    expect(told[0]?.firing.sourceIds.length).toBeGreaterThan(1);
    expect(told[0]?.firing.value).toBeGreaterThan(1e6);
  });
});

describe('the badge', () => {
  const readBadge = async (risingColour: 'green' | 'red', ageMs = 0) => {
    await worker.refreshUnseen({ coinIds: ['bitcoin'], needsLiquidations: false });
    const [reading] = await worker.quotes.read(['bitcoin']);
    if (!reading?.quote) throw new Error('No price of bitcoin');
    const quote = { ...reading.quote, change24h: 0.02 };
    return toBadge({ ...reading, quote }, US_DOLLARS, risingColour, worker.now() + ageMs);
  };

  it('has the direction as its colour, which the reader may turn round', async () => {
    const green = await readBadge('green');
    const red = await readBadge('red');
    expect(green.text).toMatch(/^\d{2,3}(\.\d)?k$/);
    expect(green.title).toMatch(/^Bitcoin \$[\d,.]+, \+2\.0% in 24 h · \w+, \d\d:\d\d$/);
    expect(green.colour).not.toBe(red.colour);
  });

  it('is grey once the price is old, and empty with the reason when there is none', async () => {
    const live = await readBadge('green');
    const old = await readBadge('green', HOUR_MS);
    expect(old.colour).not.toBe(live.colour);
    expect(old.title).toContain('No longer live');
    const unknown = toBadge(
      { coinId: 'bitcoin', quote: null, absence: 'offline' },
      US_DOLLARS,
      'green',
      worker.now(),
    );
    expect(unknown).toMatchObject({ text: '', title: 'Bitcoin: No connection' });
  });
});
