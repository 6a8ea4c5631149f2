import { DEFAULT_WATCH_LIST } from '../../src/domain/watch-list.ts';
import type { FaultRule } from '../market/faults.ts';
import { until } from '../support/until.ts';
import type { Shot, Stage } from './stage.ts';
import type { Surface } from './surface.ts';

/** What a reader has who never chose anything: an earlier picture may have been of one who did. */
const UNTOUCHED = { 'mn-watch-list': DEFAULT_WATCH_LIST, 'mn-blocked-sites': [] };

const BLOG = '<!doctype html><html lang="en"><title>A blog</title><p>Bitcoin rose.</p></html>';

const popup = (name: string, open: (stage: Stage) => Promise<Shot>): Surface => ({
  name,
  width: 360,
  height: 600,
  extent: 'document',
  async open(stage) {
    await stage.store(UNTOUCHED);
    return open(stage);
  },
});

const inLanguages = (surface: Surface): Surface => ({ ...surface, isInLanguages: true });

/** Also of the coins of the page: at first the popup shows what it showed last. */
const openWithFigures = async (stage: Stage): Promise<Shot> => {
  const shot = await stage.openPopup();
  await until('figures in the popup', async () => {
    const rows = await shot.page.findAll('.coin-row');
    return rows.length > 0 && rows.length === (await shot.page.findAll('.coin-row .price .mn-live')).length;
  });
  return shot;
};

/** The popup over the story, with figures, after something was done in it. */
const popupState = (name: string, act: (shot: Shot) => Promise<unknown>): Surface =>
  popup(name, async (stage) => {
    await stage.openStory();
    const shot = await openWithFigures(stage);
    await act(shot);
    return shot;
  });

const searched = (name: string, query: string, path: string): Surface =>
  popupState(name, async ({ page }) => {
    await (await page.waitFor('[role="combobox"]')).focus();
    await page.type(query);
    await page.waitFor(path);
  });

/** Opened when something is wrong from the first. */
const cold = (name: string, fail: (stage: Stage) => Promise<void>, path: string): Surface =>
  popup(name, async (stage) => {
    await fail(stage);
    const shot = await stage.openPopup();
    await shot.page.waitFor(path);
    return shot;
  });

/** Opened again a while after something went wrong. */
const later = (name: string, fail: (stage: Stage) => Promise<void>, waitMs: number, path: string): Surface =>
  popup(name, async (stage) => {
    await stage.openStory();
    await (await openWithFigures(stage)).page.close();
    await fail(stage);
    await stage.sleepFor(waitMs);
    const shot = await stage.openPopup();
    await shot.page.waitFor(path);
    return shot;
  });

/** A day on which sources fail, each in its own way. */
const TROUBLE: readonly FaultRule[] = [
  { host: 'api.coingecko.com', fault: { kind: 'status', status: 429, retryAfterS: 90 } },
  { host: 'data-api.binance.vision', fault: { kind: 'status', status: 451 } },
  { host: 'api.gateio.ws', fault: { kind: 'status', status: 503 } },
  { host: 'www.okx.com', fault: { kind: 'captive-portal' } },
  { host: 'api.hbdm.com', fault: { kind: 'malformed' } },
  { host: 'api.bitget.com', fault: { kind: 'reset' } },
];
const MINUTE_MS = 60_000;
/** Longer than it takes to open a popup and photograph it; what comes next has to wait for the answers. */
const WAITED_MS = 8000;

/** CoinGecko is asked for every coin: without it, each row has its reason. */
const FIRST_FAILS = '.source.is-failing:first-child';

/** The states of the popup, one entry each. */
export const POPUP_SURFACES: readonly Surface[] = [
  inLanguages(popupState('popup', async () => undefined)),
  inLanguages(
    cold(
      'popup-first',
      (stage) => stage.failMarket([{ fault: { kind: 'slow', delayMs: WAITED_MS } }], true),
      '.sources',
    ),
  ),
  inLanguages(cold('popup-offline', (stage) => stage.goOffline(true), FIRST_FAILS)),
  later('popup-old', (stage) => stage.goOffline(false), 30 * MINUTE_MS, FIRST_FAILS),
  inLanguages(
    later(
      'popup-sources',
      (stage) => stage.failMarket(TROUBLE, false),
      6 * MINUTE_MS,
      '.source.is-failing ~ .is-failing ~ .is-failing ~ .is-failing ~ .is-failing',
    ),
  ),
  inLanguages(
    popup('popup-ungranted', async (stage) => {
      await stage.openUnlistedPage(BLOG);
      const shot = await openWithFigures(stage);
      await shot.page.waitFor('.site-grant button');
      return shot;
    }),
  ),
  inLanguages(
    popupState('popup-blocked', async ({ page }) => {
      await (await page.waitFor('[name="site"]')).click();
      await page.waitFor('.notice:not([hidden])');
    }),
  ),
  searched('popup-found', 'dog', '[role="option"]'),
  inLanguages(searched('popup-typo', 'etherium clasic', '[role="option"]')),
  searched('popup-not-found', 'zzqqxx', '.search .notice:not([hidden])'),
  popupState('popup-removed', async ({ page }) => {
    await (await page.waitFor('.coin-row[data-id] .icon-button')).click();
    await page.waitFor('.undo-line');
  }),
  popupState('popup-alert', async ({ page }) => {
    await page.evaluate(`void (location.hash = '#coin=cardano')`);
    await page.evaluate('location.reload()');
    await page.waitFor('.linked .mn-live');
  }),
  inLanguages(
    popup('popup-empty', async (stage) => {
      await stage.store({ 'mn-watch-list': [] });
      await stage.openStory();
      const shot = await stage.openPopup();
      await shot.page.waitFor('.is-brief .mn-live');
      return shot;
    }),
  ),
];
