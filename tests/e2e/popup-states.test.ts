import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPopupItems } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { pressShortcut } from '../support/firefox-keys.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const API = '(globalThis.browser ?? chrome)';
/** The popup under the toolbar, seen from another page of the extension. */
const POPUP = `${API}.extension.getViews({ type: 'popup' })[0]`;

/** The names of coins have no digits here: a row with one would show a figure. */
const DIGIT = /\d/;
const SPINNERS = `document.querySelectorAll('progress, [role="progressbar"], [aria-busy="true"]').length
  + document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations === Infinity).length`;

/** Longer than any of these tests waits. */
const SLOW_MS = 20_000;

describe.each(BROWSERS)('the popup in %s', (name) => {
  let world: World;
  let desk: BrowserPage;

  beforeAll(async () => {
    world = await openWorld(name);
    desk = await world.browser.openExtensionPage('icons/icon-16.png');
  });
  afterAll(() => world?.close());

  const openPopup = async (): Promise<BrowserPage> => {
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('[role="combobox"]');
    return popup;
  };
  const store = (key: string, value: unknown) =>
    desk.evaluate(`${API}.storage.local.set(${JSON.stringify({ [key]: { version: 1, value } })})`);
  const readRows = async (popup: BrowserPage): Promise<string[]> =>
    (await readPopupItems(popup)).map(({ text }) => text);

  /** What is known of prices, and of sources that failed. */
  const forget = async (): Promise<void> => {
    await world.browser.stopBackground();
    await desk.evaluate(`${API}.storage.session.clear()`);
  };

  /** Every row has a dash and its reason, and nothing turns while the reader waits. */
  const waitForDashes = async (popup: BrowserPage, reason: string): Promise<void> => {
    const rows = await until(`rows with “${reason}”`, async () => {
      const shown = await readRows(popup);
      return shown.every((row) => row.includes(reason)) && shown;
    });
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      expect(row).toContain('—');
      expect(row).not.toMatch(DIGIT);
    }
    expect(await popup.evaluate(SPINNERS)).toBe(0);
  };

  it('has dashes with a reason before the first answer ever', async () => {
    world.market.fail({ fault: { kind: 'slow', delayMs: SLOW_MS } });
    const popup = await openPopup();
    await waitForDashes(popup, 'Asked for, no answer yet');
    await popup.close();
    world.market.heal();
  });

  it('has dashes and says once why when it never had a connection', async () => {
    world.market.fail({ fault: { kind: 'reset' } });
    await forget();
    const popup = await openPopup();
    const line = await popup.waitFor('main > [role="status"].notice:not([hidden])');
    expect(await line.text()).toBe('No connection');
    await waitForDashes(popup, 'No connection');
    await popup.close();
    world.market.heal();
    await forget();
  });

  it('says over a site that is off that it is, and turns it on again', async () => {
    await store('mn-blocked-sites', ['coindesk.com']);
    const page = await world.open(toPage('<p>Bitcoin rose.</p>'));
    await page.bringToFront();
    if (name === 'firefox') await pressShortcut(world.browser as FirefoxBrowser, 'M');
    else await desk.evaluate('chrome.action.openPopup()');
    await until('the word of it', () =>
      desk.evaluate(`${POPUP}?.document.querySelector('main')?.textContent.includes('Off here: nothing on')`),
    );
    expect(await desk.evaluate(`${POPUP}.document.querySelector('[name=site]').checked`)).toBe(false);
    await until('the figures', () =>
      desk.evaluate(`${POPUP}.document.querySelectorAll('.coin-row .price .mn-live').length === 5`),
    );
    await desk.evaluate(`void ${POPUP}.document.querySelector('[name=site]').click()`);
    await waitForChips(page);
    await desk.evaluate(`void ${POPUP}?.close()`);
    await page.close();
  });

  it('keeps its last figures with their age without a connection, beside a dash for what it never had', async () => {
    const { requests } = world.market;
    const asked = requests.length;
    world.market.fail({ fault: { kind: 'reset' } });
    await store('mn-watch-list', ['bitcoin', 'ethereum', 'mog-coin']);
    const popup = await openPopup();
    await until('a question in vain', async () => requests.slice(asked).some(({ status }) => status === 0));
    await popup.waitFor('.source.is-failing');
    const [bitcoin, ether, mog] = await readRows(popup);
    for (const row of [bitcoin, ether]) expect(row).toMatch(/\$\d.* · \d+ (?:sec|min)/);
    expect(mog).toMatch(/— (?:No connection|Asked for, no answer yet)/);
    expect(mog).not.toMatch(DIGIT);
    expect(await popup.evaluate(SPINNERS)).toBe(0);
    await popup.close();
    world.market.heal();
  });

  it('says with nothing on the watch-list how to begin one', async () => {
    await store('mn-watch-list', []);
    const popup = await openPopup();
    const notice = await popup.waitFor('[aria-labelledby="watch-list-heading"] .notice');
    expect(await notice.text()).toMatch(/^No coins here yet\. Type a name/);
    expect(await popup.findAll('.coin-row[data-id], .column-price')).toHaveLength(0);
    await (await popup.waitFor('[role="combobox"]')).focus();
    await popup.type('cardano');
    await popup.waitFor('[role="option"]');
    await popup.press('Enter');
    await popup.waitFor('.coin-row[data-id="cardano"]');
  });
});
