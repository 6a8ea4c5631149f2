import { readPopupItems } from '../demo/report.ts';
import type { MarketRequest } from '../market/market.ts';
import { createRandom } from '../market/random.ts';
import type { BrowserPage, PagePlace } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
import { askForMarket } from './ask-background.ts';
import { ensure, ensureBounded, type FaultCase } from './fault-case.ts';
import { comeBack, type FaultWorld, seeChips, waitToSee } from './fault-world.ts';
import { findLogFaults, readLog } from './log-check.ts';

const MOST_BETWEEN_KILLS_MS = 250;
const HOUR_MS = 3_600_000;
/** Every host may be asked this often for each minute of a case: more is a storm. */
const MOST_A_MINUTE = 90;
/** A host that cannot be reached is tried once and left alone: a request for each coin that was under way, at most. */
const MOST_WHILE_OFFLINE = 8;

/** Chromium itself sends a request again for each kept connection that turns out to be reset: those at once are one. */
const REPEATED_WITHIN_MS = 1000;

const withoutRepeats = (requests: readonly MarketRequest[]): MarketRequest[] =>
  requests.filter(
    ({ host, path, atMs }, at) =>
      !requests
        .slice(0, at)
        .some((one) => one.host === host && one.path === path && atMs - one.atMs < REPEATED_WITHIN_MS),
  );

const openLive = async (world: FaultWorld, place?: PagePlace): Promise<BrowserPage> => {
  const page = await world.openStory(place);
  await waitToSee(page, 'live figures', ({ state }) => state === 'live');
  return page;
};

/** Nothing is lost, and nothing counted twice. */
const ensureLogAddsUp = async (world: FaultWorld): Promise<number> => {
  const log = await readLog(world);
  const faults = findLogFaults(log, world);
  ensure(faults.length === 0, faults.slice(0, 5).join('; '));
  return log.orders.length;
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
    const orders = await ensureLogAddsUp(world);
    const minutes = (performance.now() - startedMs) / 60_000;
    ensureBounded(world.requests(), Math.ceil(MOST_A_MINUTE * (minutes + 1)));
    return `live again; ${orders} orders in the log, every sum that of its orders`;
  },
});

const CHANGED = ['bitcoin', 'ethereum'] as const;

/** Two popups take a coin off the list in the same moment: neither change may be lost. */
const ensureBothChangesStay = async ({ browser }: FaultWorld): Promise<void> => {
  const popups = await Promise.all(CHANGED.map(() => browser.openExtensionPage('src/popup/index.html')));
  const buttons = await Promise.all(
    popups.map((popup, at) => popup.waitFor(`.coin-row[data-id="${CHANGED[at]}"] .icon-button`)),
  );
  await Promise.all(buttons.map((button) => button.call('function () { this.click(); }')));
  for (const popup of popups) {
    const hasNeither = async (): Promise<boolean> => {
      const ids = (await readPopupItems(popup)).map(({ id }) => id);
      return ids.length > 0 && !CHANGED.some((id) => ids.includes(id));
    };
    await until('both coins off the list in both windows', hasNeither);
    await popup.close();
  }
};

export const lifeCases: readonly FaultCase[] = [
  { ...toKillCase(10), short: 'chromium' },
  toKillCase(200),
  {
    name: 'offline and back',
    short: 'chromium',
    async run(world) {
      const page = await openLive(world);
      await world.settle();
      world.market.fail({ fault: { kind: 'reset' } });
      await world.sleepFor(20 * 60_000);
      const mark = world.requests().length;
      await comeBack(page);
      const old = await waitToSee(page, 'old figures in grey', ({ state }) => state === 'stale');
      ensureBounded(withoutRepeats(world.requests().slice(mark)), MOST_WHILE_OFFLINE);
      world.market.heal();
      await world.sleepFor(20 * 60_000);
      await comeBack(page);
      const live = await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      await world.settle();
      await ensureLogAddsUp(world);
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
      await world.settle();
      await ensureLogAddsUp(world);
      return `${before?.text}, on waking ${after[0]?.text}`;
    },
  },
  {
    name: 'two windows, each with the story and the popup',
    async run(world) {
      const stories = [await openLive(world), await openLive(world, 'window')];
      await world.settle();
      const mark = world.requests().length;
      await sleep(12_000);
      for (const page of stories) {
        ensure((await page.evaluate('document.visibilityState')) === 'visible', 'a window is hidden');
        await waitToSee(page, 'live figures', ({ state }) => state === 'live');
      }
      const asked = world.requests().slice(mark);
      ensureBounded(asked, 4);
      const orders = await ensureLogAddsUp(world);
      await ensureBothChangesStay(world);
      return `${asked.length} requests in 12 seconds; ${orders} orders in the log; the list keeps both changes`;
    },
  },
];
