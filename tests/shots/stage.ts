import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { logStreamedDay } from '../demo/day-log.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import { waitForFigures } from '../demo/wait-for-figures.ts';
import { SHIFT_KEY, withMovedClock } from '../faults/moved-clock.ts';
import type { FaultRule } from '../market/faults.ts';
import { type Market, startMarket } from '../market/market.ts';
import type { BrowserPage } from '../support/browser.ts';
import { buildExtension } from '../support/build-extension.ts';
import { type ChromiumBrowser, openChromium } from '../support/chromium.ts';
import { ensureBrowser } from '../support/install-browser.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import type { Mode } from './modes.ts';
import type { Surface } from './surface.ts';

/** One of the listed news sites, and a site that is not on the list; served from this machine alone. */
const HOST = 'www.coindesk.com';
const UNLISTED_HOST = 'blog.example.org';

/** A page in front of the camera: as the tests drive it, and as Playwright does. */
export interface Shot {
  readonly page: BrowserPage;
  readonly playwright: Page;
}

/** Opens pages as one mode wants them. */
export interface Stage {
  /** The demonstration story, annotated and with figures, scrolled to its text. */
  openStory(): Promise<Shot>;
  /** Another page of the same site; `html` is a whole document. */
  openPage(html: string): Promise<Shot>;
  /** The same page on a site on which Margin Notes may not run yet. */
  openUnlistedPage(html: string): Promise<Shot>;
  /** A page of the extension in a tab, such as `src/popup/index.html`. */
  openExtensionPage(path: string): Promise<Shot>;
  /** The popup as it stands over the page that was opened last; in a tab, as on a phone, where the mode is narrower. */
  openPopup(): Promise<Shot>;
  /** Stores values of the reader's, by their keys. */
  store(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Lets sources fail; with `isCold` no price is known from before. */
  failMarket(rules: readonly FaultRule[], isCold: boolean): Promise<void>;
  /** Lets every source fail, and the browser tell its pages that there is no connection. */
  goOffline(isCold: boolean): Promise<void>;
  /** Moves the clock on. */
  sleepFor(ms: number): Promise<void>;
  /** Closes what was opened, and takes back what was stored, failed and slept. */
  close(): Promise<void>;
}

/** The browser, the simulated market and the news site behind every picture. */
export interface Studio {
  readonly browser: ChromiumBrowser;
  openStage(surface: Surface, mode: Mode): Promise<Stage>;
  close(): Promise<void>;
}

const withDirection = (html: string, { direction }: Mode): string =>
  direction ? html.replace(/<html\b/i, `<html dir="${direction}"`) : html;

/**
 * A popup has no tab of its own: asked for the tab in view, the browser names the one under it with its address, which a
 * click on the toolbar lends to it.
 */
const toStandOverTab = (address: string): string => `{
  const { query, getCurrent } = chrome.tabs;
  const findTabBelow = async () => {
    const own = await getCurrent();
    const below = (await query({})).filter(({ id }) => id !== own.id).slice(-1);
    return below.map((tab) => ({ ...tab, url: ${JSON.stringify(address)} }));
  };
  for (const { tabs } of [chrome, globalThis.browser ?? chrome]) {
    tabs.query = findTabBelow;
    if (innerWidth >= 360) tabs.getCurrent = async () => undefined;
  }
}`;

/** The popup's own clock, moved as the background's is. */
const toMovedClock = (shiftMs: number): string => `{
  const machineNow = Date.now;
  Date.now = () => machineNow() + ${shiftMs};
}`;

const WHOLE_STORY_PX = 4000;

interface StageParts {
  readonly browser: ChromiumBrowser;
  readonly market: Market;
  readonly pages: PageServer;
  /** A page of the extension that asks for nothing: the way to its storage. */
  readonly console: BrowserPage;
}

const createStage = (
  { browser, market, pages, console }: StageParts,
  { width, height }: Surface,
  mode: Mode,
): Stage => {
  const opened: Shot[] = [];
  const stored = new Set<string>();
  /** Of the page that was opened last: the popup stands over it. */
  let address = '';
  let sleptMs = 0;
  let hasFailed = false;

  /** What is known of prices, and of sources that failed. */
  const forget = async (): Promise<void> => {
    await browser.stopBackground();
    await console.evaluate('chrome.storage.session.clear().then(() => null)');
  };

  const setLocal = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const key of Object.keys(values)) stored.add(key);
    await console.evaluate(`chrome.storage.local.set(${JSON.stringify(values)}).then(() => null)`);
  };

  const openBlank = async (): Promise<Shot> => {
    const page = await browser.newPage();
    const playwright = browser.context.pages().at(-1);
    if (!playwright) throw new Error('The new page is not among the pages of the browser');
    await playwright.emulateMedia({
      colorScheme: mode.colorScheme,
      forcedColors: mode.forcedColors ?? 'none',
      reducedMotion: 'reduce',
    });
    await page.resize(mode.width ?? width, height);
    const shot = { page, playwright };
    opened.push(shot);
    return shot;
  };

  const openPageOn = async (host: string, html: string): Promise<Shot> => {
    address = `https://${host}/shot-${mode.name}-${opened.length}`;
    pages.serve(address, { body: withDirection(html, mode) });
    const shot = await openBlank();
    await shot.page.goto(address);
    return shot;
  };

  const openPage = (html: string): Promise<Shot> => openPageOn(HOST, html);

  const goToExtension = async (shot: Shot, path: string): Promise<void> => {
    await shot.page.goto(`${browser.extensionOrigin}/${path}`);
    if (mode.direction) {
      await shot.page.evaluate(`void (document.documentElement.dir = ${JSON.stringify(mode.direction)})`);
    }
  };

  const failMarket = async (rules: readonly FaultRule[], isCold: boolean): Promise<void> => {
    if (isCold) await forget();
    hasFailed = true;
    for (const rule of rules) market.fail(rule);
  };

  return {
    openPage,
    openUnlistedPage: (html) => openPageOn(UNLISTED_HOST, html),
    async openStory() {
      const shot = await openPage(toStoryPage('simulated'));
      // Coins outside the fixed set are asked for once the reader can see them: for a moment that is all of the story.
      await shot.page.resize(mode.width ?? width, WHOLE_STORY_PX);
      await waitForFigures(shot.page);
      await shot.page.resize(mode.width ?? width, height);
      await showText(shot.page);
      return shot;
    },
    async openExtensionPage(path) {
      const shot = await openBlank();
      await goToExtension(shot, path);
      return shot;
    },
    async openPopup() {
      const shot = await openBlank();
      await shot.playwright.addInitScript(toMovedClock(sleptMs));
      await shot.playwright.addInitScript(toStandOverTab(address));
      await goToExtension(shot, 'src/popup/index.html');
      return shot;
    },
    store: (values) =>
      setLocal(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { version: 1, value }])),
      ),
    failMarket,
    async goOffline(isCold) {
      await failMarket([{ fault: { kind: 'reset' } }], isCold);
      await browser.context.setOffline(true);
    },
    async sleepFor(ms) {
      market.clock.advance(ms);
      sleptMs += ms;
      await setLocal({ [SHIFT_KEY]: sleptMs });
    },
    async close() {
      for (const { page } of opened) await page.close();
      market.heal();
      await browser.context.setOffline(false);
      if (hasFailed) await forget();
      market.clock.advance(-sleptMs);
      await console.evaluate(`chrome.storage.local.remove(${JSON.stringify([...stored])}).then(() => null)`);
    },
  };
};

/** Builds the extension and opens it over the simulated market, with the story's day in its log. */
export const openStudio = async (): Promise<Studio> => {
  const extensionPath = withMovedClock(buildExtension('chromium'));
  const market: Market = await startMarket();
  const pages = await startPageServer([HOST, UNLISTED_HOST]);
  const browser = await openChromium({
    executablePath: ensureBrowser('chromium'),
    extensionPath,
    servers: [market, pages],
  });
  await logStreamedDay(browser, market);
  const console = await browser.openExtensionPage('icons/icon-16.png');
  return {
    browser,
    async openStage(surface, mode) {
      const chosen = JSON.stringify({ version: 1, value: { language: mode.language ?? 'browser' } });
      await console.evaluate(`chrome.storage.local.set({ 'mn-settings': ${chosen} }).then(() => null)`);
      return createStage({ browser, market, pages, console }, surface, mode);
    },
    async close() {
      await browser.close();
      rmSync(extensionPath, { recursive: true, force: true });
      await pages.close();
      await market.close();
    },
  };
};
