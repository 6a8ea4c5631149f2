import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPopupItems, readTickerItems } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<main><p>Cardano rose.</p></main>You have not selected any currencies to display');

const idsOf = async (items: Promise<{ readonly id: string }[]>): Promise<string[]> =>
  (await items).map(({ id }) => id);

describe.each(BROWSERS)('the popup in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let popup: BrowserPage;

  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(PAGE);
    await page.waitFor('mn-ticker >>> li .mn-live');
    popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row .mn-live');
  });
  afterAll(() => world?.close());

  it('adds a coin by keyboard, and the page shows it', async () => {
    await (await popup.waitFor('[role="combobox"]')).focus();
    await popup.type('cardano');
    await popup.waitFor('[role="option"]');
    await popup.press('Enter');
    await until('Cardano on the list', async () => (await idsOf(readPopupItems(popup))).includes('cardano'));
    await until('Cardano on the page', async () => (await idsOf(readTickerItems(page))).includes('cardano'));
    const strip = await readTickerItems(page);
    expect(strip.find(({ id }) => id === 'cardano')?.text).toMatch(/^ADA \$0\.\d+/);
  });

  it('removes a coin, and the page drops it', async () => {
    await (await popup.waitFor('.coin-row[data-id="bitcoin"] .icon-button')).click();
    await until(
      'Bitcoin off the list',
      async () => !(await idsOf(readPopupItems(popup))).includes('bitcoin'),
    );
    await until(
      'Bitcoin off the page',
      async () => !(await idsOf(readTickerItems(page))).includes('bitcoin'),
    );
  });

  it('moves a coin by keyboard, and the page follows', async () => {
    const before = await idsOf(readPopupItems(popup));
    await (await popup.waitFor('.coin-row .handle')).focus();
    await popup.press('ArrowDown');
    const [first, second, ...others] = before;
    await until(
      'the second first',
      async () => (await idsOf(readTickerItems(page))).join() === [second, first, ...others].join(),
    );
    expect(await idsOf(readPopupItems(popup))).toEqual([second, first, ...others]);
  });

  it('finds a mistyped coin among all of them', async () => {
    await (await popup.waitFor('[role="combobox"]')).focus();
    await popup.type('etherium');
    expect(await (await popup.waitFor('[role="option"]')).text()).toContain('ETH');
    await popup.press('Escape');
  });

  it('leaves a site that is switched off, and comes back', async () => {
    await page.bringToFront();
    await waitForChips(page);
    const store = (sites: readonly string[]) =>
      popup.evaluate(
        `chrome.storage.local.set({ 'mn-blocked-sites': { version: 1, value: ${JSON.stringify(sites)} } }).then(() => null)`,
      );
    await store(['coindesk.com']);
    await until('the page as it was', async () => (await page.findAll('mn-chip, mn-ticker')).length === 0);
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    await store([]);
    await waitForChips(page);
  });

  it('opens with the last figures when the market no longer answers', async () => {
    world.market.fail({ host: 'api.coingecko.com', fault: { kind: 'status', status: 503 } });
    const again = await world.browser.openExtensionPage('src/popup/index.html');
    await again.waitFor('.coin-row .mn-live');
    expect((await readPopupItems(again))[0]?.text).toMatch(/\$\d/);
    world.market.heal();
  });
});
