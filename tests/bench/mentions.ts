/**
 * `npm run bench -- mentions`: the mention engine against the cheapest possible walk and against other ways to find the
 * same forms, in Chromium, over generated pages. Every cold figure comes from a page of its own. All contenders take
 * turns, and a ratio is the median of the ratios of the turns. What counts is the time that the page's thread works. The
 * word `quick` leaves out L and XL.
 */
import { type BrowserContext, chromium } from 'playwright-core';
import { ensureBrowser } from '../support/install-browser.ts';
import { bundle, withColdPage } from './cold-page.ts';
import { packLargerTable } from './larger-table.ts';
import { PAGE_SIZES, type PageSize, renderPage, toPageSize } from './mentions-pages.ts';
import { median } from './quantile.ts';
import { printRow, type Row } from './row.ts';

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

/** The forms that the anchors of the goals were measured with. */
const ANCHOR_FORMS = 28_000;
const TURNS_OF_MANY_FORMS = 3;

/** How many times as fast as mark.js, for each page that mark.js gets through. */
const MARK_JS_GOALS: Readonly<Partial<Record<PageSize['name'], number>>> = { S: 30, M: 16, L: 9 };

/** What mark.js takes grows with its forms, what we take does not: with few of them there is little to win. */
const toMarkJsLimit = (timings: Timings): string => {
  const markJs = timings.get('mark.js')?.coldMs;
  return `the bare walk alone is ${ratioOf(markJs, timings.get('walk')?.coldMs).toFixed(0)} times as fast as mark.js with our forms; the anchors had ${ANCHOR_FORMS}: see below`;
};

/** The same against mark.js with as many forms as the anchors of the goals had. */
const measureManyForms = async (
  context: BrowserContext,
  sizes: readonly PageSize[],
): Promise<readonly Row[]> => {
  const script = await bundle('tests/bench/mentions-contenders.ts', packLargerTable(ANCHOR_FORMS));
  const rows: Row[] = [];
  for (const size of sizes) {
    const goal = MARK_JS_GOALS[size.name];
    if (goal === undefined) continue;
    const timings = await timeAll(context, renderPage(size), script, ['walk', ...MARKS], TURNS_OF_MANY_FORMS);
    const [markJs, ours, walk] = (['mark.js', 'engine and underlines', 'walk'] as const).map(
      (name) => timings.get(name)?.coldMs ?? [],
    );
    rows.push({
      what: `${size.name}: mark.js with ${ANCHOR_FORMS} forms, to us with the same`,
      measured: ratioOf(markJs, ours),
      unit: 'times',
      goal,
      moreIsBetter: true,
      note: `${median(markJs ?? []).toFixed(1)} ms against ${median(ours ?? []).toFixed(1)} ms`,
      limit: `the bare walk alone is ${ratioOf(markJs, walk).toFixed(0)} times as fast as mark.js`,
    });
  }
  return rows;
};

const rowsOfPage = (page: PageSize['name'], timings: Timings): readonly Row[] => {
  const coldOf = (name: Contender): readonly number[] => timings.get(name)?.coldMs ?? [];
  const warmOf = (name: Contender): readonly number[] => timings.get(name)?.warmMs ?? [];
  const markJsGoal = MARK_JS_GOALS[page];
  return [
    {
      what: `${page}: the engine cold, to the bare walk`,
      measured: ratioOf(coldOf('engine'), coldOf('walk')),
      unit: 'times',
      goal: 2.5,
      note: `${median(coldOf('engine')).toFixed(1)} ms against ${median(coldOf('walk')).toFixed(1)} ms`,
      limit: `once its functions have run it is ${ratioOf(warmOf('engine'), coldOf('walk')).toFixed(2)} times a cold walk: the rest is the browser's, which interprets what runs for the first time`,
    },
    {
      what: `${page}: the engine warm, to the bare walk`,
      measured: ratioOf(warmOf('engine'), warmOf('walk')),
      unit: 'times',
    },
    ...(markJsGoal === undefined
      ? []
      : [
          {
            what: `${page}: mark.js with the same forms, to us`,
            measured: ratioOf(coldOf('mark.js'), coldOf('engine and underlines')),
            unit: 'times',
            goal: markJsGoal,
            moreIsBetter: true as const,
            limit: toMarkJsLimit(timings),
          },
        ]),
  ];
};

/** A scan must not grow faster than the text. */
const rowsOfGrowth = (pages: ReadonlyMap<PageSize['name'], Timings>): readonly Row[] => {
  const [long, longest] = [pages.get('L'), pages.get('XL')];
  if (!long || !longest) return [];
  const coldOf = (timings: Timings): number => median(timings.get('engine')?.coldMs ?? []);
  const byText = toPageSize('XL').words / toPageSize('L').words;
  return [
    {
      what: 'XL to L: the engine cold',
      measured: coldOf(longest) / coldOf(long),
      unit: 'times',
      goal: byText * 1.1,
      note: `the text is ${byText} times as long`,
    },
  ];
};

const measureTable = async (context: BrowserContext, script: string): Promise<Row> => {
  const timings = await timeAll(context, '<p></p>', script, LOADS, TURNS.S);
  const [open = [], build = []] = LOADS.map((name) => timings.get(name)?.coldMs);
  return {
    what: 'table of coins ready, to building a Map of the same',
    measured: ratioOf(open, build),
    unit: 'times',
    goal: 1 / 8,
    note: `${median(open).toFixed(2)} ms against ${median(build).toFixed(2)} ms`,
  };
};

/** The heap that the engine adds to a frame that it has read. */
const measureHeap = async (context: BrowserContext, script: string, size: PageSize): Promise<Row> => {
  const bytes = await withColdPage(context, renderPage(size), async ({ run, heapBytes }) => {
    const before = await heapBytes();
    await run(script);
    return (await heapBytes()) - before;
  });
  return {
    what: `${size.name}: heap of the engine alone, over none`,
    measured: bytes / 1024,
    unit: 'kB',
    goal: 1024,
  };
};

/** Prints the times of all contenders, then what the goals are about. */
export const measureMentions = async (words: readonly string[]): Promise<readonly Row[]> => {
  const browser = await chromium.launch({
    executablePath: ensureBrowser('chromium'),
    args: ['--no-sandbox'],
  });
  try {
    const context = await browser.newContext();
    const script = await bundle('tests/bench/mentions-contenders.ts');
    const frame = await bundle('tests/bench/mentions-frame.ts');
    const sizes = words.includes('quick') ? PAGE_SIZES.slice(0, 2) : PAGE_SIZES;
    console.log('ms, and as a ratio to the bare walk of the same page in the same turn');
    const pages = new Map<PageSize['name'], Timings>();
    for (const size of sizes) {
      const names: readonly Contender[] = size.name === 'XL' ? SCANS : [...SCANS, ...MARKS];
      const timings = await timeAll(context, renderPage(size), script, names, TURNS[size.name]);
      printPage(size.name, timings);
      pages.set(size.name, timings);
    }
    const heaps: Row[] = [];
    for (const size of sizes.filter(({ name }) => name !== 'XL'))
      heaps.push(await measureHeap(context, frame, size));
    const rows = [
      ...[...pages].flatMap(([page, timings]) => rowsOfPage(page, timings)),
      ...rowsOfGrowth(pages),
      ...(await measureManyForms(context, sizes)),
      await measureTable(context, script),
      ...heaps,
    ];
    for (const row of rows) printRow(row);
    return rows;
  } finally {
    await browser.close();
  }
};
