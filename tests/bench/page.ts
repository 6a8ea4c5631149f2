/**
 * `npm run bench -- page`: what the built extension does to a page, row by row against its goals, in Chromium over the
 * simulated market. Whatever is compared is measured in the same run. Another word runs only the measures whose names
 * contain it: `npm run bench -- page shifts`.
 */
import { measureAddedNodes } from './added-nodes.ts';
import { measureMemory } from './memory.ts';
import { printRow, type Row } from './row.ts';
import { measureShifts } from './shifts.ts';
import { measureSlices } from './slices.ts';
import { openStoryWorld, type StoryWorld } from './story-world.ts';
import { measureTicks } from './ticks.ts';
import { measureTraffic } from './traffic.ts';

const MEASURES: Readonly<Record<string, (world: StoryWorld) => Promise<readonly Row[]>>> = {
  slices: measureSlices,
  added: measureAddedNodes,
  shifts: measureShifts,
  ticks: measureTicks,
  memory: measureMemory,
  traffic: measureTraffic,
};

/** All measures, or only those whose names contain the first word. Prints each row as soon as it is known. */
export const measurePage = async ([only = '']: readonly string[]): Promise<readonly Row[]> => {
  const world = await openStoryWorld();
  try {
    const rows: Row[] = [];
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (!name.includes(only)) continue;
      const measured = await measure(world);
      for (const row of measured) printRow(row);
      rows.push(...measured);
    }
    return rows;
  } finally {
    await world.close();
  }
};
