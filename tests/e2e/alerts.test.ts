import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { BrowserPage } from '../support/browser.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { changePermissions } from '../support/firefox-permissions.ts';
import {
  clickNotification,
  copyWithNotifications,
  keepFirefoxNotifications,
  readFirefoxNotification,
} from '../support/notifications.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const API = `(globalThis.browser ?? chrome)`;

/** An alert whose price was seen below its level before: the next look makes it come. */
const toAlert = (id: string, armedAtMs: number) => ({
  alert: {
    id,
    condition: { kind: 'price', coinId: 'bitcoin', direction: 'up', price: 1, currency: 'usd' },
    repeats: false,
    isOn: true,
    armedAtMs,
  },
  state: { armedAtMs, isReady: true, lastFiring: null },
});

describe.each(BROWSERS)('alerts and the badge in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  /** Chromium's extension, which has notifications from the start. */
  let granted: string | undefined;
  beforeAll(async () => {
    if (name === 'chromium') granted = copyWithNotifications(inject('chromiumExtension'));
    world = await openWorld(name, granted);
    page = await world.browser.openExtensionPage('src/popup/index.html');
    await page.waitFor('.coin-row .mn-live');
  });
  afterAll(async () => {
    await world?.close();
    if (granted) rmSync(granted, { recursive: true, force: true });
  });

  const store = (area: string, key: string, value: unknown) =>
    page.evaluate(
      `${API}.storage.${area}.set(${JSON.stringify({ [key]: { version: 1, value } })}).then(() => true)`,
    );
  const readStored = async <T>(area: string, key: string): Promise<T> =>
    (await page.evaluate(
      `${API}.storage.${area}.get('${key}').then((all) => all['${key}']?.value ?? null)`,
    )) as T;
  const setAlert = async (id: string) => {
    const { alert, state } = toAlert(id, Date.now());
    // In one step: a look that goes on between two would drop the state of an alert that it does not know yet.
    const stored = {
      'mn-alert-states': { version: 1, value: { [id]: state } },
      'mn-alerts': { version: 1, value: { list: [alert], quietHours: null } },
    };
    await page.evaluate(`${API}.storage.local.set(${JSON.stringify(stored)}).then(() => true)`);
  };
  const readFiring = async (id: string) =>
    (
      await readStored<Record<string, { lastFiring: { value: number; sourceIds: string[] } | null }> | null>(
        'local',
        'mn-alert-states',
      )
    )?.[id]?.lastFiring ?? null;
  const waitForEditor = (coinId: string) =>
    until(`the editor for ${coinId}`, () =>
      page.evaluate(`${API}.extension.getViews({ type: 'tab' }).some(({ document }) =>
        document.querySelector('[name="alert-coin"]')?.value === '${coinId}')`),
    );
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
    await setAlert('one');
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
      await setAlert('two');
      const { title, text } = await until('the notification', () => readFirefoxNotification(firefox));
      expect(title).toBe('Bitcoin has reached $1.00');
      expect(text).toMatch(/^\$[\d,.]+ · \w+, \d\d:\d\d$/);
    } else {
      await setAlert('two');
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
    await store('local', 'mn-settings', {});
    await until('an empty badge', async () => (await page.evaluate(`${API}.action.getBadgeText({})`)) === '');
    await until('the alarm to end', async () => (await findAlarm()) === null);
    expect(world.browser.errors).toEqual([]);
  });
});
