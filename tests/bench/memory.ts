import type { Page } from 'playwright-core';
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

const heapOfStory = async (world: StoryWorld, side: Side): Promise<number> => {
  const page = await world.newPage();
  await page.goto(world.story[side]);
  if (side === 'with') await waitForChips(page);
  const kb = await heapKb(page);
  await page.close();
  return kb;
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
  const overNone = (await heapOfStory(world, 'with')) - (await heapOfStory(world, 'without'));
  const [withUs, without] = [await grownBy(world, 'with'), await grownBy(world, 'without')];
  return [
    { what: 'heap of the story over none', measured: overNone, unit: 'kB', goal: KB },
    await measureUpdates(world),
    {
      what: `heap grown over ${NAVIGATIONS} navigations, over none`,
      measured: withUs - without,
      unit: 'kB',
      goal: SWING_KB,
    },
  ];
};
