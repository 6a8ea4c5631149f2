import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
import { openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage(
  '<main><p>Bitcoin (BTC) and <b>Gate</b>.io rose; <a href="/x">Cardano’s ADA</a> and bitcoin again, MOG and XRP too.</p>' +
    '<p>Ether, <i>Sol</i>ana’s SOL</p></main>You have not selected any currencies to display<!-- Cryptocurrency Widget ID: 7 !-->',
);

/** The text nodes one by one: equal markup alone would not show a node that stayed split. */
const READ_NODES = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return [document.documentElement.outerHTML, ...texts];
})()`;

const openAnnotated = async (world: World): Promise<BrowserPage> => {
  const page = await world.open(PAGE);
  await waitForChips(page);
  await page.waitFor('mn-ticker >>> li .mn-live');
  return page;
};

const toPicture = async (page: BrowserPage): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'margin-notes-'));
  const file = join(folder, 'page.png');
  await page.screenshot(file);
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await rm(folder, { recursive: true });
  return hash;
};

it('every node of the page is as it was after the extension is removed from Chromium', async () => {
  const world = await openWorld('chromium');
  try {
    const page = await openAnnotated(world);
    await world.browser.removeExtension();
    await until(
      'our nodes to go',
      async () => (await page.findAll('mn-chip, mn-ticker, mn-card')).length === 0,
      30_000,
    );
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    const after = await page.evaluate(READ_NODES);
    await page.goto(String(await page.evaluate('location.href')));
    expect(after).toEqual(await page.evaluate(READ_NODES));
    expect(world.browser.errors).toEqual([]);
  } finally {
    await world.close();
  }
});

// Firefox ends a content script at once and lets nothing of it run any more: its nodes stay, and must not be seen.
it('the page looks as it did after the extension is removed from Firefox', async () => {
  const world = await openWorld('firefox');
  try {
    const page = await openAnnotated(world);
    const annotated = await toPicture(page);
    await world.browser.removeExtension();
    await sleep(1000);
    const after = await toPicture(page);
    await page.goto(String(await page.evaluate('location.href')));
    expect(after).toBe(await toPicture(page));
    expect(after).not.toBe(annotated);
  } finally {
    await world.close();
  }
});
