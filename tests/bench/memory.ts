import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { toStoryPage } from '../demo/story-page.ts';
import { sleep } from '../support/until.ts';
import { withBareScript } from './bare-script.ts';
import type { Row } from './row.ts';
import { type Side, type StoryWorld, waitForChips } from './story-world.ts';

const NAVIGATIONS = 100;
const UPDATES = 1000;
const KB = 1024;
/** The browser's own books swing by as much from one count to the next. */
const SWING_KB = 150;

const heapKb = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  // What goes in one collection may hold what goes in the next.
  for (let at = 0; at < 3; at += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / KB;
};

/** A page that was read and is left alone: what only the reading needed has been let go. */
const RESTED_MS = 15_000;

interface Heap {
  readonly kb: number;
  /** Of it what the browser has made of scripts: their machine code and what it needs beside. */
  readonly codeKb: number;
}

const SnapshotSchema = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.tupleWithRest([v.array(v.string())], v.unknown()),
    }),
  }),
  nodes: v.array(v.number()),
});

const codeKb = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { snapshot, nodes } = v.parse(SnapshotSchema, JSON.parse(chunks.join('')));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
  return bytes / KB;
};

const readHeap = async (page: Page): Promise<Heap> => {
  // What looks into the page leaves its own scripts there: the same on every side.
  await page.waitForFunction('document.readyState === "complete"');
  await sleep(RESTED_MS);
  return { kb: await heapKb(page), codeKb: await codeKb(page) };
};

const heapOfStory = async (world: StoryWorld, side: Side): Promise<Heap> => {
  const page = await world.newPage();
  await page.goto(world.story[side]);
  if (side === 'with') await waitForChips(page);
  const heap = await readHeap(page);
  await page.close();
  return heap;
};

const measureHeap = async (world: StoryWorld): Promise<Row> => {
  const [own, none] = [await heapOfStory(world, 'with'), await heapOfStory(world, 'without')];
  const bare = await withBareScript(toStoryPage('simulated'), readHeap);
  const code = (own.codeKb - none.codeKb).toFixed(0);
  return {
    what: 'heap of the story over none',
    measured: own.kb - none.kb,
    unit: 'kB',
    goal: KB,
    limit: `${(bare.kb - none.kb).toFixed(0)} kB are what a content script without a line costs, ${code} kB what the browser makes of those of our functions that ran`,
  };
};

/** Every change of the currency draws all figures anew, and asks for them. */
const measureUpdates = async (world: StoryWorld): Promise<Row> => {
  const page = await world.newPage();
  await page.goto(world.story.with);
  await waitForChips(page);
  const desk = await world.browser.openExtensionPage('icons/icon-16.png');
  const update = (times: number): Promise<unknown> =>
    desk.evaluate(`(async () => {
      for (let at = 0; at < ${times}; at += 1) {
        const value = { currency: at % 2 ? 'usd' : 'eur' };
        await chrome.storage.local.set({ 'mn-settings': { version: 1, value } });
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })()`);
  await page.bringToFront();
  await update(100);
  const before = await heapKb(page);
  await update(UPDATES);
  const grown = (await heapKb(page)) - before;
  await desk.close();
  await page.close();
  return { what: `heap grown over ${UPDATES} updates`, measured: grown, unit: 'kB', goal: SWING_KB };
};

const grownBy = async (world: StoryWorld, side: Side): Promise<number> => {
  const page = await world.newPage();
  const visit = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at += 1) await page.goto(world.story[side]);
  };
  await visit(10);
  const before = await heapKb(page);
  await visit(NAVIGATIONS);
  const grown = (await heapKb(page)) - before;
  await page.close();
  return grown;
};

/** What the extension holds in a page's memory, and whether that grows. Growth of 0 is the goal; the browser's books swing. */
export const measureMemory = async (world: StoryWorld): Promise<readonly Row[]> => {
  const [withUs, without] = [await grownBy(world, 'with'), await grownBy(world, 'without')];
  return [
    await measureHeap(world),
    await measureUpdates(world),
    {
      what: `heap grown over ${NAVIGATIONS} navigations, over none`,
      measured: withUs - without,
      unit: 'kB',
      goal: SWING_KB,
    },
  ];
};
