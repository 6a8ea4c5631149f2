import { sleep } from '../support/until.ts';
import type { Row } from './row.ts';
import { type Side, type StoryWorld, waitForChips } from './story-world.ts';
import { recordTasks, type Task } from './thread.ts';

const LISTENING_MS = 40_000;
const CHANGES = 20;
const CHANGE_EVERY_MS = 500;

/** The page changes the same words of its own again and again: the last of these paragraphs. */
const toChange = (paragraphs: readonly number[]): string => `new Promise((resolve) => {
  const all = [...document.querySelectorAll('.entry-content p')].filter((_, at) => ${JSON.stringify(paragraphs)}.includes(at));
  const texts = all.map(({ lastChild }) => ({ node: lastChild, said: lastChild.data }));
  let left = ${CHANGES};
  const timer = setInterval(() => {
    left -= 1;
    for (const { node, said } of texts) node.data = said + left;
    if (left === 0) resolve(clearInterval(timer));
  }, ${CHANGE_EVERY_MS});
})`;
/** The paragraphs in which the story's chips stand, and the one with most of them. */
const WITH_CHIPS = [0, 2, 3, 4];
const DENSEST = [2];
/** All of them in view. */
const SHOW_TEXT = `document.querySelector('.entry-content').scrollIntoView()`;

const isDrawn = ({ drawMs }: Task): boolean => drawMs > 0.05;
const sumOf = (tasks: readonly Task[], read: (task: Task) => number): number =>
  tasks.reduce((sum, task) => sum + read(task), 0);

const listen = async (
  world: StoryWorld,
  side: Side,
  act: (evaluate: (expression: string) => Promise<unknown>) => Promise<unknown>,
): Promise<readonly Task[]> => {
  const page = await world.newPage();
  await page.goto(world.story[side]);
  await page.evaluate(SHOW_TEXT);
  if (side === 'with') await waitForChips(page);
  // What a page does by itself at first is over.
  await sleep(2000);
  const tasks = await recordTasks(page, async () => void (await act((text) => page.evaluate(text))));
  await page.close();
  return tasks;
};

/** What a live tick costs the story's page, against the page changing one text of its own. */
export const measureTicks = async (world: StoryWorld): Promise<readonly Row[]> => {
  const ticking = await listen(world, 'with', () => sleep(LISTENING_MS));
  const ticks = Math.max(1, ticking.filter(isDrawn).length);
  const perTick = sumOf(ticking, ({ scriptMs, drawMs }) => scriptMs + drawMs) / ticks;
  const own = sumOf(ticking, ({ scriptMs }) => scriptMs) / ticks;

  const drawPerChange = async (paragraphs: readonly number[]): Promise<number> => {
    const changing = await listen(world, 'without', (evaluate) => evaluate(toChange(paragraphs)));
    return sumOf(changing, ({ drawMs }) => drawMs) / CHANGES;
  };
  const perChange = await drawPerChange(DENSEST);
  const bound = (await drawPerChange(WITH_CHIPS)) / perChange;
  return [
    {
      what: 'story: a live tick, to the page changing one text',
      measured: perTick / perChange,
      unit: 'times',
      goal: 1.3,
      note: `${perTick.toFixed(2)} ms against ${perChange.toFixed(2)} ms; ${ticks} ticks in ${LISTENING_MS / 1000} s`,
      limit: `a page that changes a text in each paragraph that has chips pays ${bound.toFixed(2)} times, without any script of ours`,
    },
    {
      what: 'story: own script of a live tick',
      measured: own,
      unit: 'ms',
      goal: 0.5,
      note: `${(own * ticks).toFixed(1)} ms in ${LISTENING_MS / 1000} s, with all that runs between ticks`,
    },
  ];
};
