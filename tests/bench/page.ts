/**
 * `npm run bench -- page`: what the built extension does to a page, row by row against its goals, in Chromium over the
 * simulated market. Whatever is compared is measured in the same run. Prints a table and, on the last line, the figures as
 * JSON. Another word runs only the measures whose names contain it: `npm run bench -- page shifts`.
 */
import { measureAddedNodes } from './added-nodes.ts';
import { loadPerCore, TRUSTED_LOAD } from './machine-load.ts';
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

const [, , , only = ''] = process.argv;
const loadBefore = loadPerCore();
const world = await openStoryWorld();
try {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (!name.includes(only)) continue;
    const measured = await measure(world);
    for (const row of measured) printRow(row);
    rows.push(...measured);
  }
  const loads = [loadBefore, loadPerCore()];
  if (Math.max(...loads) > TRUSTED_LOAD) console.log(`TOO LOADED TO TRUST: ${loads.join(', ')}`);
  console.log(JSON.stringify({ rows, loadPerCore: loads }));
} finally {
  await world.close();
}
