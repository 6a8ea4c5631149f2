/**
 * `npm run bench -- mentions`: the mention engine against the cheapest possible walk and against other ways to find the
 * same forms, in Chromium, over generated pages. Every cold figure comes from a page of its own. Prints a table and, on
 * the last line, the figures as JSON.
 */
import { type BrowserContext, chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../support/find-browser.ts';
import { PAGE_SIZES, type PageSize, renderPage } from './mentions-pages.ts';

/** A page of 200,000 nodes takes longer to build than to scan; a few runs of it must do. */
const COLD_RUNS: Readonly<Record<PageSize['name'], number>> = { S: 7, M: 5, L: 3, XL: 2 };
const WARM_RUNS = 5;
const SCANS = ['walk', 'engine', 'map', 'expression'] as const;
const MARKS = ['engine and underlines', 'mark.js'] as const;
const LOADS = ['open table', 'build map'] as const;
type Contender = (typeof SCANS)[number] | (typeof MARKS)[number] | (typeof LOADS)[number];

interface Timing {
  readonly coldMs: number;
  readonly warmMs: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The contenders as one classic script, built as the content script is. */
const bundleContenders = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: 'tests/bench/mentions-contenders.ts', formats: ['iife'], name: 'contenders' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('the benchmark did not build');
  return output.output[0].code;
};

/** Times one contender in a fresh page: first cold, then as often again as asked. */
const timeInFreshPage = async (
  context: BrowserContext,
  html: string,
  script: string,
  name: Contender,
  warmRuns: number,
) => {
  const page = await context.newPage();
  await page.setContent(html);
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const evaluate = async (expression: string): Promise<number> => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId: executionContextId });
    return Number(result.value);
  };
  await evaluate(script);
  const times: number[] = [];
  for (let run = 0; run <= warmRuns; run += 1) times.push(await evaluate(`timeMs(${JSON.stringify(name)})`));
  await page.close();
  return times;
};

const time = async (
  context: BrowserContext,
  html: string,
  script: string,
  name: Contender,
  coldRuns: number,
): Promise<Timing> => {
  const isRepeatable =
    (LOADS as readonly string[]).includes(name) || (SCANS as readonly string[]).includes(name);
  const cold: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < coldRuns; run += 1) {
    const [first = 0, ...later] = await timeInFreshPage(
      context,
      html,
      script,
      name,
      isRepeatable && run === 0 ? WARM_RUNS : 0,
    );
    cold.push(first);
    warm.push(...later);
  }
  return { coldMs: median(cold), warmMs: median(warm) };
};

const timePage = async (context: BrowserContext, script: string, size: PageSize) => {
  const html = renderPage(size);
  const names: readonly Contender[] = size.name === 'XL' ? SCANS : [...SCANS, ...MARKS];
  const timings: Partial<Record<Contender, Timing>> = {};
  for (const name of names) timings[name] = await time(context, html, script, name, COLD_RUNS[size.name]);
  return { page: size.name, timings };
};

const ratio = (value: number | undefined, to: number | undefined): string =>
  value === undefined || to === undefined || to === 0 ? '-' : (value / to).toFixed(2);

const executablePath = findBrowser('chromium');
if (executablePath === null) throw new Error('no browser of the Chromium family found; set CHROME_PATH');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext();
  const script = await bundleContenders();
  const results = [];
  for (const size of PAGE_SIZES) results.push(await timePage(context, script, size));
  const load: Partial<Record<Contender, Timing>> = {};
  for (const name of LOADS) load[name] = await time(context, '<p></p>', script, name, COLD_RUNS.S);

  console.log('ms, and as a ratio to the bare walk of the same page');
  for (const { page, timings } of results) {
    for (const [name, { coldMs, warmMs }] of Object.entries(timings)) {
      const cold = `${coldMs.toFixed(1)} (${ratio(coldMs, timings.walk?.coldMs)})`;
      const warm = warmMs === 0 ? '' : `${warmMs.toFixed(1)} (${ratio(warmMs, timings.walk?.warmMs)})`;
      console.log(`${page.padEnd(3)}${name.padEnd(24)}cold ${cold.padEnd(18)}${warm && `warm ${warm}`}`);
    }
    const faster = ratio(timings['mark.js']?.coldMs, timings['engine and underlines']?.coldMs);
    if (faster !== '-') console.log(`${page.padEnd(3)}${'faster than mark.js'.padEnd(24)}${faster} times`);
  }
  console.log(
    `table ready in ${load['open table']?.coldMs.toFixed(2)} ms, a Map of the same forms in ${load['build map']?.coldMs.toFixed(2)} ms`,
  );
  console.log(JSON.stringify({ pages: results, load }));
} finally {
  await browser.close();
}
