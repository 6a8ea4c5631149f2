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

const count = async (page: BrowserPage, path: string): Promise<number> => (await page.findAll(path)).length;

/** Every note of the page, and none twice. */
const waitUntilAnnotated = async (page: BrowserPage): Promise<void> => {
  await until('every chip once', async () => (await count(page, 'mn-chip')) === 7, 20_000);
  await waitForChips(page);
  await page.waitFor('mn-ticker >>> li .mn-live');
  expect(await count(page, 'mn-ticker')).toBe(1);
};

/** A page with all that we put into one, under which the extension was then updated. */
const openUpdated = async (world: World): Promise<BrowserPage> => {
  const page = await world.open(PAGE);
  await waitUntilAnnotated(page);
  await (await page.waitFor('mn-chip >>> .chip')).click();
  await page.waitFor('mn-card >>> .card');
  await world.browser.updateExtension();
  await until('the old card to go', async () => (await count(page, 'mn-card')) === 0);
  await waitUntilAnnotated(page);
  return page;
};

const reload = async (page: BrowserPage): Promise<void> =>
  page.goto(String(await page.evaluate('location.href')));

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

it('the page goes on with an updated extension in Chromium, and every node is as it was after it is removed', async () => {
  const world = await openWorld('chromium');
  try {
    const page = await openUpdated(world);
    await world.browser.removeExtension();
    await until(
      'our nodes to go',
      async () => (await count(page, 'mn-chip, mn-ticker, mn-card')) === 0,
      30_000,
    );
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    const after = await page.evaluate(READ_NODES);
    await reload(page);
    expect(after).toEqual(await page.evaluate(READ_NODES));
    expect(world.browser.errors).toEqual([]);
  } finally {
    await world.close();
  }
});

/** Blocks the news site, or no site. */
const block = (options: BrowserPage, sites: readonly string[]): Promise<unknown> =>
  options.evaluate(
    `chrome.storage.local.set({ 'mn-blocked-sites': ${JSON.stringify({ version: 1, value: sites })} }).then(() => null)`,
  );

// Firefox ends a content script at once and lets nothing of it run any more: its nodes stay, and must not be seen.
it('the page goes on with an updated extension in Firefox, and looks as it did after it is removed', async () => {
  const world = await openWorld('firefox');
  try {
    const page = await openUpdated(world);
    const options = await world.browser.openExtensionPage('src/options/index.html');
    await block(options, ['www.coindesk.com']);
    await until('our nodes to go', async () => (await count(page, 'mn-chip, mn-ticker')) === 0, 30_000);
    const left = await page.evaluate(READ_NODES);
    await page.bringToFront();
    await reload(page);
    expect(left).toEqual(await page.evaluate(READ_NODES));

    await block(options, []);
    await waitUntilAnnotated(page);
    const annotated = await toPicture(page);
    await world.browser.removeExtension();
    await sleep(1000);
    const after = await toPicture(page);
    await reload(page);
    expect(after).toBe(await toPicture(page));
    expect(after).not.toBe(annotated);
    expect(world.browser.errors).toEqual([]);
  } finally {
    await world.close();
  }
});
