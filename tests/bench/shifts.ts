import { sleep } from '../support/until.ts';
import type { Row } from './row.ts';
import { type StoryWorld, waitForChips } from './story-world.ts';

const TICKING_MS = 30_000;
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

const SUM = `shifts.reduce((sum, { value }) => sum + value, 0)`;

/** What the page without the extension moves when it puts empty boxes of the same widths into its own text. */
const measureBoxes = async (world: StoryWorld, chips: string): Promise<number> => {
  const page = await world.newPage();
  await page.addInitScript(WATCH_SHIFTS);
  await page.goto(world.story.without);
  const before = Number(await page.evaluate(SUM));
  await page.evaluate(toBoxes(chips));
  await sleep(SHIFTING_MS);
  const moved = Number(await page.evaluate(SUM)) - before;
  await page.close();
  return moved;
};

/** How far the demonstration story moves under its reader's eyes: by strips, by chips that come, by figures that change. */
export const measureShifts = async (world: StoryWorld): Promise<readonly Row[]> => {
  const page = await world.newPage();
  const sumOf = async (hasChips: boolean): Promise<number> =>
    Number(
      await page.evaluate(
        `shifts.filter((shift) => shift.hasChips === ${hasChips}).reduce((sum, { value }) => sum + value, 0)`,
      ),
    );
  await page.addInitScript(WATCH_SHIFTS);
  await page.goto(world.story.with);
  await waitForChips(page);
  const [before, placed] = [await sumOf(false), await sumOf(true)];
  await sleep(TICKING_MS);
  const ticked = (await sumOf(true)) - placed;
  const boxes = await measureBoxes(world, String(await page.evaluate(READ_CHIPS)));
  await page.close();
  return [
    { what: 'story: layout shift of the strip and of underlines', measured: before, unit: '', goal: 0.02 },
    {
      what: 'story: layout shift of first-mention chips',
      measured: placed,
      unit: '',
      goal: 0.02,
      limit: `the lines that chips need: empty boxes of their widths, put into the text by the page itself, make ${boxes.toFixed(3)}`,
    },
    { what: 'story: layout shift of updates, half a minute', measured: ticked, unit: '', goal: 0 },
  ];
};
