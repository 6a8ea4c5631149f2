import { sleep } from '../support/until.ts';
import { bundle, withColdPage } from './cold-page.ts';
import { renderPage, toPageSize } from './mentions-pages.ts';
import { median, quantile } from './quantile.ts';
import type { Row } from './row.ts';
import type { StoryWorld } from './story-world.ts';
import { recordTasks } from './thread.ts';

const READING_MS = 8000;
const DRAWING_MS = 3000;
/** Less than this is the browser looking whether there is anything to do. */
const LEAST_SLICE_MS = 0.2;

export const toArticle = (body: string): string =>
  `<!doctype html><html lang="en"><title>A market report on Bitcoin</title><body><article>${body}</article></body></html>`;

/** When the first underline stood in the page and when the last one came, in ms since the page began. */
const WATCH_UNDERLINES = `(() => {
  let size = 0;
  const look = () => {
    const now = CSS.highlights.get('mn-mention')?.size ?? 0;
    if (now !== size) {
      globalThis.firstMs ??= performance.now();
      globalThis.lastMs = performance.now();
      size = now;
    }
    requestAnimationFrame(look);
  };
  look();
})()`;

const timeOnePass = async ({ browser }: StoryWorld, html: string): Promise<number> => {
  const script = await bundle('tests/bench/mentions-contenders.ts');
  return withColdPage(browser.context, html, async ({ run, timeMs }) => {
    await run(script);
    return timeMs('contend("engine and underlines")');
  });
};

/** The longest task of the page without the extension, once it is parsed: what it draws in one go. */
const timeLongestDrawing = async (world: StoryWorld, address: string): Promise<number> => {
  const page = await world.newPage();
  const tasks = await recordTasks(page, async () => {
    await page.goto(address);
    await sleep(DRAWING_MS);
  });
  await page.close();
  return Math.max(...tasks.filter(({ drawMs }) => drawMs > 0).map(({ ms }) => ms));
};

/** How the shipped script reads page L: in slices, what is in view first. */
export const measureSlices = async (world: StoryWorld): Promise<readonly Row[]> => {
  const html = renderPage(toPageSize('L'));
  const addresses = world.serve('long', toArticle(html));

  const page = await world.newPage();
  const tasks = await recordTasks(page, async () => {
    await page.goto(addresses.with);
    await sleep(READING_MS);
  });
  await page.close();
  const slices = tasks.filter(({ scriptMs }) => scriptMs > LEAST_SLICE_MS);
  // The first is the script itself, compiled and started.
  const [start, ...reading] = slices.map(({ scriptMs }) => scriptMs);
  const [first] = slices;
  const afterStart = tasks.filter(({ startMs }) => first && startMs > first.startMs).map(({ ms }) => ms);
  const withoutLongest = reading.filter((ms) => ms < Math.max(...reading));
  const drawingMs = await timeLongestDrawing(world, addresses.without);

  const watched = await world.newPage();
  await watched.addInitScript(WATCH_UNDERLINES);
  await watched.goto(addresses.with);
  await sleep(READING_MS);
  const [firstMs, lastMs] = [
    Number(await watched.evaluate('firstMs')),
    Number(await watched.evaluate('lastMs')),
  ];
  await watched.close();

  const onePassMs = await timeOnePass(world, html);
  return [
    { what: 'L: the script loaded and started', measured: start ?? Number.NaN, unit: 'ms' },
    { what: 'L: own work in one go, typically', measured: median(reading), unit: 'ms', goal: 5 },
    {
      what: 'L: own work in one go, 99 of 100',
      measured: quantile(reading, 0.99),
      unit: 'ms',
      goal: 8,
      limit: `a script is compiled and started in one go, the second as the first; without the longest of all, 99 of 100 take ${quantile(withoutLongest, 0.99).toFixed(1)} ms`,
    },
    {
      what: 'L: longest task while reading, to one synchronous pass',
      measured: Math.max(...afterStart) / onePassMs,
      unit: 'times',
      goal: 1 / 3,
      note: `${Math.max(...afterStart).toFixed(1)} ms against ${onePassMs.toFixed(1)} ms; with the page's own drawing`,
      limit: `the page draws for ${drawingMs.toFixed(1)} ms in one go without the extension, ${(drawingMs / onePassMs).toFixed(2)} times the pass`,
    },
    {
      what: 'L: first underline in view, to the last of the page',
      measured: firstMs / lastMs,
      unit: 'times',
      goal: 1,
      note: `${firstMs.toFixed(0)} ms and ${lastMs.toFixed(0)} ms after the page began`,
    },
  ];
};
