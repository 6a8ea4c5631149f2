import { createRandom } from '../market/random.ts';
import type { BrowserPage } from '../support/browser.ts';
import { sleep } from '../support/until.ts';
import { askForMarket } from './ask-background.ts';
import { ensure, ensureBounded, type FaultCase } from './fault-case.ts';
import { comeBack, type FaultWorld, seeChips, waitToSee } from './fault-world.ts';
import { findLogFaults, readLog } from './log-check.ts';

const MOST_BETWEEN_KILLS_MS = 250;
const HOUR_MS = 3_600_000;
/** Every host may be asked this often for each minute of a case: more is a storm. */
const MOST_A_MINUTE = 90;

const openLive = async (world: FaultWorld): Promise<BrowserPage> => {
  const page = await world.openStory();
  await waitToSee(page, 'live figures', ({ state }) => state === 'live');
  return page;
};

const toKillCase = (kills: number): FaultCase => ({
  name: `background killed ${kills} times at random moments`,
  async run(world) {
    const startedMs = performance.now();
    const random = createRandom('kills', kills);
    const page = await openLive(world);
    for (let kill = 0; kill < kills; kill += 1) {
      await comeBack(page);
      await sleep(random() * MOST_BETWEEN_KILLS_MS);
      await world.browser.stopBackground();
    }
    await comeBack(page);
    await waitToSee(page, 'live figures', ({ state }) => state === 'live');
    await askForMarket(world);
    const log = await readLog(world);
    const faults = findLogFaults(log, world);
    ensure(faults.length === 0, faults.slice(0, 5).join('; '));
    const minutes = (performance.now() - startedMs) / 60_000;
    ensureBounded(world.requests(), Math.ceil(MOST_A_MINUTE * (minutes + 1)));
    return `live again; ${log.orders.length} orders in the log, every sum that of its orders`;
  },
});

export const lifeCases: readonly FaultCase[] = [
  { ...toKillCase(10), short: 'chromium' },
  { ...toKillCase(200), only: 'chromium' },
  { ...toKillCase(50), only: 'firefox' },
  {
    name: 'offline and back',
    short: 'chromium',
    async run(world) {
      const page = await openLive(world);
      await world.settle();
      world.market.fail({ fault: { kind: 'reset' } });
      await world.sleepFor(20 * 60_000);
      await comeBack(page);
      const old = await waitToSee(page, 'old figures in grey', ({ state }) => state === 'stale');
      world.market.heal();
      await world.sleepFor(20 * 60_000);
      await comeBack(page);
      const live = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      return `${old[0]?.text} in grey, then ${live[0]?.text}`;
    },
  },
  {
    name: "an hour's sleep",
    short: 'chromium',
    async run(world) {
      const page = await openLive(world);
      await world.settle();
      const before = (await seeChips(page)).find(({ id }) => id === 'bitcoin');
      const mark = world.requests().length;
      await world.sleepFor(HOUR_MS);
      await comeBack(page);
      const after = await waitToSee(
        page,
        'the price of now',
        ({ id, state, text }) => state === 'live' && (id !== 'bitcoin' || text !== before?.text),
      );
      ensureBounded(world.requests().slice(mark), MOST_A_MINUTE);
      return `${before?.text}, on waking ${after[0]?.text}`;
    },
  },
  {
    name: 'two pages in view',
    async run(world) {
      const first = await openLive(world);
      const second = await openLive(world);
      await world.settle();
      const mark = world.requests().length;
      await sleep(12_000);
      for (const page of [first, second]) {
        await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      }
      const asked = world.requests().slice(mark);
      ensureBounded(asked, 4);
      return `${asked.length} requests in 12 seconds`;
    },
  },
];
