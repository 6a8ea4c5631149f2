import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { ChromiumBrowser } from '../support/chromium.ts';
import { openSiteSettings } from '../support/chromium-site-settings.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { changePermissions } from '../support/firefox-permissions.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, OTHER_HOST, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<p>Bitcoin rose.</p>');
const ORIGIN = `https://${OTHER_HOST}/*`;

const waitUntilLeft = async (page: BrowserPage): Promise<void> => {
  await until('the page as it was', async () => (await page.findAll('mn-chip')).length === 0);
  expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
};

describe.each(BROWSERS)('a site beyond the list in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let listed: BrowserPage;
  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(PAGE, '/story', OTHER_HOST);
    listed = await world.open(PAGE);
    await waitForChips(listed);
  });
  afterAll(() => world?.close());

  it('is left untouched', async () => {
    // By the time a listed site has its chips, this one would have them too.
    expect(await page.findAll('mn-chip')).toHaveLength(0);
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
  });

  if (name === 'firefox') {
    const change = (how: 'add' | 'remove') =>
      changePermissions(world.browser as FirefoxBrowser, how, { origins: [ORIGIN] });

    it('is annotated at once in its open tab when it is granted, and its card opens', async () => {
      await change('add');
      await page.bringToFront();
      await waitForChips(page);
      expect((await readChips(page)).map(({ id }) => id)).toEqual(['bitcoin']);
      // The card comes in a second script, which the grant has to admit as well.
      await (await page.waitFor('mn-chip >>> .chip')).hover();
      await page.waitFor('mn-card >>> .card');
    });

    it("is left when it is taken back in the browser's settings, also by tabs that open later", async () => {
      await change('remove');
      await waitUntilLeft(page);
      await page.goto(`https://${OTHER_HOST}/story?again`);
      await sleep(2500);
      expect(await page.findAll('mn-chip')).toHaveLength(0);
      await change('add');
      await page.bringToFront();
      await waitForChips(page);
      await page.goto(`https://${OTHER_HOST}/story`);
      await waitForChips(page);
    });
    return;
  }

  it("is annotated at once in its open tab when it is granted, and left when it is taken back in the browser's settings", async () => {
    const settings = await openSiteSettings(world.browser as ChromiumBrowser);
    await settings.allow(ORIGIN);
    const desk = await world.browser.openExtensionPage('icons/icon-16.png');
    // The browser hears a wish for a site in a press of a key alone.
    const ask = `chrome.permissions.request(${JSON.stringify({ origins: [ORIGIN] })})`;
    await desk.evaluate(`void addEventListener('keydown', () => void ${ask}, { once: true })`);
    await desk.bringToFront();
    await desk.press('Enter');
    await page.bringToFront();
    await waitForChips(page);
    expect((await readChips(page)).map(({ id }) => id)).toEqual(['bitcoin']);
    // The card comes in a second script, which the grant has to admit as well.
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .card');
    await settings.takeBack(ORIGIN);
    await waitUntilLeft(page);
  });

  it("leaves a listed site that is taken back in the browser's settings, and comes back with it", async () => {
    const settings = await openSiteSettings(world.browser as ChromiumBrowser);
    await settings.takeBackAll();
    await waitUntilLeft(listed);
    await listed.goto(`${await listed.evaluate('location.href')}?again`);
    await sleep(2500);
    expect(await listed.findAll('mn-chip')).toHaveLength(0);
    await settings.grantAll();
    await listed.bringToFront();
    await waitForChips(listed);
  });
});
