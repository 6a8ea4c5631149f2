/**
 * `npm run bench -- popup`: how soon the built popup shows figures, in Chromium over the simulated market, against an empty
 * Preact popup of the same run.
 */
import { sleep } from '../support/until.ts';
import { type Opening, openPopup, type Popup, withWatchedPopups } from './popup-openings.ts';
import { median } from './quantile.ts';
import { printRow, type Row } from './row.ts';
import { openStoryWorld, type StoryWorld, waitForChips } from './story-world.ts';

const OPENINGS = 15;
/** A background that was woken works on for a moment, and would hold up what is opened next. */
const RESTED_MS = 1000;

const medianMs = (openings: readonly Opening[]): number => median(openings.map(({ shownMs }) => shownMs));
const countLate = (openings: readonly Opening[]): number =>
  openings.filter(({ framesBefore }) => framesBefore > 0).length;

const measure = async (world: StoryWorld): Promise<readonly Row[]> => {
  const story = await world.newPage();
  await story.goto(world.story.with);
  await waitForChips(story);
  // A page of ours that asks for nothing.
  const desk = await world.browser.openExtensionPage('icons/icon-16.png');
  await story.bringToFront();
  // The first of all brings what every later one shows at once; it is nobody's.
  await openPopup(desk, 'empty');
  await openPopup(desk, 'built');
  const openRested = async (popup: Popup): Promise<Opening> => {
    await sleep(RESTED_MS);
    return openPopup(desk, popup);
  };
  const empty: Opening[] = [];
  const asking: Opening[] = [];
  const awake: Opening[] = [];
  const asleep: Opening[] = [];
  for (let at = 0; at < OPENINGS; at += 1) {
    empty.push(await openRested('empty'));
    asking.push(await openRested('asking'));
    awake.push(await openRested('built'));
    await world.browser.stopBackground();
    asleep.push(await openPopup(desk, 'built'));
  }
  return [
    { what: 'an empty Preact popup on screen', measured: medianMs(empty), unit: 'ms' },
    { what: 'the same behind what the built one asks the browser', measured: medianMs(asking), unit: 'ms' },
    { what: 'figures on screen', measured: medianMs(awake), unit: 'ms', goal: 100 },
    { what: 'figures on screen, the background asleep', measured: medianMs(asleep), unit: 'ms', goal: 100 },
    {
      what: 'figures on screen, to the empty popup',
      measured: medianMs(awake) / medianMs(empty),
      unit: 'times',
      goal: 1.5,
    },
    {
      what: `openings of ${2 * OPENINGS} whose first frame had no figures`,
      measured: countLate([...awake, ...asleep]),
      unit: '',
      goal: 0,
    },
  ];
};

/** Opens each popup in turn, so that whatever else the machine does falls on both. */
export const measurePopup = (): Promise<readonly Row[]> =>
  withWatchedPopups(async (folder) => {
    const world = await openStoryWorld(folder);
    try {
      const rows = await measure(world);
      for (const row of rows) printRow(row);
      return rows;
    } finally {
      await world.close();
    }
  });
