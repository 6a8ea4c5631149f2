import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readPanel } from '../demo/report.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import { askPages } from '../support/ask-pages.ts';
import { findAxeProblems } from '../support/axe.ts';
import type { BrowserPage } from '../support/browser.ts';
import { emulateMedia } from '../support/emulate-media.ts';
import { pointAtWords } from '../support/point-at-words.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const CARD = 'mn-card >>> .box';
const PANEL = 'mn-panel >>> .box';
const CHIP = 'mn-chip >>> .chip';
const chipOf = (id: string): string => `${CHIP}[data-id="${id}"]`;

/** Two keys of the page's own: Home lets the story fill the screen, End something else. */
const STORY = toStoryPage('simulated').replace(
  '</body>',
  `<figure id="film">Film</figure><script>
    const fill = { Home: 'article', End: '#film' };
    addEventListener('keydown', ({ key }) => fill[key] && document.querySelector(fill[key]).requestFullscreen());
  </script></body>`,
);

/** Ground and ink that are not the system's. */
const toOnGround = (colours: string) =>
  toPage(
    `<article><p>Bitcoin rose while Bybit was busy.</p></article><div>You have not selected any currencies to display</div>`,
    `<style>html { ${colours} }</style>`,
  );
const DARK = toOnGround('background: #14161a; color: #eceae6');
const LIGHT = toOnGround('background: #fdfdfb; color: #1a1a1c');

const READ_LIGHTNESS = `function () {
  const [red, green, blue] = getComputedStyle(this).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}`;
const READ_COLOUR = `function () { return getComputedStyle(this).color; }`;
const READ_FOCUS = `function () {
  const focused = this.getRootNode().activeElement;
  return focused === this ? 'itself' : (focused?.ariaLabel ?? focused?.textContent ?? 'nothing');
}`;
const COUNT_ANIMATIONS = `function () { return this.getRootNode().getAnimations().length; }`;
const IS_ON_TOP = `function () {
  const { x, y, width, height } = this.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === this.getRootNode().host;
}`;
const IS_INSIDE = `function () {
  const { left, top, right, bottom } = this.getBoundingClientRect();
  const fits = this.scrollWidth <= this.clientWidth;
  return fits && left >= 0 && top >= 0 && Math.floor(right) <= innerWidth && Math.floor(bottom) <= innerHeight;
}`;

/** What runs from the right, with names that do. */
const FROM_RIGHT = {
  body: '<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>خبر</title><p>ارتفع سعر البيتكوين اليوم كثيرا.</p></html>',
};
/** Whether the chip stands in the line of the word before it, on its left. */
const IS_BEHIND_WORD = `(() => {
  const chip = document.querySelector('mn-chip').getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('mn-chip').previousSibling);
  const text = range.getBoundingClientRect();
  return chip.width > 0 && chip.right <= text.left + 1 && chip.top < text.bottom && chip.bottom > text.top;
})()`;

/** Where each piece of the page would come on paper, and what else has a box there. */
const READ_PRINT = `(() => {
  const places = [...document.querySelectorAll('h1, p, time, li, .header-widgets')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
  });
  const ours = [...document.querySelectorAll('mn-chip, mn-card, mn-panel')].flatMap((element) => [...element.getClientRects()]);
  return { places, ours: ours.length, height: document.documentElement.scrollHeight };
})()`;

describe.each(BROWSERS)('what is drawn on a page in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let console: BrowserPage;

  const choose = (settings: Record<string, unknown>): Promise<unknown> =>
    console.evaluate(
      `(globalThis.browser ?? chrome).storage.local.set({ 'mn-settings': ${JSON.stringify({ version: 1, value: settings })} })`,
    );
  const isTrue = async (path: string, source: string): Promise<boolean> => {
    const [element] = await page.findAll(path);
    return (await element?.call(source)) === true;
  };
  const hasCard = async (id: string): Promise<boolean> => (await readCard(page))?.id === id;
  const closeAll = async (): Promise<void> => {
    await page.bringToFront();
    await page.press('Escape');
    await page.press('Escape');
    await until('nothing open', async () => (await page.findAll('mn-card, mn-panel')).length === 0);
  };

  beforeAll(async () => {
    world = await openWorld(name);
    await world.logDay();
    console = await world.browser.openExtensionPage('src/popup/index.html');
    page = await world.open({ body: STORY });
    await showText(page);
    await waitForChips(page);
  });
  afterAll(() => world?.close());

  it.each(['bitcoin', 'venue:bybit'])('opens a card without fault for %s, and takes no focus', async (id) => {
    await page.moveMouse(2, 2);
    await (await page.waitFor(chipOf(id))).hover();
    await until('its card', () => hasCard(id));
    expect(await findAxeProblems(page, CARD)).toEqual([]);
    expect(await page.evaluate('document.activeElement.localName')).toBe('body');
  });

  it.each(['above $93,500 by', '$530 million of'])('opens a card without fault for %s', async (words) => {
    await page.moveMouse(2, 2);
    await until('its card', async () => {
      const card = await readCard(page);
      if (card?.id.startsWith('figure:')) return true;
      await pointAtWords(page, words);
      return false;
    });
    expect(await findAxeProblems(page, CARD)).toEqual([]);
    await closeAll();
  });

  it('is used by the keyboard alone, without a trap', async () => {
    await (await page.waitFor(chipOf('bitcoin'))).focus();
    await until('the card', () => hasCard('bitcoin'));
    await page.press('Enter');
    const box = await page.waitFor(CARD);
    await until('the keyboard in the card', async () => (await box.call(READ_FOCUS)) === 'itself');
    const buttons = await page.findAll('mn-card >>> button');
    const labels = await Promise.all(
      buttons.map((button) => button.call('function () { return this.ariaLabel ?? this.textContent; }')),
    );
    expect(labels).toHaveLength(6);
    for (const label of labels) {
      await page.press('Tab');
      expect(await box.call(READ_FOCUS)).toBe(label);
    }
    await page.press('Tab');
    await until('no card of Bitcoin', async () => !(await hasCard('bitcoin')));
    expect(await page.evaluate('document.activeElement.localName')).toMatch(/^(mn-chip|a)$/);
    await closeAll();
  });

  it('follows what fills the screen, and goes when that is something else', async () => {
    await (await page.waitFor(chipOf('bitcoin'))).focus();
    await page.press('Enter');
    await until('the keyboard in the card', () =>
      page.evaluate(`document.activeElement.localName === 'mn-card'`),
    );
    // Drawn before the next key: within one frame the browser may lose the keyboard on the way.
    await until('the card on top', () => isTrue(CARD, IS_ON_TOP));
    await page.press('Home');
    await until('a full screen', () => page.evaluate('document.fullscreenElement !== null'));
    await until('the card over it', () => isTrue(CARD, IS_ON_TOP));
    await askPages(console, 'togglePanel');
    await until('the panel over it', () => isTrue(PANEL, IS_ON_TOP));
    await askPages(console, 'togglePanel');
    expect(await page.evaluate('document.activeElement.localName')).toBe('mn-chip');
    await page.evaluate('document.exitFullscreen()');
    await until('the page again', () => page.evaluate('document.fullscreenElement === null'));
    await until('the card still there', () => isTrue(CARD, IS_ON_TOP));
    await page.press('End');
    await until('no card', async () => (await readCard(page)) === null);
    await page.evaluate('document.exitFullscreen()');
    await until('the page again', () => page.evaluate('document.fullscreenElement === null'));
    await closeAll();
  });

  it('fits into a window of 320 pixels, as wide as 400 % zoom makes it', async () => {
    await page.resize(320, 256);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await (await page.waitFor(chipOf('mog-coin'))).click();
    await until('the card inside', () => isTrue(CARD, IS_INSIDE));
    await closeAll();
    await askPages(console, 'togglePanel');
    await until('the panel inside', () => isTrue(PANEL, IS_INSIDE));
    await page.bringToFront();
    await until('tables', async () => (await page.findAll('mn-panel >>> .coins .row')).length > 2);
    await page.waitFor('mn-panel >>> .figure');
    expect(await isTrue(PANEL, IS_INSIDE)).toBe(true);
    await closeAll();
  });

  it('opens by a finger, stays inside, and closes by one', async () => {
    await page.resize(390, 844);
    await (await page.waitFor(chipOf('cardano'))).tap();
    await until('the card', () => hasCard('cardano'));
    await until('the card inside', () => isTrue(CARD, IS_INSIDE));
    expect(await findAxeProblems(page, CARD)).toEqual([]);
    await (await page.waitFor('mn-card >>> .close')).tap();
    await until('no card', async () => (await readCard(page)) === null);
    await page.resize(1280, 900);
  });

  it('shows rises in red where the reader wants that', async () => {
    await (await page.waitFor(chipOf('bitcoin'))).hover();
    await askPages(console, 'togglePanel');
    await page.bringToFront();
    await until('the panel', async () => (await readPanel(page)) !== null);
    const rises = [
      `${chipOf('bitcoin')} .change`,
      'mn-card >>> .mn-up',
      'mn-panel >>> .mn-up',
      'mn-ticker >>> .mn-up',
    ];
    const readReds = () =>
      Promise.all(
        rises.map(async (path) => {
          const colour = String(await (await page.waitFor(path)).call(READ_COLOUR));
          const [red = 0, green = 0] = (colour.match(/-?[\d.]+/g) ?? []).map(Number);
          // In oklab the second number is green to red.
          return colour.startsWith('oklab') ? green > 0 : red > green;
        }),
      );
    expect(await readReds()).toEqual([false, false, false, false]);
    await choose({ risingColour: 'red' });
    await until('rises in red', async () => (await readReds()).every(Boolean));
    await choose({});
    await until('rises in green', async () => !(await readReds()).some(Boolean));
    await closeAll();
  });

  it('is told apart by more than colour where the system paints', async () => {
    await emulateMedia(world.browser, page, { forcedColors: 'active' });
    await until('no underlines', () => page.evaluate(`!CSS.highlights.has('mn-mention')`));
    const border = await (await page.waitFor(CHIP)).call(
      'function () { return getComputedStyle(this).borderTopStyle; }',
    );
    expect(border).toBe('solid');
    await (await page.waitFor(chipOf('bitcoin'))).hover();
    await until('the card', () => hasCard('bitcoin'));
    expect(await findAxeProblems(page, CARD)).toEqual([]);
    await emulateMedia(world.browser, page, {});
    await closeAll();
  });

  it('stands still where the reader wants no motion', async () => {
    await (await page.waitFor(chipOf('bitcoin'))).click();
    await until('the card', () => hasCard('bitcoin'));
    await askPages(console, 'togglePanel');
    await page.bringToFront();
    const countAll = () =>
      Promise.all(
        ['mn-ticker >>> .run', CARD, PANEL, CHIP].map(async (path) =>
          (await page.waitFor(path)).call(COUNT_ANIMATIONS),
        ),
      );
    expect(await countAll()).toEqual([1, 0, 0, 0]);
    await emulateMedia(world.browser, page, { reducedMotion: 'reduce' });
    await until('nothing that moves', async () => (await countAll()).every((count) => count === 0));
    await emulateMedia(world.browser, page, {});
    await closeAll();
  });

  it('is not printed', async () => {
    await (await page.waitFor(chipOf('bitcoin'))).click();
    await until('the card', () => hasCard('bitcoin'));
    const readPrint = async () => {
      await emulateMedia(world.browser, page, { medium: 'print' });
      const read = await page.evaluate(READ_PRINT);
      await emulateMedia(world.browser, page, {});
      return read;
    };
    const printed = await readPrint();
    const boxes = await Promise.all(
      ['mn-chip', 'mn-card', 'mn-ticker >>> .ground'].map(async (path) =>
        (await page.waitFor(path)).call('function () { return getComputedStyle(this).display; }'),
      ),
    );
    expect(boxes).toEqual(['inline', 'block', 'block']);
    await askPages(console, 'leavePage');
    await page.bringToFront();
    await until(
      'nothing of ours',
      async () => (await page.findAll('mn-chip, mn-ticker, mn-card')).length === 0,
    );
    expect(printed).toEqual(await readPrint());
  });

  it('follows a page that runs from the right', async () => {
    await page.close();
    page = await world.open(FROM_RIGHT, '/from-right');
    await waitForChips(page);
    expect(await page.evaluate(IS_BEHIND_WORD)).toBe(true);
    await (await page.waitFor(CHIP)).hover();
    await until('the card inside', () => isTrue(CARD, IS_INSIDE));
    const chip = await (await page.waitFor(CHIP)).box();
    const card = await (await page.waitFor(CARD)).box();
    expect(Math.abs(card.x + card.width - (chip.x + chip.width))).toBeLessThan(12);
    await askPages(console, 'togglePanel');
    await page.bringToFront();
    await until('the panel inside', () => isTrue(PANEL, IS_INSIDE));
    expect((await (await page.waitFor(PANEL)).box()).x).toBe(0);
    await closeAll();
  });

  it('is as dark as the page, whatever the system is', async () => {
    await page.close();
    page = await world.open(DARK, '/dark');
    await waitForChips(page);
    await (await page.waitFor(CHIP)).hover();
    const readPaper = async () => (await (await page.waitFor(CARD)).call(READ_LIGHTNESS)) as number;
    expect(await readPaper()).toBeLessThan(60);
    const faults = async () => [
      ...(await findAxeProblems(page, CARD)),
      ...(await findAxeProblems(page, CHIP)),
      ...(await findAxeProblems(page, 'mn-ticker >>> .marquee')),
    ];
    expect(await faults()).toEqual([]);
    await page.close();
    page = await world.open(LIGHT, '/light');
    await emulateMedia(world.browser, page, { colorScheme: 'dark' });
    await waitForChips(page);
    await (await page.waitFor(CHIP)).hover();
    expect(await readPaper()).toBeGreaterThan(200);
    expect(await faults()).toEqual([]);
  });

  it('leaves no error behind', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
