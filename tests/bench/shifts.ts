import type { Page } from 'playwright-core';
import { toStoryPage } from '../demo/story-page.ts';
import { sleep } from '../support/until.ts';
import type { Row } from './row.ts';
import { type Side, type StoryWorld, waitForChips } from './story-world.ts';

const TICKING_MS = 30_000;
const WINDOW = { width: 1280, height: 800 } as const;
/** A reader who goes down by the wheel without stopping to read. */
const WHEEL_PX = 100;
const WHEEL_EVERY_MS = 150;
/** What moves because of boxes is known with the next frame; a slow machine takes some. */
const SHIFTING_MS = 1000;

/** Sums shifts from now on, and those before chips stood apart from those after. */
const WATCH_SHIFTS = `globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries())
      globalThis.shifts.push({ value, hasChips: document.querySelector('mn-chip') !== null });
  }).observe({ type: 'layout-shift', buffered: true });`;

/** Where chips stand: the paragraph, the place in its text, and the width in pixels. */
const READ_CHIPS = `JSON.stringify((() => {
  const paragraphs = [...document.querySelectorAll('p')];
  return [...document.querySelectorAll('p mn-chip')].map((chip) => {
    const paragraph = chip.closest('p');
    const before = new Range();
    before.setStart(paragraph, 0);
    before.setEndBefore(chip);
    return { at: paragraphs.indexOf(paragraph), offset: before.toString().length, width: chip.getBoundingClientRect().width };
  });
})())`;

/** Puts empty boxes where chips stood, from the end backwards. */
const toBoxes = (chips: string): string => `(() => {
  const paragraphs = [...document.querySelectorAll('p')];
  for (const { at, offset, width } of ${chips}.reverse()) {
    const walker = document.createTreeWalker(paragraphs[at], NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode() && left > walker.currentNode.data.length) left -= walker.currentNode.data.length;
    const box = document.createElement('span');
    box.style.cssText = 'display: inline-block; inline-size: ' + width + 'px';
    walker.currentNode.splitText(left).before(box);
  }
})()`;

const openAt = async (world: StoryWorld, address: string): Promise<Page> => {
  const page = await world.newPage();
  await page.setViewportSize(WINDOW);
  await page.addInitScript(WATCH_SHIFTS);
  await page.goto(address);
  return page;
};

const sumOf = async (page: Page, hasChips: boolean): Promise<number> =>
  Number(
    await page.evaluate(
      `shifts.filter((shift) => shift.hasChips === ${hasChips}).reduce((sum, { value }) => sum + value, 0)`,
    ),
  );

/** What the page without the extension moves when it puts empty boxes of the same widths into its own text. */
const measureBoxes = async (world: StoryWorld, address: string, chips: string): Promise<number> => {
  const page = await openAt(world, address);
  const before = await sumOf(page, false);
  await page.evaluate(toBoxes(chips));
  await sleep(SHIFTING_MS);
  const moved = (await sumOf(page, false)) - before;
  await page.close();
  return moved;
};

const scrollDown = async (page: Page): Promise<void> => {
  await page.mouse.move(WINDOW.width / 2, WINDOW.height / 2);
  const isAtEnd = 'scrollY + innerHeight >= document.documentElement.scrollHeight - 1';
  while (!(await page.evaluate(isAtEnd))) {
    await page.mouse.wheel(0, WHEEL_PX);
    await sleep(WHEEL_EVERY_MS);
  }
  await sleep(SHIFTING_MS);
};

/** The story with nothing but a headline above its text, and that in the order that puts most coins into view. */
const toDenseStory = (): string =>
  toStoryPage('simulated').replace(/<figure[\s\S]*<\/figure>|<p class="entry-deck">.*<\/p>/g, '');

/** The same where the densest paragraph is in view while its chips come: what a reader with a page like that sees. */
const measureDense = async (world: StoryWorld): Promise<Row> => {
  const addresses: Readonly<Record<Side, string>> = world.serve('dense', toDenseStory());
  const page = await openAt(world, addresses.with);
  await waitForChips(page);
  const placed = await sumOf(page, true);
  const boxes = await measureBoxes(world, addresses.without, String(await page.evaluate(READ_CHIPS)));
  await page.close();
  return {
    what: 'story without its picture: layout shift of the chips of all coins',
    measured: placed,
    unit: '',
    goal: 0.02,
    limit: `the lines that chips need: empty boxes of their widths, put into the text by the page itself, make ${boxes.toFixed(3)}`,
  };
};

/** How far the demonstration story moves under its reader's eyes: by strips, by chips that come, by figures that change. */
export const measureShifts = async (world: StoryWorld): Promise<readonly Row[]> => {
  const page = await openAt(world, world.story.with);
  await waitForChips(page);
  const [before, placed] = [await sumOf(page, false), await sumOf(page, true)];
  await sleep(TICKING_MS);
  const ticked = (await sumOf(page, true)) - placed;
  await scrollDown(page);
  const scrolled = (await sumOf(page, true)) - placed - ticked;
  await page.close();
  return [
    { what: 'story: layout shift of the strip and of underlines', measured: before, unit: '', goal: 0.02 },
    { what: 'story: layout shift of first-mention chips', measured: placed, unit: '', goal: 0.02 },
    { what: 'story: layout shift of updates, half a minute', measured: ticked, unit: '', goal: 0 },
    { what: 'story: layout shift while its reader scrolls down', measured: scrolled, unit: '', goal: 0.02 },
    await measureDense(world),
  ];
};
