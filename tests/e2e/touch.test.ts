import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPopupItems } from '../demo/report.ts';
import type { BrowserPage, PageElement } from '../support/browser.ts';
import { useFinger } from '../support/finger.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const WIDTH = 360;
const HEIGHT = 780;

/** Whatever a reader can touch; of a field with a label around it, the label. */
const TARGETS = 'button, a[href], label:has(input, select), input:not(label input)';

/**
 * Names the element when a finger that comes down within 21 px of its middle, above, below or beside it, would miss it.
 * Links in a line of text are as wide as their words.
 */
const MISSED = `async function () {
  this.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { left, top, width, height } = this.getBoundingClientRect();
  if (width === 0) return null;
  const [x, y] = [left + width / 2, top + height / 2];
  const reach = Math.min(21, this.matches('a') ? width / 2 - 1 : 21);
  const points = [[x, y], [x, y - 21], [x, y + 21], [x - reach, y], [x + reach, y]];
  const misses = points.filter(([px, py]) => !this.contains(this.getRootNode().elementFromPoint(px, py)));
  return misses.length === 0 ? null : (this.ariaLabel ?? this.textContent) + ': ' + width + ' x ' + height + ' ' + misses.join(' ');
}`;

const findMissed = async (elements: readonly PageElement[]): Promise<unknown[]> => {
  const missed: unknown[] = [];
  for (const element of elements) missed.push(await element.call(MISSED));
  return missed.filter((each) => each !== null);
};

describe.each(BROWSERS)('with a finger on a narrow screen, in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let popup: BrowserPage;

  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(toPage('<main><p>Cardano rose.</p></main>'));
    await waitForChips(page);
    popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row .mn-live');
    await useFinger(world.browser);
    for (const each of [page, popup]) await each.resize(WIDTH, HEIGHT);
    await popup.bringToFront();
    await until('a coarse pointer', () => popup.evaluate(`matchMedia('(pointer: coarse)').matches`));
  });
  afterAll(() => world?.close());

  it('everything in the popup has room for it', async () => {
    expect(await popup.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await findMissed(await popup.findAll(TARGETS))).toEqual([]);
  });

  it('a row is dragged to another place', async () => {
    const before = (await readPopupItems(popup)).map(({ id }) => id);
    const [first, second] = await popup.findAll('.coin-row .handle');
    await first?.call(`function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }); }`);
    const [from, to] = [await first?.box(), await second?.box()];
    if (!from || !to) throw new Error('There are no two handles');
    const x = from.x + 8;
    await popup.drag({ x, y: from.y + from.height / 2 }, { x, y: to.y + to.height * 0.75 }, 'touch');
    const [one, two, ...others] = before;
    await until(
      'the second first',
      async () => (await readPopupItems(popup)).map(({ id }) => id).join() === [two, one, ...others].join(),
    );
  });

  it('a tap opens the card, in which everything has room for it', async () => {
    await page.bringToFront();
    await (await page.waitFor('mn-chip >>> .chip')).tap();
    await page.waitFor('mn-card >>> .card .price .mn-live');
    expect(await findMissed(await page.findAll('mn-card >>> button, mn-card >>> a[href]'))).toEqual([]);
    expect(world.browser.errors).toEqual([]);
  });
});
