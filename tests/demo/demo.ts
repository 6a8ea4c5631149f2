/**
 * `npm run demo`: opens a story in a browser with the built extension, over the simulated market.
 *   --headless --out DIR   without a window; writes page.png, card.png, popup.png and report.json into DIR
 *   --page FILE            another page: .html as it is, .txt wrapped into an article
 *   --live                 the real market instead of the simulated one
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Market, startMarket } from '../market/market.ts';
import type { BrowserPage, ExtensionBrowser } from '../support/browser.ts';
import { buildExtension } from '../support/build-extension.ts';
import { openChromium } from '../support/chromium.ts';
import { ensureBrowser } from '../support/install-browser.ts';
import { startPageServer } from '../support/page-server.ts';
import { until } from '../support/until.ts';
import { toArticlePage } from './article-page.ts';
import { findWrongFigures } from './check-figures.ts';
import { logStreamedDay } from './day-log.ts';
import { type Report, readReport } from './report.ts';
import { showText } from './show-text.ts';
import { toStoryPage } from './story-page.ts';
import { waitForFigures } from './wait-for-figures.ts';

/** One of the listed news sites, so that the extension is at home there; served from this machine alone. */
const HOST = 'www.coindesk.com';
const ADDRESS = `https://${HOST}/margin-notes-demo`;
const POPUP = 'src/popup/index.html';
const PATIENCE_MS = 30_000;
const WINDOW = { width: 1280, height: 900 } as const;
/** Coins outside the fixed set are asked for once the reader can see them: for a moment that is all of the page. */
const WHOLE_PAGE_PX = 4000;

const { values: options } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    out: { type: 'string' },
    page: { type: 'string' },
    live: { type: 'boolean', default: false },
  },
});

const readPage = (file: string | undefined): string => {
  if (file === undefined) return toStoryPage(options.live ? 'live' : 'simulated');
  const text = readFileSync(file, 'utf8');
  return extname(file) === '.txt' ? toArticlePage(text, basename(file, '.txt')) : text;
};

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** What did not come in time is a fault of the run, and no reason to go without the rest of the report. */
const orFault = async (wait: Promise<unknown>, faults: string[]): Promise<void> => {
  await wait.catch((error: Error) => faults.push(error.message));
};

const openCard = async (page: BrowserPage): Promise<void> => {
  const chip = await page.waitFor('mn-chip >>> .chip');
  await chip.hover();
  await page.waitFor('mn-card >>> .card');
};

const toPictures = async (
  browser: ExtensionBrowser,
  page: BrowserPage,
  folder: string,
  faults: string[],
): Promise<Report> => {
  await page.screenshot(join(folder, 'page.png'), 'document');
  await showText(page);
  await orFault(openCard(page), faults);
  await page.screenshot(join(folder, 'card.png'));
  const popup = await browser.openExtensionPage(POPUP);
  await popup.resize(360, 600);
  const hasFigures = async () => (await popup.findAll('.coin-row[data-id] .mn-live')).length > 0;
  await orFault(until('figures in the popup', hasFigures, PATIENCE_MS), faults);
  await popup.screenshot(join(folder, 'popup.png'));
  return readReport(browser, page, popup);
};

/** What speaks against the run: nothing found, something wrong, or a figure that is not the market's. */
const findFaults = (report: Report, market: Market | null): string[] => [
  ...(report.mentions.length === 0 ? ['No mention was found.'] : []),
  ...report.errors.map(({ url, text }) => `Error in ${url}: ${text}`),
  ...(market ? findWrongFigures(report, market) : []),
];

const runHeadless = async (
  browser: ExtensionBrowser,
  market: Market | null,
  folder: string,
): Promise<number> => {
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage();
  await page.goto(ADDRESS);
  const faults: string[] = [];
  await page.resize(WINDOW.width, WHOLE_PAGE_PX);
  await orFault(waitForFigures(page), faults);
  await page.resize(WINDOW.width, WINDOW.height);
  const report = await toPictures(browser, page, folder, faults);
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  faults.push(...findFaults(report, market));
  for (const fault of faults) console.error(fault);
  const subjects = new Set(report.mentions.map(({ id }) => id));
  console.log(
    `${report.mentions.length} mentions of ${subjects.size} coins and exchanges, ${report.chips.length} chips, ` +
      `${report.ticker.replaced} ticker filled, ${faults.length} faults. Pictures and report.json are in ${folder}`,
  );
  return faults.length === 0 ? 0 : 1;
};

const main = async (): Promise<number> => {
  if (options.page !== undefined && !existsSync(options.page)) {
    console.error(`There is no page ${options.page}`);
    return 1;
  }
  const headless = options.headless || !hasDisplay;
  if (headless && !options.headless) console.log('No display here: pictures instead of a window.');
  const extensionPath = buildExtension('chromium');
  const executablePath = ensureBrowser('chromium');
  const market = options.live ? null : await startMarket();
  const pages = await startPageServer([HOST], { [ADDRESS]: { body: readPage(options.page) } });
  const servers = market ? [market, pages] : [pages];
  const browser = await openChromium({
    executablePath,
    extensionPath,
    servers,
    reachesOthers: options.live,
    headless,
  });
  try {
    if (market) await logStreamedDay(browser, market);
    if (headless) return await runHeadless(browser, market, options.out ?? 'out/demo');
    const page = await browser.newPage();
    await page.goto(ADDRESS);
    console.log(`The story is open. Extension folder: ${extensionPath}. Close the browser to end.`);
    await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
    return 0;
  } finally {
    await browser.close();
    await pages.close();
    await market?.close();
  }
};

process.exitCode = await main();
