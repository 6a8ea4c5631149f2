import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { startMarket } from '../market/market.ts';
import { type FirefoxBrowser, openFirefox } from '../support/firefox.ts';
import { changePermissions } from '../support/firefox-permissions.ts';
import { startPageServer } from '../support/page-server.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, OTHER_HOST, openWorld, toPage, waitForChips } from './open-story.ts';

const PAGE = toPage('<p>Bitcoin rose.</p>');

describe.each(BROWSERS)('a site beyond the list in %s', (name) => {
  it('is left untouched', async () => {
    const world = await openWorld(name);
    try {
      const page = await world.open(PAGE, '/story', OTHER_HOST);
      // By the time a listed site has its chips, this one would have them too.
      await waitForChips(await world.open(PAGE));
      expect(await page.findAll('mn-chip')).toHaveLength(0);
      expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    } finally {
      await world.close();
    }
  });
});

/** Grants and revokes as the browser's own settings do; only Firefox lets a test reach them. */
describe('a site that the reader allows', () => {
  let firefox: FirefoxBrowser;
  const closing: (() => Promise<void>)[] = [];
  const change = (how: 'add' | 'remove') =>
    changePermissions(firefox, how, { origins: [`https://${OTHER_HOST}/*`] });

  beforeAll(async () => {
    const market = await startMarket();
    const pages = await startPageServer([OTHER_HOST], { [`https://${OTHER_HOST}/story`]: PAGE });
    firefox = await openFirefox({
      executablePath: inject('firefoxExecutable'),
      extensionPath: inject('firefoxExtension'),
      servers: [market, pages],
    });
    closing.push(firefox.close, pages.close, market.close);
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it('is annotated at once in its open tab, and no longer when the reader takes the site back', async () => {
    const page = await firefox.newPage();
    await page.goto(`https://${OTHER_HOST}/story`);
    await change('add');
    await waitForChips(page);
    expect((await readChips(page)).map(({ id }) => id)).toEqual(['bitcoin']);
    // The card comes in a second script, which the grant has to admit as well.
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .card');

    await change('remove');
    await until('the page as it was', async () => (await page.findAll('mn-chip')).length === 0, 20_000);
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    await page.goto(`https://${OTHER_HOST}/story?again`);
    await sleep(2500);
    expect(await page.findAll('mn-chip')).toHaveLength(0);
  });

  it('is annotated in tabs that open later', async () => {
    await change('add');
    await sleep(500);
    const page = await firefox.newPage();
    await page.goto(`https://${OTHER_HOST}/story`);
    await until('a chip', async () => (await readChips(page)).length > 0, 10_000);
  });
});
