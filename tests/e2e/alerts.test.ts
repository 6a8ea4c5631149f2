import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { QuietHours } from '../../src/domain/alerts/quiet-hours.ts';
import { SHIFT_KEY, withMovedClock } from '../faults/moved-clock.ts';
import type { Fault } from '../market/faults.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { changePermissions } from '../support/firefox-permissions.ts';
import {
  clickNotification,
  copyWithNotifications,
  keepFirefoxNotifications,
  readFirefoxNotification,
} from '../support/notifications.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const API = `(globalThis.browser ?? chrome)`;

const MINUTE_MS = 60_000;

const GREEN = '26,127,75,255';
const RED = '192,57,43,255';

interface Rule {
  /** In dollars; so low, by default, that every price has reached it. */
  readonly price?: number;
  readonly repeats?: boolean;
}

/** An alert whose price was seen below its level before: the next look that finds it above makes it come. */
const toAlert = (id: string, armedAtMs: number, { price = 1, repeats = false }: Rule) => ({
  alert: {
    id,
    condition: { kind: 'price', coinId: 'bitcoin', direction: 'up', price, currency: 'usd' },
    repeats,
    isOn: true,
    armedAtMs,
  },
  state: { armedAtMs, isReady: true, lastFiring: null },
});

/** Lets Binance tell this last price of Bitcoin, in USDT. */
const toTold = (price: number): Fault => ({
  kind: 'rewritten',
  rewrite: (json) =>
    JSON.stringify(
      JSON.parse(json).map((row: { symbol: string }) =>
        row.symbol === 'BTCUSDT' ? { ...row, lastPrice: String(price) } : row,
      ),
    ),
});

/** Minutes since the midnight of this machine. */
const toMinuteOfDay = (atMs: number): number => new Date(atMs).getHours() * 60 + new Date(atMs).getMinutes();

describe.each(BROWSERS)('alerts and the badge in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  /** Folders of extensions: Chromium's has notifications from the start. */
  const copies: string[] = [];
  const keep = (folder: string): string => {
    copies.push(folder);
    return folder;
  };
  beforeAll(async () => {
    const built = inject(`${name}Extension`);
    const granted = name === 'chromium' ? keep(copyWithNotifications(built)) : built;
    world = await openWorld(name, keep(withMovedClock(granted)));
    page = await world.browser.openExtensionPage('src/popup/index.html');
    await page.waitFor('.coin-row .mn-live');
  });
  afterAll(async () => {
    await world?.close();
    for (const folder of copies) rmSync(folder, { recursive: true, force: true });
  });

  const store = (area: string, key: string, value: unknown) =>
    page.evaluate(
      `${API}.storage.${area}.set(${JSON.stringify({ [key]: { version: 1, value } })}).then(() => true)`,
    );
  const readStored = async <T>(area: string, key: string): Promise<T> =>
    (await page.evaluate(
      `${API}.storage.${area}.get('${key}').then((all) => all['${key}']?.value ?? null)`,
    )) as T;
  const setAlerts = async (ids: readonly string[], rule: Rule = {}, quietHours: QuietHours | null = null) => {
    const all = ids.map((id) => toAlert(id, Date.now(), rule));
    const states = Object.fromEntries(all.map(({ alert, state }) => [alert.id, state]));
    // In one step: a look that goes on between two would drop the state of an alert that it does not know yet.
    const stored = {
      'mn-alert-states': { version: 1, value: states },
      'mn-alerts': { version: 1, value: { list: all.map(({ alert }) => alert), quietHours } },
    };
    await page.evaluate(`${API}.storage.local.set(${JSON.stringify(stored)}).then(() => true)`);
  };
  const readFiring = async (id: string) =>
    (
      await readStored<Record<
        string,
        { lastFiring: { value: number; sourceIds: string[]; firedAtMs: number } | null }
      > | null>('local', 'mn-alert-states')
    )?.[id]?.lastFiring ?? null;
  const waitForEditor = (coinId: string) =>
    until(`the editor for ${coinId}`, () =>
      page.evaluate(`${API}.extension.getViews({ type: 'tab' }).some(({ document }) =>
        document.querySelector('[name="alert-coin"]')?.value === '${coinId}')`),
    );
  const listNotifications = () => page.evaluate(`${API}.notifications.getAll().then(Object.keys)`);

  let touches = 0;
  /**
   * Lets time pass and Binance tell this price of Bitcoin, and looks. The badge, which is drawn behind every look, tells that
   * it was: with this price, or in quiet hours, in which exchanges are not asked, with CoinGecko's.
   */
  const lookAt = async (
    priceUsd: number,
    waitMs: number,
    quietHours: QuietHours | null = null,
    isQuiet = false,
  ) => {
    const { market } = world;
    market.clock.advance(waitMs);
    market.heal();
    const usdtUsd = market.scenario.priceUsd('tether', market.clock.nowMs());
    market.fail({ path: '/api/v3/ticker/24hr', fault: toTold(priceUsd / usdtUsd) });
    await page.evaluate(`(async () => {
      const { local } = ${API}.storage;
      const stored = await local.get(['${SHIFT_KEY}', 'mn-alerts']);
      await local.set({ '${SHIFT_KEY}': (stored['${SHIFT_KEY}'] ?? 0) + ${waitMs} });
      stored['mn-alerts'].value.quietHours = ${JSON.stringify(quietHours)};
      await local.set({ 'mn-alerts': stored['mn-alerts'] });
    })()`);
    const shownUsd = isQuiet ? market.scenario.priceUsd('bitcoin', market.clock.nowMs()) : priceUsd;
    await until(`${shownUsd} on the badge`, async () => {
      // Settings that changed are a reason to look. One that was under way may have asked before the clock was moved.
      touches += 1;
      await store('local', 'mn-settings', {
        badgeCoin: 'bitcoin',
        theme: touches % 2 === 0 ? 'dark' : 'light',
      });
      await sleep(250);
      const text = String(await page.evaluate(`${API}.action.getBadgeText({})`));
      return Math.abs(Number(text.replace('k', '')) * 1000 - shownUsd) < shownUsd * 0.003;
    });
  };
  const findAlarm = () => page.evaluate(`${API}.alarms.get('mn-watch').then((alarm) => alarm ?? null)`);

  it('has no alarm while nothing is watched', async () => {
    expect(await findAlarm()).toBeNull();
  });

  it('a row of the popup leads by keyboard to where an alert for its coin is written', async () => {
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await (await popup.waitFor('.coin-row[data-id="ethereum"] .alert-button')).focus();
    // It closes by itself, perhaps before the key is up.
    await popup.press('Enter').catch(() => undefined);
    await waitForEditor('ethereum');
  });

  it('an alert is written with the keyboard, where the card leads', async () => {
    const story = await world.open(toPage('<p>Bitcoin rose.</p>'));
    await waitForChips(story);
    await (await story.waitFor('mn-chip >>> .chip')).hover();
    await (await story.waitFor('mn-card >>> [data-act="alert"]')).click();
    await waitForEditor('bitcoin');
    await story.close();
    const options = await world.browser.openExtensionPage('src/options/index.html');
    await (await options.waitFor('[name="alert-new"]')).focus();
    await options.press('Enter');
    await (await options.waitFor('[name="alert-amount"]')).focus();
    await options.type('150000');
    await options.press('Enter');
    const { list } = await until('the alert', () =>
      readStored<{ list: { id: string; condition: unknown; isOn: boolean }[] } | null>('local', 'mn-alerts'),
    );
    expect(list).toMatchObject([
      {
        condition: { kind: 'price', coinId: 'bitcoin', direction: 'up', price: 150_000, currency: 'usd' },
        repeats: false,
        isOn: true,
      },
    ]);
    await until('the alarm', async () => (await findAlarm()) !== null);
    // One that still goes on would drop the state that the next test stores.
    await until('the first look to end', async () =>
      Object.hasOwn((await readStored<object | null>('local', 'mn-alert-states')) ?? {}, list[0]?.id ?? ''),
    );
    await options.close();
    await page.bringToFront();
  });

  it('an alert comes once, is remembered with its source, and is then off', async () => {
    await setAlerts(['one']);
    const firing = await until('the alert', () => readFiring('one'));
    expect(firing.value).toBeGreaterThan(1000);
    expect(firing.sourceIds).toHaveLength(1);
    await until(
      'the alert to be off',
      async () =>
        (await readStored<{ list: { isOn: boolean }[] }>('local', 'mn-alerts')).list[0]?.isOn === false,
    );
    await until('the alarm to end', async () => (await findAlarm()) === null);
  });

  it('a notification says the figure, its source and its time, and leads to its coin', async () => {
    const id = 'mn-alert two bitcoin';
    if (name === 'firefox') {
      const firefox = world.browser as FirefoxBrowser;
      await keepFirefoxNotifications(firefox);
      await changePermissions(firefox, 'add', { permissions: ['notifications'] });
      await setAlerts(['two']);
      const { title, text } = await until('the notification', () => readFirefoxNotification(firefox));
      expect(title).toBe('Bitcoin has reached $1.00');
      expect(text).toMatch(/^\$[\d,.]+ · \w+, \d\d:\d\d$/);
    } else {
      await setAlerts(['two']);
      await until('the notification', () =>
        page.evaluate(`chrome.notifications.getAll().then((all) => '${id}' in all)`),
      );
    }
    await clickNotification(world.browser, id);
    await until('the popup at the coin', () =>
      page.evaluate(`${API}.extension.getViews({ type: 'tab' }).some(({ document }) =>
        document.querySelector('.is-linked')?.dataset.id === 'bitcoin')`),
    );
  });

  it('the toolbar shows the price of the chosen coin with its source, until the reader wants none', async () => {
    await store('local', 'mn-settings', { badgeCoin: 'bitcoin' });
    const badge = await until('the badge', async () => {
      const text = await page.evaluate(`${API}.action.getBadgeText({})`);
      return typeof text === 'string' && text !== '' && text;
    });
    expect(badge).toMatch(/^\d{2,3}(\.\d)?k$/);
    expect(await page.evaluate(`${API}.action.getTitle({})`)).toMatch(/^Bitcoin \$.* · \w+, \d\d:\d\d$/);
    expect(await findAlarm()).toMatchObject({ periodInMinutes: 2 });
    const readColour = () => page.evaluate(`${API}.action.getBadgeBackgroundColor({}).then(String)`);
    // The day of the story is one on which Bitcoin rises.
    expect(await readColour()).toBe(GREEN);
    await store('local', 'mn-settings', { badgeCoin: 'bitcoin', risingColour: 'red' });
    await until('a rise in red', async () => (await readColour()) === RED);
    await store('local', 'mn-settings', {});
    await until('an empty badge', async () => (await page.evaluate(`${API}.action.getBadgeText({})`)) === '');
    await until('the alarm to end', async () => (await findAlarm()) === null);
    expect(await page.evaluate(`${API}.action.getTitle({})`)).toBe('Margin Notes');
    expect(world.browser.errors).toEqual([]);
  });

  describe('as time passes and with nobody looking', () => {
    /** Of Bitcoin, in dollars, at the beginning. Each test has a level above all that the ones before it saw. */
    let base: number;
    beforeAll(async () => {
      // Whatever was opened would look on.
      await page.evaluate(`(async () => {
        const { id } = await ${API}.tabs.getCurrent();
        const ours = await ${API}.tabs.query({ url: location.origin + '/*' });
        await ${API}.tabs.remove(ours.map((tab) => tab.id).filter((other) => other !== id));
      })()`);
      await page.goto(`${world.browser.extensionOrigin}/icons/icon-16.png`);
      base = world.market.scenario.priceUsd('bitcoin', world.market.clock.nowMs());
    });

    it('an alert that repeats comes when its level is crossed, not when the price hovers, and again after a retreat', async () => {
      // CoinGecko's own price hovers below it all the time: whenever it is looked at, it is neither a crossing nor a retreat.
      const level = base * 1.001;
      await setAlerts(['again'], { price: level, repeats: true });
      await lookAt(level * 0.99, 2 * MINUTE_MS);
      expect(await readFiring('again')).toBeNull();
      await lookAt(level * 1.004, 2 * MINUTE_MS);
      const first = await readFiring('again');
      expect(first?.value).toBeGreaterThan(level);
      await lookAt(level * 0.998, 2 * MINUTE_MS);
      await lookAt(level * 1.004, 31 * MINUTE_MS);
      expect(await readFiring('again')).toEqual(first);
      await lookAt(level * 0.985, 2 * MINUTE_MS);
      await lookAt(level * 1.004, 2 * MINUTE_MS);
      expect((await readFiring('again'))?.firedAtMs).toBeGreaterThan(first?.firedAtMs ?? Infinity);
    });

    it('an alert keeps still in quiet hours, and comes after them', async () => {
      const fromMinute = toMinuteOfDay(world.market.clock.nowMs());
      const toQuiet = (minutes: number) => ({ fromMinute, untilMinute: (fromMinute + minutes) % 1440 });
      const before = await listNotifications();
      await setAlerts(['quiet'], { price: base * 1.015 }, toQuiet(29));
      await lookAt(base * 1.02, 5 * MINUTE_MS, toQuiet(30), true);
      expect(await readFiring('quiet')).toBeNull();
      expect(await listNotifications()).toEqual(before);
      await lookAt(base * 1.025, 40 * MINUTE_MS, toQuiet(31));
      // The badge may be drawn by a look that began in them.
      const firing = await until('the alert', () => readFiring('quiet'));
      expect(firing.value).toBeGreaterThan(base * 1.015);
      await until('its notification', async () =>
        String(await listNotifications()).includes('mn-alert quiet bitcoin'),
      );
    });

    it('alerts that were missed for days come once each on waking, without a storm', async () => {
      const ids = ['a', 'b', 'c'];
      await setAlerts(ids, { price: base * 1.03, repeats: true });
      const mark = world.market.requests.length;
      await lookAt(base * 1.035, 3 * 24 * 60 * MINUTE_MS);
      const firings = await Promise.all(ids.map(readFiring));
      for (const firing of firings) expect(firing?.value).toBeGreaterThan(base * 1.03);
      expect(await listNotifications()).toEqual(
        expect.arrayContaining(ids.map((id) => `mn-alert ${id} bitcoin`)),
      );
      await lookAt(base * 1.04, 2 * MINUTE_MS);
      expect(await Promise.all(ids.map(readFiring))).toEqual(firings);
      expect(world.market.requests.length - mark).toBeLessThan(20);
      // Chromium's own way of showing a picture by itself offends the policy of our pages.
      expect(world.browser.errors.filter(({ url }) => !url.endsWith('.png'))).toEqual([]);
    });
  });
});
