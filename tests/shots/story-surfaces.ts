import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import type { Fault } from '../market/faults.ts';
import { pointAtWords } from '../support/point-at-words.ts';
import { until } from '../support/until.ts';
import type { Shot } from './stage.ts';
import type { Surface } from './surface.ts';

/** The story with its notes as the reader wants them. */
const notesAs = (name: string, settings: Readonly<Record<string, unknown>>, path: string): Surface => ({
  name,
  width: 760,
  height: 900,
  async open(stage) {
    const story = await stage.openStory();
    await stage.store({ 'mn-settings': settings });
    await until(
      name,
      async () => (await story.page.findAll(path)).length > 8 || settings['density'] === 'underline',
    );
    return story;
  },
});

/** A card over words of the story. */
const cardOver = (name: string, words: string, path: string): Surface => ({
  name,
  width: 760,
  height: 800,
  async open(stage) {
    const story = await stage.openStory();
    await until(`the card of ${words}`, async () => {
      if ((await story.page.findAll(path)).length > 0) return true;
      // The story is read bit by bit: its figure may be found after the pointer came.
      await story.page.moveMouse(2, 2);
      await pointAtWords(story.page, words);
      await story.page.waitFor(path, 1000).catch(() => null);
      return false;
    });
    return story;
  },
});

const openFirstCard = async ({ page }: Shot): Promise<void> => {
  await (await page.waitFor('mn-chip >>> .chip')).hover();
  await page.waitFor('mn-card >>> .card');
};

/** A story and its first card whose sources all fail, before they told anything. */
const failing = (name: string, fault: Fault, state: 'pending' | 'unknown'): Surface => ({
  name,
  width: 760,
  height: 900,
  async open(stage) {
    await stage.failMarket([{ fault }], true);
    const story = await stage.openPage(toStoryPage('simulated'));
    await showText(story.page);
    await story.page.waitFor(`mn-chip >>> .chip[data-state=${state}]`);
    await openFirstCard(story);
    return story;
  },
});

const HALF_HOUR_MS = 30 * 60_000;

/** The story with other notes, other cards, and in every state that its figures can be in. */
export const STORY_SURFACES: readonly Surface[] = [
  cardOver('figure-coins', '14%', 'mn-card >>> .card .whose'),
  cardOver('figure-market', '$530 million of', 'mn-card >>> .card .told'),
  {
    name: 'card-exchange',
    width: 760,
    height: 800,
    async open(stage) {
      const story = await stage.openStory();
      await (await story.page.waitFor('mn-chip >>> .chip[data-id="venue:bybit"]')).hover();
      await story.page.waitFor('mn-card >>> .card .row:nth-child(3)');
      return story;
    },
  },
  notesAs('notes-all', { density: 'all' }, 'mn-chip >>> .chip'),
  notesAs('notes-paragraph', { density: 'paragraph', figures: 'beside' }, 'mn-chip >>> .chip'),
  notesAs('notes-underline', { density: 'underline' }, 'mn-chip >>> .chip'),
  notesAs('red-rises', { risingColour: 'red', density: 'all' }, 'mn-chip >>> .chip'),
  failing('state-loading', { kind: 'slow', delayMs: 60_000 }, 'pending'),
  failing('state-offline', { kind: 'reset' }, 'unknown'),
  failing('state-blocked', { kind: 'status', status: 451 }, 'unknown'),
  {
    name: 'state-stale',
    width: 760,
    height: 900,
    async open(stage) {
      const story = await stage.openStory();
      await stage.failMarket([{ fault: { kind: 'status', status: 503 } }], false);
      await stage.sleepFor(HALF_HOUR_MS);
      await story.page.evaluate(`void document.dispatchEvent(new Event('visibilitychange'))`);
      await story.page.waitFor('mn-chip >>> .chip[data-state=stale]');
      await openFirstCard(story);
      return story;
    },
  },
];
