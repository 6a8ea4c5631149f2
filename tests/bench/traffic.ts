import { sleep } from '../support/until.ts';
import type { Row } from './row.ts';
import { type StoryWorld, waitForChips } from './story-world.ts';

const LISTENING_MS = 30_000;

/** How often an open story asks the background, and the background the market. */
export const measureTraffic = async (world: StoryWorld): Promise<readonly Row[]> => {
  const desk = await world.browser.openExtensionPage('icons/icon-16.png');
  await desk.evaluate(
    'void (globalThis.asked = 0, chrome.runtime.onMessage.addListener(() => { globalThis.asked += 1; }))',
  );
  const page = await world.newPage();
  await page.goto(world.story.with);
  await waitForChips(page);
  const askedBefore = Number(await desk.evaluate('asked'));
  const requestsBefore = world.market.requests.length;
  await sleep(LISTENING_MS);
  const perMinute = 60_000 / LISTENING_MS;
  const asked = (Number(await desk.evaluate('asked')) - askedBefore) * perMinute;
  const requests = (world.market.requests.length - requestsBefore) * perMinute;
  await page.close();
  await desk.close();
  return [
    { what: 'messages of a story in view', measured: asked, unit: 'a minute' },
    { what: 'requests of a story in view, to all hosts', measured: requests, unit: 'a minute' },
  ];
};
