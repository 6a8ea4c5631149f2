import { sleep } from '../support/until.ts';
import type { Row } from './row.ts';
import { type StoryWorld, waitForChips } from './story-world.ts';

const TICKING_MS = 30_000;

/** Sums shifts from now on, and those before chips stood apart from those after. */
const WATCH_SHIFTS = `globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries())
      globalThis.shifts.push({ value, hasChips: document.querySelector('mn-chip') !== null });
  }).observe({ type: 'layout-shift', buffered: true });`;

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
  await page.close();
  return [
    { what: 'story: layout shift of the strip and of underlines', measured: before, unit: '', goal: 0.02 },
    { what: 'story: layout shift of first-mention chips', measured: placed, unit: '', goal: 0.02 },
    { what: 'story: layout shift of updates, half a minute', measured: ticked, unit: '', goal: 0 },
  ];
};
