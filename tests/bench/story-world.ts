import type { Page } from 'playwright-core';
import { logStreamedDay } from '../demo/day-log.ts';
import { toStoryPage } from '../demo/story-page.ts';
import { type Market, startMarket } from '../market/market.ts';
import { buildExtension } from '../support/build-extension.ts';
import { type ChromiumBrowser, openChromium } from '../support/chromium.ts';
import { ensureBrowser } from '../support/install-browser.ts';
import { startPageServer } from '../support/page-server.ts';

/** Margin Notes runs on the one, and not on the other: the same page on both shows what it costs. */
const LISTED = 'www.coindesk.com';
const UNLISTED = 'blog.example.org';
export type Side = 'with' | 'without';

/** The built extension in Chromium over the simulated market, and pages that are served with and without it. */
export interface StoryWorld {
  readonly browser: ChromiumBrowser;
  readonly market: Market;
  /** Serves a page on both hosts; gives its address on each. */
  serve(name: string, body: string): Readonly<Record<Side, string>>;
  /** The demonstration story. */
  readonly story: Readonly<Record<Side, string>>;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export const openStoryWorld = async (extensionPath = buildExtension('chromium')): Promise<StoryWorld> => {
  const market = await startMarket();
  const pages = await startPageServer([LISTED, UNLISTED]);
  const browser = await openChromium({
    executablePath: ensureBrowser('chromium'),
    extensionPath,
    servers: [market, pages],
  });
  const serve = (name: string, body: string): Record<Side, string> => {
    const addresses = { with: `https://${LISTED}/${name}`, without: `https://${UNLISTED}/${name}` };
    for (const address of Object.values(addresses)) pages.serve(address, { body });
    return addresses;
  };
  await logStreamedDay(browser, market);
  return {
    browser,
    market,
    serve,
    story: serve('story', toStoryPage('simulated')),
    newPage: () => browser.context.newPage(),
    async close() {
      await browser.close();
      await pages.close();
      await market.close();
    },
  };
};

/** Until chips stand on the page and as many as before, twice in a row: nothing more comes. */
export const waitForChips = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    `(() => { const { length } = document.querySelectorAll('mn-chip'); const same = length > 0 && globalThis.chipsBefore === length;
      globalThis.chipsBefore = length; return same; })()`,
    undefined,
    { polling: 1000, timeout: 60_000 },
  );
};
