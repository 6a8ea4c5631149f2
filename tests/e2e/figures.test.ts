import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toArticlePage } from '../demo/article-page.ts';
import { readCard } from '../demo/report.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import type { BrowserPage } from '../support/browser.ts';
import { pointAtWords } from '../support/point-at-words.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World, waitForChips } from './open-story.ts';

/** Opens the card of the figure under the middle of these words, and gives what it says when it asks for no more. */
const readFigure = async (page: BrowserPage, words: string): Promise<string> => {
  await page.moveMouse(2, 2);
  await page.press('Escape');
  await until('no card', async () => (await readCard(page)) === null);
  return until(`the card of ${words}`, async () => {
    const card = await readCard(page);
    // The story is read bit by bit: its figure may be found after the pointer came.
    if (card === null) await pointAtWords(page, words);
    return card?.id.startsWith('figure:') && !card.text.includes('no answer yet') ? card.text : null;
  });
};

/** What is said by whichever words, and what has to stand beside it. Sums are checked against the market elsewhere. */
interface Expected {
  readonly words: string;
  readonly card: RegExp;
}

const PRICE = String.raw`\$[\d,]+\.\d\d`;
const AGE = String.raw`\d+ (?:sec|min)`;
const THEN = String.raw`At publication ${PRICE} .* Binance, to the minute Now ${PRICE} Since publication [+−]?\d\.\d% since`;

const DEMONSTRATION: readonly Expected[] = [
  {
    words: '$530 million of',
    card: /Whole market Story about \$530 million short · 24 hr .* Now at least \$52\dM short · 24 hr · on Bybit, Binance, Gate, /,
  },
  {
    words: 'one day since October',
    card: /Story not seen in one day since October .* Now at least \$52\dM short/,
  },
  { words: 'touched $88,000 early', card: new RegExp(`Bitcoin Story \\$88,000 .* ${THEN}`) },
  { words: 'above $93,500 by', card: new RegExp(`Bitcoin Story over \\$93,500 .* ${THEN}`) },
  {
    words: '14%',
    card: /Story about 14% .* Now Ethereum .*\+1[34]\.\d% 24 h · .*Cardano .*\+1[34]\.\d% .*Dogecoin .*\+1[34]\.\d%/,
  },
  { words: '7%', card: /Solana, XRP Story about 7% .* Now Solana .*\+[67]\.\d% .*XRP .*\+[67]\.\d%/ },
  { words: '18%', card: /Sui, Uniswap, NEAR Protocol Story up to 18% .*\+1[5-8]\.\d%/ },
  { words: '30%', card: /Mog Coin Story 30% .*\+[23]\d\.\d% 24 h · / },
  {
    words: '$234 million of',
    card: /Bybit Story \$234 million short .* Now at least \$23\dM short · 24 hr · Bybit, full 24 h · /,
  },
  {
    words: '$100 million and',
    card: /Binance Story \$100 million short .* Now at least \$(?:100|9\d\.\d)M short · 24 hr · Binance, sampled · /,
  },
  {
    words: '$70 million',
    card: /Gate Story nearly \$70 million short .* Now at least \$(?:6|7)\d\.\dM short · 24 hr · Gate, full 24 h · /,
  },
  {
    words: '$4.5 million',
    card: /Binance Story \$4\.5 million .* Now \$4\.50M ETH · short · on Binance at \d\d:\d\d · 24 hr · /,
  },
];

const SEED: readonly Expected[] = [
  {
    words: '$530 million over',
    card: /Whole market Story nearly \$530 million .* Now at least \$52\dM short/,
  },
  { words: 'largest such event', card: /Story largest such event since October/ },
  {
    words: '$88,000',
    card: new RegExp(`Bitcoin Story \\$88,000 time not stated Now ${PRICE} Binance · ${AGE}`),
  },
  { words: '14%', card: /Now Ethereum .*Cardano .*Dogecoin/ },
  { words: '30%', card: /Mog Coin Story 30%/ },
  { words: '$234 million', card: /Bybit Story \$234 million/ },
  { words: '$4.5 million', card: /Binance Story \$4\.5 million .* Now \$4\.50M ETH/ },
];

interface Story {
  readonly title: string;
  readonly toBody: () => string;
  readonly expected: readonly Expected[];
}

const SEED_FILE = new URL('../../../shared/seed-article.txt', import.meta.url);
const STORIES: readonly Story[] = [
  { title: 'demonstration story', toBody: () => toStoryPage('simulated'), expected: DEMONSTRATION },
  // Not ours to ship: read where it lies beside the project.
  ...(existsSync(SEED_FILE)
    ? [
        {
          title: 'seed article',
          toBody: () => toArticlePage(readFileSync(SEED_FILE, 'utf8'), 'Story'),
          expected: SEED,
        },
      ]
    : []),
];

describe.each(BROWSERS)('the figures of a story in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
    await world.logDay();
  });
  afterAll(() => world?.close());

  describe.each(STORIES)('the $title', ({ title, toBody, expected }) => {
    let page: BrowserPage;
    beforeAll(async () => {
      page = await world.open({ body: toBody() }, `/${title.replaceAll(' ', '-')}`);
      await showText(page);
      await waitForChips(page);
    });

    it.each(expected)('sets the present beside $words', async ({ words, card }) => {
      expect(await readFigure(page, words)).toMatch(card);
    });
  });

  it('leaves no error behind', () => {
    expect(world.browser.errors).toEqual([]);
  });

  it('leaves figures alone that the reader switched off', async () => {
    const page = await world.open({ body: toStoryPage('simulated') }, '/quiet');
    await showText(page);
    await waitForChips(page);
    await readFigure(page, '$234 million of');
    const options = await world.browser.openExtensionPage('src/popup/index.html');
    await options.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ 'mn-settings': { version: 1, value: { figures: 'off' } } })`,
    );
    await page.bringToFront();
    await until('no card of a figure', async () => (await readCard(page)) === null);
    await pointAtWords(page, '$100 million and');
    await page.moveMouse(5, 5);
    expect(await readCard(page)).toBeNull();
  });
});
