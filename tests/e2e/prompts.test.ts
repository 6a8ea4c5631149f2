import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser.ts';
import type { ChromiumBrowser } from '../support/chromium.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { pressEnterInPopup, pressShortcut } from '../support/firefox-keys.ts';
import { allowInPrompt, waitForPrompt } from '../support/permission-prompt.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, OTHER_HOST, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const ADDRESS = `https://${OTHER_HOST}/story`;
const SITE = JSON.stringify({ origins: [`https://${OTHER_HOST}/*`] });
const NOTIFICATIONS = JSON.stringify({ permissions: ['notifications'] });
const API = '(globalThis.browser ?? chrome)';
/** What the open popup offers, seen from another page of the extension. */
const OFFER = `(() => {
  const documents = ${API}.extension.getViews().map(({ document }) => document);
  const popup = documents.find((document) => document.querySelector('.site-grant'));
  return {
    text: popup.querySelector('.site-grant').textContent,
    hasSwitch: popup.querySelector('[name="site"]') !== null,
    rows: popup.querySelectorAll('.coin-row[data-id]').length,
  };
})()`;

describe.each(BROWSERS)("the browser's own prompt in %s", (name) => {
  let world: World;
  let page: BrowserPage;
  let desk: BrowserPage;
  beforeAll(async () => {
    world = await openWorld(name);
    desk = await world.browser.openExtensionPage('icons/icon-16.png');
    page = await world.open(toPage('<p>Bitcoin rose.</p>'), '/story', OTHER_HOST);
  });
  afterAll(() => world?.close());

  const isHeld = (permissions: string) => desk.evaluate(`${API}.permissions.contains(${permissions})`);

  /** The popup over a site without a grant: an offer that names it, and no switch. */
  const expectOffer = async (): Promise<void> => {
    expect(await desk.evaluate(OFFER)).toEqual({
      text: expect.stringContaining(`Margin Notes does not run on ${OTHER_HOST}.`),
      hasSwitch: false,
      rows: 5,
    });
  };

  /** In Firefox the popup of the toolbar, by its keys. */
  const askInFirefox = async (): Promise<void> => {
    const firefox = world.browser as FirefoxBrowser;
    const button = `browser.extension.getViews({ type: 'popup' })[0]?.document.querySelector('.site-grant button')`;
    await page.bringToFront();
    await pressShortcut(firefox, 'M');
    await until('the offer', () => desk.evaluate(`Boolean(${button})`));
    await expectOffer();
    await desk.evaluate(`void ${button}.focus()`);
    await desk.evaluate(`void ${button}.addEventListener('click', () => { globalThis.isPressed = true; })`);
    // A popup that has just opened may not hear keys yet.
    await until('the press to be heard', async () => {
      await pressEnterInPopup(firefox);
      await sleep(500);
      return desk.evaluate('globalThis.isPressed === true');
    });
  };

  /** Chromium lends no tab to a popup that was not opened by hand: it is told of the page that it would stand over. */
  const askInChromium = async (): Promise<void> => {
    const popup = await world.browser.newPage();
    const tab = JSON.stringify([{ id: 1, url: ADDRESS }]);
    await (world.browser as ChromiumBrowser).context
      .pages()
      .at(-1)
      ?.addInitScript(`
      chrome.tabs.query = async () => (${tab});
      if (globalThis.browser) browser.tabs.query = chrome.tabs.query;`);
    await popup.goto(`${world.browser.extensionOrigin}/src/popup/index.html`);
    await (await popup.waitFor('.site-grant button')).focus();
    await expectOffer();
    await popup.press('Enter');
  };

  it('asks for a site when the popup is told to, and the site is annotated at once when it says yes', async () => {
    expect(await isHeld(SITE)).toBe(false);
    if (name === 'chromium') {
      await waitForPrompt(world.browser, askInChromium);
      expect(await isHeld(SITE)).toBe(false);
      expect(await page.findAll('mn-chip')).toHaveLength(0);
    } else {
      await waitForPrompt(world.browser, askInFirefox);
      await allowInPrompt(world.browser as FirefoxBrowser);
      await until('the grant', () => isHeld(SITE));
      await page.bringToFront();
      await waitForChips(page);
    }
  });

  it('asks for notifications when the first alert is written, which stands whatever is answered', async () => {
    expect(await isHeld(NOTIFICATIONS)).toBe(false);
    const options = await world.browser.openExtensionPage('src/options/index.html');
    await (await options.waitFor('[name="alert-new"]')).click();
    await (await options.waitFor('[name="alert-amount"]')).focus();
    await options.type('150000');
    await waitForPrompt(world.browser, () => options.press('Enter'));
    if (name === 'chromium') {
      expect(await isHeld(NOTIFICATIONS)).toBe(false);
    } else {
      await allowInPrompt(world.browser as FirefoxBrowser);
      await until('the grant', () => isHeld(NOTIFICATIONS));
    }
    await until('the alert', () =>
      desk.evaluate(
        `${API}.storage.local.get('mn-alerts').then((all) => all['mn-alerts']?.value.list.length === 1)`,
      ),
    );
    // Chromium's own way of showing a picture by itself offends the policy of our pages.
    expect(world.browser.errors.filter(({ url }) => !url.endsWith('.png'))).toEqual([]);
  });
});
