/**
 * `npm run bench -- mentions`: the mention engine against the cheapest possible walk and against other ways to find the
 * same forms, in Chromium, over generated pages. Every cold figure comes from a page of its own. All contenders take
 * turns, and a ratio is the median of the ratios of the turns. What counts is the time that the page's thread works. Prints
 * a table and, on the last line, the figures as JSON. The argument `quick` leaves out L and XL.
 */
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../support/find-browser.ts';
import { bundle, withColdPage } from './cold-page.ts';
import { loadPerCore, TRUSTED_LOAD } from './machine-load.ts';
import { PAGE_SIZES, type PageSize, renderPage } from './mentions-pages.ts';
import { median } from './quantile.ts';

/** A page of 200,000 nodes takes longer to build than to scan; a few turns of it must do. */
const TURNS: Readonly<Record<PageSize['name'], number>> = { S: 7, M: 7, L: 5, XL: 3 };
const WARM_RUNS = 5;
const SCANS = ['walk', 'engine', 'map', 'expression'] as const;
const MARKS = ['engine and underlines', 'mark.js'] as const;
const LOADS = ['open table', 'build map'] as const;
type Contender = (typeof SCANS)[number] | (typeof MARKS)[number] | (typeof LOADS)[number];

/** Milliseconds, a value for each turn. Marking changes the page, so it is only ever cold. */
interface Turns {
  readonly coldMs: number[];
  readonly warmMs: number[];
}
type Timings = ReadonlyMap<Contender, Turns>;

const timeTurn = async (
  context: BrowserContext,
  html: string,
  script: string,
  name: Contender,
  turns: Turns,
): Promise<void> =>
  withColdPage(context, html, async ({ run, timeMs }) => {
    const call = (step: 'prepare' | 'contend'): string => `${step}(${JSON.stringify(name)})`;
    await run(script);
    await run(call('prepare'));
    const time = (): Promise<number> => timeMs(call('contend'));
    turns.coldMs.push(await time());
    if ((MARKS as readonly Contender[]).includes(name)) return;
    const warm: number[] = [];
    for (let at = 0; at < WARM_RUNS; at += 1) warm.push(await time());
    turns.warmMs.push(median(warm));
  });

const timeAll = async (
  context: BrowserContext,
  html: string,
  script: string,
  names: readonly Contender[],
  count: number,
): Promise<Timings> => {
  const timings = new Map(names.map((name) => [name, { coldMs: [], warmMs: [] } as Turns]));
  for (let turn = 0; turn < count; turn += 1)
    for (const [name, turns] of timings) await timeTurn(context, html, script, name, turns);
  return timings;
};

/** How many times as long the one takes as the other, in the middle turn. */
const ratioOf = (values: readonly number[] = [], to: readonly number[] = []): number =>
  median(values.map((value, turn) => value / (to[turn] || Number.NaN)));

const printPage = (page: PageSize['name'], timings: Timings): void => {
  const walk = timings.get('walk');
  for (const [name, { coldMs, warmMs }] of timings) {
    const cold = `${median(coldMs).toFixed(1)} (${ratioOf(coldMs, walk?.coldMs).toFixed(2)})`;
    const warm = `${median(warmMs).toFixed(1)} (${ratioOf(warmMs, walk?.warmMs).toFixed(2)})`;
    console.log(
      `${page.padEnd(4)}${name.padEnd(24)}cold ${cold.padEnd(18)}${warmMs.length > 0 ? `warm ${warm}` : ''}`,
    );
  }
};

/** What the goals are about, for one page. */
const summarise = (page: PageSize['name'], timings: Timings) => ({
  page,
  coldToWalk: ratioOf(timings.get('engine')?.coldMs, timings.get('walk')?.coldMs),
  warmToWalk: ratioOf(timings.get('engine')?.warmMs, timings.get('walk')?.warmMs),
  fasterThanMarkJs: timings.has('mark.js')
    ? ratioOf(timings.get('mark.js')?.coldMs, timings.get('engine and underlines')?.coldMs)
    : null,
  medianMs: Object.fromEntries(
    [...timings].map(([name, { coldMs, warmMs }]) => [name, { cold: median(coldMs), warm: median(warmMs) }]),
  ),
});

/** Bytes of heap that the engine adds to a frame that it has read. */
const measureHeap = async (context: BrowserContext, script: string, size: PageSize): Promise<number> =>
  withColdPage(context, renderPage(size), async ({ run, heapBytes }) => {
    const before = await heapBytes();
    await run(script);
    return (await heapBytes()) - before;
  });

const executablePath = findBrowser('chromium');
if (executablePath === null) throw new Error('no browser of the Chromium family found; set CHROME_PATH');
const loadBefore = loadPerCore();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext();
  const script = await bundle('tests/bench/mentions-contenders.ts');
  const sizes = process.argv.includes('quick')
    ? PAGE_SIZES.filter(({ name }) => name === 'S' || name === 'M')
    : PAGE_SIZES;
  console.log('ms, and as a ratio to the bare walk of the same page in the same turn');
  const pages = [];
  for (const size of sizes) {
    const names: readonly Contender[] = size.name === 'XL' ? SCANS : [...SCANS, ...MARKS];
    const timings = await timeAll(context, renderPage(size), script, names, TURNS[size.name]);
    printPage(size.name, timings);
    pages.push(summarise(size.name, timings));
  }
  const load = await timeAll(context, '<p></p>', script, LOADS, TURNS.S);
  const openMs = load.get('open table')?.coldMs;
  const mapMs = load.get('build map')?.coldMs;
  const frame = await bundle(fileURLToPath(new URL('./mentions-frame.ts', import.meta.url)));
  const heapBytes: number[] = [];
  for (const size of sizes.filter(({ name }) => name !== 'XL'))
    heapBytes.push(await measureHeap(context, frame, size));
  for (const { page, coldToWalk, fasterThanMarkJs } of pages) {
    const faster =
      fasterThanMarkJs === null ? '' : `; ${fasterThanMarkJs.toFixed(1)} times as fast as mark.js`;
    console.log(`${page.padEnd(4)}the engine cold: ${coldToWalk.toFixed(2)} times the bare walk${faster}`);
  }
  console.log(
    `table ready in ${median(openMs ?? []).toFixed(2)} ms, a Map of the same in ${median(mapMs ?? []).toFixed(2)} ms: ${ratioOf(mapMs, openMs).toFixed(1)} times as long`,
  );
  console.log(
    `heap per frame over none, in kB: ${heapBytes.map((bytes) => Math.round(bytes / 1024)).join(', ')}`,
  );
  const loads = [loadBefore, loadPerCore()];
  if (Math.max(...loads) > TRUSTED_LOAD)
    console.log(
      `TOO LOADED TO TRUST: ${loads.map((load) => load.toFixed(1)).join(' and then ')} processes for each processor`,
    );
  console.log(
    JSON.stringify({
      pages,
      openMs: median(openMs ?? []),
      mapToOpen: ratioOf(mapMs, openMs),
      heapBytes,
      loadPerCore: loads,
    }),
  );
} finally {
  await browser.close();
}
