import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<main><p>Bitcoin and Solana rose.</p></main>');
const TEXT = `document.body.textContent`;

describe.each(BROWSERS)('the options in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let options: BrowserPage;

  const chipText = async (): Promise<string> => (await readChips(page)).map(({ text }) => text).join(' ');
  const styleOf = async (path: string, property: string): Promise<unknown> =>
    (await page.waitFor(path)).call(`function () { return getComputedStyle(this).${property}; }`);

  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(PAGE);
    await waitForChips(page);
    options = await world.browser.openExtensionPage('src/options/index.html');
    await options.waitFor('[name="theme"]');
  });
  afterAll(() => world?.close());

  it('set the currency, and the open page follows', async () => {
    const select = await options.waitFor('[name="currency"]');
    await select.focus();
    await options.type('eur');
    await options.press('Enter');
    await page.bringToFront();
    await until('euros on the page', async () => (await chipText()).includes('€'), 20_000);
  });

  it('set theme and colours, and what is opened over the page follows', async () => {
    await (await options.waitFor('[name="theme"][value="dark"]')).click();
    await (await options.waitFor('[name="risingColour"][value="red"]')).click();
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await until('a dark card', async () => (await styleOf('mn-card >>> .card', 'colorScheme')) === 'dark');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('mn-card')).colorScheme`)).not.toBe(
      'dark',
    );
    await page.press('Escape');
  });

  it('block a site: the open page is as if nobody had been there, and annotated again when it is unblocked', async () => {
    await (await options.waitFor('[name="block-site"]')).focus();
    await options.type('https://www.coindesk.com/story');
    await options.press('Enter');
    await page.bringToFront();
    await until('no chips', async () => (await page.findAll('mn-chip')).length === 0);
    expect(await page.evaluate(`${TEXT}.includes('Bitcoin and Solana rose.')`)).toBe(true);
    const other = await world.open(PAGE, '/other');
    await (await options.waitFor('[aria-label="Unblock coindesk.com"]')).click();
    await page.bringToFront();
    await waitForChips(page);
    await other.bringToFront();
    await waitForChips(other);
  });

  it('name the sources with their state, and leave alone the one that is off', async () => {
    await options.bringToFront();
    await until('an answer of CoinGecko', async () =>
      /CoinGecko\s*Prices · \d/.test(String(await options.evaluate(TEXT))),
    );
    await (await options.waitFor('[name="source-okx"]')).click();
    await until(
      'OKX switched off',
      async () => String(await options.evaluate(TEXT)).includes('You switched this source off.'),
      20_000,
    );
  });

  it('delete everything, after asking, and nothing is left', async () => {
    await (await options.waitFor('[name="delete"]')).click();
    await (await options.waitFor('[name="delete-sure"]')).click();
    await until('the word that it is done', async () =>
      String(await options.evaluate(TEXT)).includes('Everything was deleted, here'),
    );
    const left = await options.evaluate(`chrome.storage.sync.get(null).then((all) => Object.keys(all))`);
    expect(left).toEqual([]);
  });

  it('throw no error', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
