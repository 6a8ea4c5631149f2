import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTickerItems } from '../demo/report.ts';
import {
  APART,
  EMPTY,
  PLUGIN_SHEET,
  QUOTATIONS,
  SENTENCE,
  SPEAKING,
  WORKING,
} from '../fixtures/tickers/pages.ts';
import { findAxeProblems } from '../support/axe.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World } from './open-story.ts';

const LIVING = [...QUOTATIONS, ...WORKING].join('');
const PAGE = [...EMPTY, ...SPEAKING].map(({ body }) => body).join('') + LIVING;
const ORIGINAL = PAGE.replaceAll('|', '');

/** The page as it stands once every strip is there: sentences emptied, all else untouched. */
const FILLED =
  EMPTY.map(({ body }) => body.replace('|', '<mn-ticker instead=""></mn-ticker>')).join('') +
  SPEAKING.map(({ body }) => body.replace(/\|[^<]+/, '<mn-ticker></mn-ticker>')).join('') +
  LIVING;

const readBody = async (page: BrowserPage): Promise<string> =>
  String(await page.evaluate('document.body.innerHTML'));

describe.each(BROWSERS)('dead tickers in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(toPage(ORIGINAL, PLUGIN_SHEET));
    await page.waitFor('mn-ticker >>> li .mn-live');
  });
  afterAll(() => world?.close());

  it('become strips, all kinds of them, and nothing that quotes or works does', async () => {
    expect((await readTickerItems(page))[0]?.text).toMatch(/^BTC \$[\d,.]+ /);
    await until('every strip', async () => (await readBody(page)) === FILLED);
  });

  it.each(['marquee', 'list', 'label', 'table'])(
    'have no fault as a %s that axe-core knows',
    async (shape) => {
      expect(await findAxeProblems(page, `mn-ticker >>> .${shape}`)).toEqual([]);
    },
  );

  it('rest while the keyboard is in them', async () => {
    const run = await page.waitFor('mn-ticker >>> .run');
    const readState = () => run.call('function () { return getComputedStyle(this).animationPlayState; }');
    expect(await readState()).toBe('running');
    await (await page.waitFor('mn-ticker >>> .marquee .pause')).focus();
    expect(await readState()).toBe('paused');
  });

  it('give way to a widget that gets its coins after all', async () => {
    const before = (await page.findAll('mn-ticker')).length;
    await page.evaluate(`void (document.querySelector('.lbl-wrapper').innerHTML = '<li>$1</li>')`);
    await until('one strip less', async () => (await page.findAll('mn-ticker')).length === before - 1);
    await page.evaluate(`document.querySelector('.lbl-wrapper').replaceChildren()`);
  });

  it('come back exactly when their strips are closed', async () => {
    await (await page.waitFor('mn-ticker >>> .close')).click();
    for (const close of await page.findAll('mn-ticker >>> .close')) {
      await close.call('function () { this.click(); }');
    }
    await until('the strips to go', async () => (await page.findAll('mn-ticker')).length === 0);
    expect(await readBody(page)).toBe(ORIGINAL);
    expect(world.browser.errors).toEqual([]);
  });

  it.each(APART)('$where get their strips in the places of the comments', async ({ body }) => {
    const apart = await world.open(toPage(body.replaceAll('|', '')));
    await apart.waitFor('mn-ticker >>> li .mn-live');
    expect(await readBody(apart)).toBe(
      body.replaceAll(SENTENCE, '').replaceAll('|', '<mn-ticker></mn-ticker>'),
    );
    await apart.close();
  });

  it('let the page have its way with the node', async () => {
    const own = await world.open(toPage(`<div id="slot">${SENTENCE}</div>`));
    await own.waitFor('mn-ticker >>> li .mn-live');
    await own.evaluate(`void (document.getElementById('slot').firstChild.nextSibling.data = 'One')`);
    await until('the strip to go', async () => (await own.findAll('mn-ticker')).length === 0);
    expect(await own.evaluate(`document.getElementById('slot').innerHTML`)).toBe('One');
    await own.close();
  });
});
