import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readChips } from '../demo/report.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World, waitForChips } from './open-story.ts';

/** The article as its own scripts see it: markup without ours, and how its text is cut into nodes. */
const READ_ARTICLE = `(() => {
  const article = document.querySelector('article');
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return { markup: article.innerHTML, texts, text: article.textContent };
})()`;

describe.each(BROWSERS)('notes as densely as the reader wants them in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let popup: BrowserPage;
  let firstIds: readonly string[] = [];
  let before: { markup: string; texts: string[]; text: string };

  const choose = async (settings: Record<string, unknown>): Promise<void> => {
    await popup.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ 'mn-settings': ${JSON.stringify({ version: 1, value: settings })} })`,
    );
    await page.bringToFront();
  };
  const read = async () => (await page.evaluate(READ_ARTICLE)) as typeof before;
  const countChips = async (): Promise<number> => (await readChips(page)).length;

  beforeAll(async () => {
    world = await openWorld(name);
    await world.logDay();
    popup = await world.browser.openExtensionPage('src/popup/index.html');
    await choose({ density: 'underline' }).catch(() => undefined);
    page = await world.open({ body: toStoryPage('simulated') });
    await showText(page);
    before = await read();
    await choose({});
    await waitForChips(page);
  });
  afterAll(() => world?.close());

  it('puts a chip beside the first mention of each by default', async () => {
    await until('the chips of the whole story', async () => (await countChips()) === 13);
    const ids = (await readChips(page)).map(({ id }) => id);
    expect(ids.length).toBe(new Set(ids).size);
    firstIds = ids;
    expect((await read()).text).toBe(before.text);
  });

  it('puts one beside every mention', async () => {
    const first = await countChips();
    await choose({ density: 'all' });
    await until('more chips', async () => (await countChips()) > first + 2);
    expect((await read()).text).toBe(before.text);
  });

  it('puts them at the ends of paragraphs, and splits no text', async () => {
    await choose({ density: 'paragraph' });
    await until('chips at the ends', async () => {
      const { texts } = await read();
      return (await countChips()) > 8 && texts.length === before.texts.length;
    });
    const strays = await page.evaluate(
      `[...document.querySelectorAll('article mn-chip')].filter((chip) => chip.nextSibling && chip.nextSibling.localName !== 'mn-chip').length`,
    );
    expect(strays).toBe(0);
    await until('the order of the words', async () => {
      const ids = (await readChips(page)).map(({ id }) => id);
      return ids.join() === firstIds.join();
    });
    const texts = (await readChips(page)).map(({ text }) => text);
    expect(texts.filter((text) => !/^[A-Z][A-Za-z.]+ (?:\$|≥|—)/.test(text))).toEqual([]);
    // A row of them is broken where it ends.
    const tooWide = await page.evaluate(
      `[...document.querySelectorAll('article p')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length`,
    );
    expect(tooWide).toBe(0);
  });

  it('leaves nothing but underlines, and every node of the page as it was', async () => {
    await choose({ density: 'underline' });
    await until('no chips', async () => (await countChips()) === 0);
    expect(await read()).toEqual(before);
  });

  it('writes the present behind the paragraphs that state figures, and takes it back', async () => {
    await choose({ density: 'underline', figures: 'beside' });
    await until('notes of figures', async () => {
      const found = await page.findAll('mn-figure >>> .beside');
      const text = (await Promise.all(found.map((each) => each.text()))).join(' ');
      return /“over \$93,500” now \$[\d,.]+/.test(text) && /“\$234 million” now at least \$23\dM/.test(text);
    });
    expect((await read()).text).toBe(before.text);
    await choose({ density: 'underline' });
    await until('no notes', async () => (await page.findAll('mn-figure')).length === 0);
    expect(await read()).toEqual(before);
  });

  it('forgets what is not this coin, on the spot, and takes that back', async () => {
    await choose({});
    await until('the chip of MOG', async () => (await readChips(page)).some(({ id }) => id === 'mog-coin'));
    for (const chip of await page.findAll('mn-chip >>> .chip')) {
      if ((await chip.attribute('data-id')) === 'mog-coin') await chip.click();
    }
    await until('its card', async () => (await readCard(page))?.id === 'mog-coin');
    expect((await readCard(page))?.text).toContain('“MOG”:');
    // By keys: what comes into the card late moves what a pointer aims at.
    await (await page.waitFor('mn-card >>> .act[data-act=dismiss]')).focus();
    await page.press('Enter');
    await until('no chip of MOG', async () => (await readChips(page)).every(({ id }) => id !== 'mog-coin'));
    expect((await readCard(page))?.text).toContain('“MOG” is no longer noted on www.coindesk.com.');
    await (await page.waitFor('mn-card >>> .dismissed .act')).click();
    await until('its chip again', async () => (await readChips(page)).some(({ id }) => id === 'mog-coin'));
    expect(world.browser.errors).toEqual([]);
  });
});
