import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPopupItems, readTickerItems } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World } from './open-story.ts';

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
    await (await popup.waitFor('.coin-row[data-id="bitcoin"] button')).click();
    await until(
      'Bitcoin off the list',
      async () => !(await idsOf(readPopupItems(popup))).includes('bitcoin'),
    );
    await until(
      'Bitcoin off the page',
      async () => !(await idsOf(readTickerItems(page))).includes('bitcoin'),
    );
  });

  it('opens with the last figures when the market no longer answers', async () => {
    world.market.fail({ host: 'api.coingecko.com', fault: { kind: 'status', status: 503 } });
    const again = await world.browser.openExtensionPage('src/popup/index.html');
    await again.waitFor('.coin-row .mn-live');
    expect((await readPopupItems(again))[0]?.text).toMatch(/\$\d/);
    world.market.heal();
  });
});
