import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPopupItems, readTickerItems } from '../demo/report.ts';
import { findAxeViolationsInPage } from '../support/axe-in-page.ts';
import type { Box, BrowserPage, Point } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { walkByTab } from '../support/walk-by-tab.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<main><p>Cardano rose.</p></main>You have not selected any currencies to display');

/** What has the focus, as it is read aloud. */
const FOCUSED = '(({ ariaLabel, textContent }) => ariaLabel || textContent)(document.activeElement)';

/** How far things moved that stood already, as a layout shift; 0 in a browser that does not tell. */
const READ_SHIFTS = `(() => {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: 'layout-shift', buffered: true });
  return observer.takeRecords().reduce((sum, { value }) => sum + value, 0);
})()`;

const toCentre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

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

  it('has nothing that axe finds wrong', async () => {
    expect(await findAxeViolationsInPage(popup)).toEqual([]);
  });

  it('is led through by the keyboard alone', async () => {
    const { expected, met, unmarked } = await walkByTab(popup);
    expect(met).toEqual(expected);
    expect(unmarked).toEqual([]);
    expect(met.slice(1, 8)).toEqual([
      'Find a coin to watch',
      'Move Bitcoin: arrow keys or drag',
      'Stop watching Bitcoin',
      'Set an alert for Bitcoin',
      'Move Ethereum: arrow keys or drag',
      'Stop watching Ethereum',
      'Set an alert for Ethereum',
    ]);
  });

  it('puts a removed coin back, with the focus where it was', async () => {
    await (await popup.waitFor('.coin-row[data-id="bitcoin"] .icon-button')).focus();
    await popup.press('Enter');
    await popup.waitFor('.undo-line');
    expect(await popup.evaluate(FOCUSED)).toBe('Undo');
    await popup.press('Enter');
    await popup.waitFor('.coin-row[data-id="bitcoin"]');
    await until('the focus', async () => (await popup.evaluate(FOCUSED)) === 'Stop watching Bitcoin');
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

  it('moves a coin by drag, and the page follows', async () => {
    const before = await idsOf(readPopupItems(popup));
    await popup.bringToFront();
    const [first, second] = await popup.findAll('.coin-row .handle');
    if (!first || !second) throw new Error('There are no two handles');
    const [from, to] = [toCentre(await first.box()), toCentre(await second.box())];
    await popup.drag(from, { x: to.x, y: to.y + 8 }, 'mouse');
    const [one, two, ...others] = before;
    await until(
      'the second first',
      async () => (await idsOf(readTickerItems(page))).join() === [two, one, ...others].join(),
    );
    expect(await idsOf(readPopupItems(popup))).toEqual([two, one, ...others]);
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

  it('opens at the coin of a notification', async () => {
    const linked = await world.browser.openExtensionPage('src/popup/index.html#coin=solana');
    await linked.waitFor('.coin-row[data-id="solana"] .mn-live');
    expect(await linked.evaluate('document.activeElement.dataset.id')).toBe('solana');
    await linked.close();
  });

  it('opens with the last figures when the market no longer answers', async () => {
    world.market.fail({ host: 'api.coingecko.com', fault: { kind: 'status', status: 503 } });
    const again = await world.browser.openExtensionPage('src/popup/index.html');
    await again.waitFor('.coin-row .mn-live');
    expect((await readPopupItems(again))[0]?.text).toMatch(/\$\d/);
    await again.waitFor('.sources li');
    // An age that grows by a digit moves its own line, and no row.
    expect(await again.evaluate(READ_SHIFTS)).toBeLessThan(0.001);
    world.market.heal();
  });
});
