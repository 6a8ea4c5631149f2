import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTickerItems } from '../demo/report.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World } from './open-story.ts';

const SENTENCE = 'You have not selected any currencies to display';
const COMMENT = '<!-- Cryptocurrency Widget ID: 7 !-->';
const TEXT = '<p>Quiet trading on Monday.</p>';

/** Where the plugins leave the sentence, and where the strip belongs in it (`|`). */
const POSITIONS = [
  { where: 'bare in the content', body: `<div>${TEXT}|${SENTENCE}${TEXT}</div>` },
  { where: 'alone in a paragraph', body: `<div>${TEXT}<p>|${SENTENCE}</p></div>` },
  { where: 'at the end of the body', body: `<main>${TEXT}</main>|${SENTENCE}` },
  { where: 'with its comment behind it', body: `<div>|${SENTENCE}${COMMENT}</div>` },
  {
    where: 'in the widget of the plugin',
    body: `<aside class="ccpw_widget" id="ccpw_widget-2"><h2>Prices</h2>|${SENTENCE}</aside>`,
  },
  { where: 'apart from its comment', body: `${SENTENCE}<div>${TEXT}|${COMMENT}</div>` },
  { where: 'as the Pro edition words it', body: `<div>|You have not selected any currency to display</div>` },
];

/** Where somebody writes about the sentence. */
const QUOTATIONS = [
  `<p>Sites that print “${SENTENCE}” have lost their data.</p>`,
  `<p>It says <em>${SENTENCE}</em> and <b>nothing</b> else. <a href="/help">${SENTENCE}</a></p>`,
  `<pre>${SENTENCE}</pre>`,
  `<blockquote>${SENTENCE}</blockquote>`,
];

describe.each(BROWSERS)('a dead ticker in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it.each(POSITIONS)('$where becomes a strip and comes back exactly', async ({ body }) => {
    const original = body.replace('|', '');
    const page = await world.open(toPage(original));
    await page.waitFor('mn-ticker >>> li .mn-live');
    expect((await readTickerItems(page))[0]?.text).toMatch(/^BTC \$[\d,.]+ /);
    const strip = '<mn-ticker></mn-ticker>';
    const sentence = /You have not selected any currenc(ies|y) to display/;
    expect(await page.evaluate('document.body.innerHTML')).toBe(
      body.replace('|', strip).replace(sentence, ''),
    );

    await (await page.waitFor('mn-ticker >>> .close')).click();
    await until('the strip to go', async () => (await page.findAll('mn-ticker')).length === 0);
    expect(await page.evaluate('document.body.innerHTML')).toBe(original);
    await page.close();
  });

  it('leaves texts about the sentence alone', async () => {
    const body = QUOTATIONS.join('') + TEXT;
    const page = await world.open(toPage(`${body}<p>Bitcoin rose.</p>`));
    await page.waitFor('mn-chip >>> .chip');
    expect(await page.findAll('mn-ticker')).toHaveLength(0);
    expect(await page.evaluate('document.body.textContent')).toContain(`print “${SENTENCE}”`);
    await page.close();
  });

  it('lets the page have its way with the node', async () => {
    const page = await world.open(toPage(`<div id="slot">${SENTENCE}</div>${TEXT}`));
    await page.waitFor('mn-ticker >>> li .mn-live');
    await page.evaluate(`void (document.getElementById('slot').firstChild.nextSibling.data = 'BTC 1')`);
    await until('the strip to go', async () => (await page.findAll('mn-ticker')).length === 0);
    expect(await page.evaluate(`document.getElementById('slot').innerHTML`)).toBe('BTC 1');
    await page.close();
  });
});
