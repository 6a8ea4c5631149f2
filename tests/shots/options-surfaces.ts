import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import { until } from '../support/until.ts';
import type { Shot } from './stage.ts';
import type { Surface } from './surface.ts';

const stored = (value: unknown) => ({ version: 1, value });

/** One alert of every kind: on, off, and one that came; and something on each other list. */
const FULL = {
  'mn-alerts': stored({
    list: [
      {
        id: 'a',
        condition: { kind: 'price', coinId: 'bitcoin', direction: 'up', price: 100_000, currency: 'usd' },
        repeats: true,
        isOn: true,
        armedAtMs: 1,
      },
      {
        id: 'b',
        condition: {
          kind: 'change',
          coinId: 'ethereum',
          direction: 'either',
          fraction: 0.05,
          window: '24h',
        },
        repeats: false,
        isOn: false,
        armedAtMs: 1,
      },
      {
        id: 'c',
        condition: { kind: 'liquidations', coinId: null, sumUsd: 500_000_000 },
        repeats: false,
        isOn: true,
        armedAtMs: 1,
      },
    ],
    quietHours: { fromMinute: 1320, untilMinute: 420 },
  }),
  'mn-alert-states': stored({
    b: {
      armedAtMs: 1,
      isReady: false,
      lastFiring: {
        firedAtMs: 1_764_158_500_000,
        value: 0.062,
        sourceIds: ['coingecko'],
        atMs: 1_764_158_490_000,
      },
    },
  }),
  'mn-dismissals': stored([{ surface: 'near', id: 'near', host: 'www.coindesk.com', atMs: 1 }]),
  'mn-blocked-sites': stored(['example.org', 'a-paper-with-a-long-name.example.com']),
};

/** What a reader has who never set anything. */
const EMPTY_KEYS = Object.keys(FULL);

/** A file of another machine, which differs in every list. */
const BACKUP = {
  format: 'margin-notes',
  version: 2,
  settings: { ...DEFAULT_SETTINGS, currency: 'eur', theme: 'dark', sourcesOff: ['okx'] },
  watchList: [...DEFAULT_WATCH_LIST, 'monero'],
  blockedSites: ['example.net'],
  alerts: { list: [], quietHours: { fromMinute: 1380, untilMinute: 360 } },
  dismissals: [],
};

const CHOOSE_FILE = `(() => {
  const chosen = new DataTransfer();
  chosen.items.add(new File([${JSON.stringify(JSON.stringify(BACKUP))}], 'margin-notes.json'));
  const field = document.querySelector('[name="import"]');
  field.files = chosen.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

/** How asking two of the sources went, as the background keeps it. */
const FAIL = `(async () => {
  const { session } = chrome.storage;
  const stored = await session.get(['mn-venues', 'mn-quotes']);
  const nowMs = Date.now();
  const venues = stored['mn-venues'].value;
  Object.assign(venues.gate, { failure: 'rate-limited', attemptedAtMs: nowMs, lastGoodAtMs: nowMs - 840000 });
  Object.assign(venues.okx, { failure: 'blocked', attemptedAtMs: nowMs, lastGoodAtMs: null });
  Object.assign(stored['mn-quotes'].value, { failure: 'timeout', attemptedAtMs: nowMs, lastGoodAtMs: nowMs - 600000 });
  await session.set(stored);
})()`;

/** The options after something was stored and something was done in them. */
const optionsState = (
  name: string,
  kept: object,
  act: (shot: Shot) => Promise<unknown>,
  more: Partial<Surface> = {},
): Surface => ({
  name,
  width: 960,
  height: 900,
  extent: 'document',
  async open(stage) {
    const options = await stage.openExtensionPage('src/options/index.html');
    await options.page.evaluate(`(async () => {
      await chrome.storage.local.remove(${JSON.stringify(EMPTY_KEYS)});
      await chrome.storage.local.set(${JSON.stringify(kept)});
    })()`);
    await options.page.waitFor('.source');
    await act(options);
    return options;
  },
  ...more,
});

/** The states of the options, one entry each. */
export const OPTIONS: readonly Surface[] = [
  optionsState('options', {}, async () => undefined, { isInLanguages: true }),
  optionsState(
    'alerts',
    FULL,
    async ({ page }) => {
      await (await page.waitFor('[name="alert-new"]')).click();
      await (await page.waitFor('[name="alert-kind"][value="change"]')).click();
      await until('the figure beside the form', () =>
        page.evaluate(
          `[...document.querySelectorAll('.editor .hint')].some((hint) => / · /.test(hint.textContent))`,
        ),
      );
    },
    { isInLanguages: true },
  ),
  optionsState(
    'options-import',
    FULL,
    async ({ page }) => {
      await page.evaluate(CHOOSE_FILE);
      await page.waitFor('.preview');
    },
    { isInLanguages: true },
  ),
  optionsState('options-delete', FULL, async ({ page }) => {
    await (await page.waitFor('[name="delete"]')).click();
    await page.waitFor('[name="delete-sure"]');
  }),
  optionsState('options-failing', {}, async ({ page }) => {
    await page.evaluate(FAIL);
    await until('failures', async () => (await page.findAll('.is-failing')).length >= 3);
  }),
];
