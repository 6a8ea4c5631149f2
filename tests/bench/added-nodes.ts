import { sleep } from '../support/until.ts';
import { bundle, withColdPage } from './cold-page.ts';
import { renderPage, toPageSize } from './mentions-pages.ts';
import { median } from './quantile.ts';
import type { Row } from './row.ts';
import { toArticle } from './slices.ts';
import type { Side, StoryWorld } from './story-world.ts';
import { recordTasks } from './thread.ts';

/** Nodes a second, for a minute. */
const RATE = 200;
const SECONDS = 60;
const BATCHES_A_SECOND = 10;
/** By then a page has done all that it does by itself. */
const SETTLED_MS = 12_000;

const TEXT =
  'Bitcoin rose while traders waited for the next report and Solana fell by two percent on the day. ';

const ADD_NODES = `new Promise((resolve) => {
  const root = document.querySelector('article');
  let left = ${RATE * SECONDS};
  const timer = setInterval(() => {
    for (let at = 0; at < ${RATE / BATCHES_A_SECOND}; at += 1) {
      const added = document.createElement('p');
      added.textContent = ${JSON.stringify(TEXT)} + left;
      root.append(added);
      left -= 1;
    }
    if (left <= 0) resolve(clearInterval(timer));
  }, ${1000 / BATCHES_A_SECOND});
})`;

/** Milliseconds of scripts, those that the page brings itself included: while it acts, or from its first line on. */
const scriptMs = async (world: StoryWorld, address: string, act: string | null): Promise<number> => {
  const page = await world.newPage();
  if (act) {
    await page.goto(address);
    await sleep(SETTLED_MS);
  }
  const tasks = await recordTasks(page, async () => {
    await (act ? page.evaluate(act) : page.goto(address));
    await sleep(SETTLED_MS);
  });
  await page.close();
  return tasks.reduce((sum, task) => sum + task.scriptMs, 0);
};

/** A page that grows by 200 nodes a second: what following it costs, against reading anew and against reading once. */
export const measureAddedNodes = async (world: StoryWorld): Promise<readonly Row[]> => {
  const base = renderPage(toPageSize('M'));
  const added = Array.from({ length: RATE * SECONDS }, (_, at) => `<p>${TEXT}${at}</p>`).join('');
  const [growing, empty, whole] = [
    world.serve('growing', toArticle(base)),
    world.serve('short', toArticle('<p>Bitcoin</p>')),
    world.serve('whole', toArticle(added)),
  ];
  const ownOf = async (addresses: Readonly<Record<Side, string>>, act: string | null): Promise<number> =>
    (await scriptMs(world, addresses.with, act)) - (await scriptMs(world, addresses.without, act));
  const following = await ownOf(growing, ADD_NODES);
  const once = (await ownOf(whole, null)) - (await ownOf(empty, null));

  const script = await bundle('tests/bench/mentions-contenders.ts');
  const halfGrown = base + added.slice(0, added.length / 2);
  const rescan = await withColdPage(world.browser.context, halfGrown, async ({ run, timeMs }) => {
    await run(script);
    const times: number[] = [];
    for (let at = 0; at < 8; at += 1) times.push(await timeMs('contend("engine")'));
    return median(times);
  });
  const rescans = rescan * BATCHES_A_SECOND * SECONDS;
  return [
    {
      what: `${RATE} nodes a second: following, to reading all anew each time`,
      measured: following / rescans,
      unit: 'times',
      goal: 1 / 30,
      note: `${following.toFixed(0)} ms of own script in ${SECONDS} s against ${rescans.toFixed(0)} ms`,
    },
    {
      what: `${RATE} nodes a second: following, to reading the same text once`,
      measured: following / once,
      unit: 'times',
      goal: 1.2,
      note: `against ${once.toFixed(0)} ms when it stands in the page from the start`,
    },
  ];
};
