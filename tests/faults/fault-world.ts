import { rmSync } from 'node:fs';
import { LOG_NAME } from '../../src/platform/disk-log.ts';
import { readChips } from '../demo/report.ts';
import { type Market, type MarketRequest, startMarket } from '../market/market.ts';
import type { BrowserPage, ExtensionBrowser, PagePlace } from '../support/browser.ts';
import { openChromium } from '../support/chromium.ts';
import { openFirefox } from '../support/firefox.ts';
import { type PageServer, startPageServer } from '../support/page-server.ts';
import { sleep, until } from '../support/until.ts';
import { SHIFT_KEY, withMovedClock } from './moved-clock.ts';

const HOST = 'www.coindesk.com';
const STORY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title></head>
<body><p>Bitcoin rose, Gate.io was busy.</p></body></html>`;
const PATIENCE_MS = 60_000;
const QUIET_MS = 800;

/** What a reader sees of a chip, with its words for those who cannot see. */
export interface SeenChip {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly label: string;
}

/** A browser with the built extension, the simulated market, and a way to begin anew without opening the browser anew. */
export interface FaultWorld {
  readonly browser: ExtensionBrowser;
  readonly market: Market;
  /** A page of the extension that asks for nothing: the way to its storage and its background. */
  readonly console: BrowserPage;
  /** A story with Bitcoin and Gate.io in it, in a new tab, or in a window of its own. */
  openStory(place?: PagePlace): Promise<BrowserPage>;
  /** As on the first day: nothing stored, nothing running, the market well. */
  reset(): Promise<void>;
  /** Moves the clock of the machine, and the market's with it: what an hour's sleep looks like on waking. */
  sleepFor(ms: number): Promise<void>;
  /** Until nothing has been asked for a while. */
  settle(): Promise<void>;
  /** What reached the market since the last reset. */
  requests(): readonly MarketRequest[];
  close(): Promise<void>;
}

export interface WorldParts {
  readonly name: ExtensionBrowser['name'];
  readonly executablePath: string;
  readonly extensionPath: string;
}

const CLEAR = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  await Promise.all(['session', 'local', 'sync'].map((area) => api.storage[area].clear()));
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(${JSON.stringify(LOG_NAME)});
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
})()`;

/** Opens a world that lives by a clock of its own. */
export const openFaultWorld = async ({
  name,
  executablePath,
  extensionPath,
}: WorldParts): Promise<FaultWorld> => {
  const market = await startMarket();
  const pages: PageServer = await startPageServer([HOST], { [`https://${HOST}/story`]: { body: STORY } });
  const folder = withMovedClock(extensionPath);
  const open = name === 'chromium' ? openChromium : openFirefox;
  const browser = await open({ executablePath, extensionPath: folder, servers: [market, pages] });
  const console = await browser.openExtensionPage('icons/icon-16.png');
  let opened: BrowserPage[] = [];
  let mark = 0;
  return {
    browser,
    market,
    console,
    async openStory(place) {
      const page = await browser.newPage(place);
      await page.goto(`https://${HOST}/story`);
      opened.push(page);
      return page;
    },
    async reset() {
      for (const page of opened) await page.close();
      opened = [];
      await browser.stopBackground();
      await console.evaluate(CLEAR);
      market.heal();
      mark = market.requests.length;
    },
    async sleepFor(ms) {
      market.clock.advance(ms);
      await console.evaluate(`(async () => {
        const { local } = (globalThis.browser ?? globalThis.chrome).storage;
        const key = ${JSON.stringify(SHIFT_KEY)};
        await local.set({ [key]: ((await local.get(key))[key] ?? 0) + ${ms} });
      })()`);
    },
    async settle() {
      let seen = -1;
      while (seen !== market.requests.length) {
        seen = market.requests.length;
        await sleep(QUIET_MS);
      }
    },
    requests: () => market.requests.slice(mark),
    async close() {
      await browser.close();
      await pages.close();
      await market.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const seeChips = async (page: BrowserPage): Promise<readonly SeenChip[]> => {
  const labels = await Promise.all(
    (await page.findAll('mn-chip >>> .chip')).map((chip) => chip.attribute('aria-label')),
  );
  return (await readChips(page)).map((chip, at) => ({ ...chip, label: labels[at] ?? '' }));
};

/** The page's chips once all of them fit; what was seen instead is in the error. */
export const waitToSee = async (
  page: BrowserPage,
  what: string,
  fits: (chip: SeenChip) => boolean,
): Promise<readonly SeenChip[]> => {
  let seen: readonly SeenChip[] = [];
  const look = async () => {
    seen = await seeChips(page);
    return seen.length > 0 && seen.every(fits) && seen;
  };
  return until(what, look, PATIENCE_MS).catch(() => {
    throw new Error(
      `Not ${what} but ${seen.map(({ text, state, label }) => `${text} (${state}: ${label})`).join('; ')}`,
    );
  });
};

/** Makes the page ask at once instead of after its ten seconds, as it does when a reader comes back to its tab. */
export const comeBack = async (page: BrowserPage): Promise<void> => {
  await page.evaluate(`void document.dispatchEvent(new Event('visibilitychange'))`);
};
