import { inject } from 'vitest';
import { logStreamedDay } from '../demo/day-log.ts';
import { readChips } from '../demo/report.ts';
import { type Market, startMarket } from '../market/market.ts';
import type { BrowserPage, ExtensionBrowser } from '../support/browser.ts';
import { openChromium } from '../support/chromium.ts';
import { openFirefox } from '../support/firefox.ts';
import { type PageServer, type ServedPage, startPageServer } from '../support/page-server.ts';
import { until } from '../support/until.ts';

export type BrowserName = ExtensionBrowser['name'];

/** A browser with the shipped extension, the simulated market behind the real host names, and a news site to serve. */
export interface World {
  readonly browser: ExtensionBrowser;
  readonly market: Market;
  /** Gives the log what the day's streams told: a reader whose browser was open all day. */
  logDay(): Promise<void>;
  /** Serves a page and opens it in a new tab: on the news site, or on the site that is not on the list. */
  open(page: ServedPage, path?: string, host?: string): Promise<BrowserPage>;
  close(): Promise<void>;
}

const HOST = 'www.coindesk.com';
/** A site that Margin Notes may only run on when the reader allows it. */
export const OTHER_HOST = 'blog.example.org';

const openBrowser = (
  name: BrowserName,
  extensionPath: string,
  servers: readonly [Market, PageServer],
): Promise<ExtensionBrowser> => {
  const executablePath = inject(`${name}Executable`);
  const open = name === 'chromium' ? openChromium : openFirefox;
  return open({ executablePath, extensionPath, servers });
};

/** `extensionPath`: where a built extension lies that is another than the shipped one. */
export const openWorld = async (
  name: BrowserName,
  extensionPath: string = inject(`${name}Extension`),
): Promise<World> => {
  const market = await startMarket();
  const pages = await startPageServer([HOST, OTHER_HOST]);
  const browser = await openBrowser(name, extensionPath, [market, pages]);
  return {
    browser,
    market,
    logDay: () => logStreamedDay(browser, market),
    async open(served, path = '/story', host = HOST) {
      const url = `https://${host}${path}`;
      pages.serve(url, served);
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await pages.close();
      await market.close();
    },
  };
};

const PATIENCE_MS = 20_000;

/** Until the page has settled, its chips stand, and none of them waits for a figure. */
export const waitForChips = (page: BrowserPage): Promise<boolean> =>
  until(
    'chips with figures',
    async () => {
      const chips = await readChips(page);
      return chips.length > 0 && chips.every(({ state }) => state !== 'pending');
    },
    PATIENCE_MS,
  );

/** A bare document around some markup, for pages whose own look does not matter. */
export const toPage = (body: string, head = ''): ServedPage => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title>${head}</head><body>${body}</body></html>`,
});

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
