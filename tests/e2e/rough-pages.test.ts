import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readChips } from '../demo/report.ts';
import type { BrowserPage } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const SENTENCE = 'You have not selected any currencies to display';
const TEXT = 'On Monday Bitcoin rose and Ethereum fell, said a trader.';

/** What pages and their helpers do to text that carries our chips, and the text that must then stand there. */
const EDITS = [
  { what: 'splits a node', edit: 'p.firstChild.splitText(3)', text: TEXT },
  {
    what: 'replaces words node by node',
    edit: `for (const n of [...p.childNodes]) if (n.data) n.data = n.data.replace('Monday', 'Tuesday')`,
    text: TEXT.replace('Monday', 'Tuesday'),
  },
  { what: 'writes a node anew', edit: `p.firstChild.data = 'Solana slept.'`, text: 'Solana slept.' },
  { what: 'writes the text anew', edit: `p.textContent = 'Cardano woke.'`, text: 'Cardano woke.' },
  { what: 'normalises', edit: 'p.normalize()', text: TEXT },
  { what: 'appends markup', edit: `p.innerHTML += ' More.'`, text: `${TEXT} More.` },
  {
    what: 'moves the node into a wrapper',
    edit: `{ const b = document.createElement('b'); p.append(b); b.append(p.firstChild); }`,
    text: TEXT,
  },
  {
    what: 'takes the node out and puts it back',
    edit: '{ const n = p.firstChild; n.remove(); p.prepend(n); }',
    text: TEXT,
  },
  { what: 'clones the paragraph', edit: 'p.after(p.cloneNode(true)); p.remove()', text: TEXT },
  { what: 'moves the paragraph elsewhere', edit: 'document.querySelector("aside").append(p)', text: TEXT },
  { what: 'becomes editable', edit: `p.contentEditable = 'true'`, text: TEXT },
] as const;

const readText = (page: BrowserPage): Promise<unknown> =>
  page.evaluate(`document.querySelector('.t').textContent`);

describe.each(BROWSERS)('a page in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it.each(EDITS)('that $what keeps its text', async ({ edit, text }) => {
    const page = await world.open(
      toPage(`<main><p class="t">${TEXT}</p><p>Bitcoin again.</p></main><aside></aside>`),
    );
    await waitForChips(page);
    await page.evaluate(`void (() => { const p = document.querySelector('.t'); ${edit} })()`);
    await sleep(50);
    expect(await readText(page), 'at once').toBe(text);
    await sleep(1700);
    expect(await readText(page), 'annotated again').toBe(text);
    await until('one chip of each, and no copies', async () => {
      const ids = (await readChips(page)).map(({ id }) => id);
      const count = await page.evaluate(`document.querySelectorAll('mn-chip').length`);
      return count === ids.length && new Set(ids).size === ids.length;
    });
    await page.close();
  });

  it('keeps its chips where a text only grows, and tells growth from another text of the same beginning', async () => {
    const texts = {
      found: TEXT,
      whole: 'Solana slept and Cardano woke.',
      inPlace: 'Dogecoin rested all week.',
      cut: 'On Tuesday Litecoin rose at first and fell again, said a trader.',
      shorter: 'Polkadot gained ground on hopes of an upgrade this year.',
      renamed: 'The one that traders like is Ethereum',
    };
    const { renamed, ...others } = texts;
    const toParagraphs = (all: object): string =>
      Object.entries(all)
        .map(([id, text]) => `<p id="${id}">${text}</p>`)
        .join('');
    const page = await world.open(
      toPage(`<main>${toParagraphs({ renamed })}${toParagraphs(others)}<p>${TEXT}</p></main>`),
    );
    await waitForChips(page);
    await until('every chip', async () => (await readChips(page)).length === 7);
    await page.evaluate(`void (() => {
      globalThis.chips = [...document.querySelectorAll('mn-chip')];
      const textOf = (id) => document.getElementById(id).firstChild;
      textOf('found').data += ' More.';
      textOf('whole').data = 'Solana slept and Cardano woke. More.';
      textOf('inPlace').appendData(' and longer than anybody had thought that it would');
      textOf('cut').data = 'On Tuesday Litecoin…';
      textOf('shorter').data = 'Polkadot fell.';
      textOf('renamed').data = 'The one that traders like is Ethereum Classic today';
    })()`);
    const readTexts = () =>
      page.evaluate(
        `Object.fromEntries([...document.querySelectorAll('p[id]')].map(({ id, textContent }) => [id, textContent]))`,
      );
    const expected = {
      found: `${TEXT} More.`,
      whole: 'Solana slept and Cardano woke. More.',
      inPlace: 'Dogecoin rested all week. and longer than anybody had thought that it would',
      cut: 'On Tuesday Litecoin…',
      shorter: 'Polkadot fell.',
      renamed: 'The one that traders like is Ethereum Classic today',
    };
    expect(await readTexts(), 'at once').toEqual(expected);
    await until('the other coin', async () =>
      (await readChips(page)).some(({ id }) => id === 'ethereum-classic'),
    );
    expect(await readTexts(), 'annotated again').toEqual(expected);
    const kept = `chips.filter((chip) => chip.isConnected).map((chip) => chip.parentElement.id)`;
    expect(await page.evaluate(kept)).toEqual(['found', 'whole', 'whole', 'inPlace']);
    const underlined = `[...CSS.highlights.get('mn-mention')].map(String).sort()`;
    const names =
      'Bitcoin Bitcoin Cardano Dogecoin Ethereum Ethereum,Ethereum Classic,Litecoin,Polkadot,Solana';
    expect(await page.evaluate(underlined)).toEqual(
      names.split(',').flatMap((part) => (part === 'Ethereum Classic' ? part : part.split(' '))),
    );
    await page.close();
  });

  it('cannot look into our roots by defining our tags', async () => {
    const spy = `<script>
      window.seen = [];
      for (const tag of ['mn-chip', 'mn-ticker', 'mn-card']) customElements.define(tag, class extends HTMLElement {
        constructor() { super(); seen.push(this.attachInternals().shadowRoot); try { this.attachShadow({ mode: 'open' }); } catch {} }
      });
    </script>`;
    const page = await world.open(toPage(`${spy}<p>Bitcoin rose.</p>${SENTENCE}`));
    await until(
      'our nodes',
      async () =>
        Boolean(
          await page.evaluate(`document.querySelector('mn-chip') && document.querySelector('mn-ticker')`),
        ),
      10_000,
    );
    await page.waitFor('mn-chip >>> .chip');
    await sleep(500);
    expect(await page.evaluate('seen.filter(Boolean).length')).toBe(0);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('mn-chip, mn-ticker')].filter((e) => e.shadowRoot).length`,
      ),
    ).toBe(0);
    expect((await readChips(page)).length).toBe(1);
    await page.close();
  });

  it('cannot open a card by events of its own making', async () => {
    const page = await world.open(toPage('<p class="t">Bitcoin rose.</p>'));
    await waitForChips(page);
    await page.evaluate(`(() => {
      const { x, y } = document.querySelector('mn-chip').getBoundingClientRect();
      for (const type of ['pointermove', 'click']) {
        document.querySelector('mn-chip').dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x + 2, clientY: y + 2 }));
      }
    })()`);
    await sleep(600);
    expect(await readCard(page)).toBe(null);
    await page.close();
  });

  it('that never stands still gets its notes all the same', async () => {
    const clock =
      '<div id="clock">0</div><script>setInterval(() => { clock.firstChild.data = String(Date.now()); document.body.append(document.createElement("script")); }, 150)</script>';
    const page = await world.open(toPage(`<main><p>Bitcoin rose.</p>${clock}</main>`));
    await waitForChips(page);
    await page.evaluate(
      `document.querySelector('main').insertAdjacentHTML('beforeend', '<p>Cardano slept.</p>')`,
    );
    await until('the new note', async () => (await readChips(page)).some(({ id }) => id === 'cardano'), 8000);
    await page.evaluate(`window.first = document.querySelector('mn-chip')`);
    await sleep(2500);
    expect(await page.evaluate(`window.first.isConnected`)).toBe(true);
    await page.close();
  });

  it('that exchanges its article is read anew', async () => {
    const page = await world.open(toPage('<div id="app"><main><p>Bitcoin rose.</p></main></div>'));
    await waitForChips(page);
    await page.evaluate(`document.getElementById('app').innerHTML = '<main><p>Cardano slept.</p></main>'`);
    await until(
      'the new note',
      async () => (await readChips(page)).map(({ id }) => id).join() === 'cardano',
      8000,
    );
    await page.evaluate(
      `document.body = Object.assign(document.createElement('body'), { innerHTML: '<p>Solana woke.</p>' })`,
    );
    await until(
      'the next note',
      async () => (await readChips(page)).map(({ id }) => id).join() === 'solana',
      8000,
    );
    await page.close();
  });

  it('keeps the sentence of its dead ticker, whatever it does to it', async () => {
    const page = await world.open(toPage(`<div id="slot">${SENTENCE}</div><p>Bitcoin.</p>`));
    await page.waitFor('mn-ticker >>> li .mn-live');
    await page.evaluate(`document.getElementById('slot').innerHTML += '<i></i>'`);
    await sleep(200);
    expect(await page.evaluate(`document.getElementById('slot').innerHTML`)).toBe(`${SENTENCE}<i></i>`);

    const tidy = await world.open(toPage(`<div id="slot">${SENTENCE}</div><p>Bitcoin.</p>`), '/tidy');
    await tidy.waitFor('mn-ticker >>> li .mn-live');
    await tidy.evaluate('document.body.normalize()');
    await (await tidy.waitFor('mn-ticker >>> .close')).click();
    await sleep(200);
    expect(await tidy.evaluate(`document.getElementById('slot').innerHTML`)).toBe(SENTENCE);
    await page.close();
    await tidy.close();
  });

  it('with a link around a block is not left by a click on a chip', async () => {
    const page = await world.open(
      toPage('<a href="/gone"><p>Bitcoin rose.</p></a><p>See <a href="/eth">Ethereum</a>.</p>'),
    );
    await waitForChips(page);
    await (await page.waitFor('mn-chip >>> .chip')).click();
    await page.waitFor('mn-card >>> .card[data-id="ethereum"]');
    expect((await readChips(page)).map(({ id }) => id)).toEqual(['ethereum']);
    expect(await page.evaluate('location.pathname')).toBe('/story');
    await page.close();
  });

  it('gets no chip where nobody would see it', async () => {
    const hidden = [
      '<p style="position:absolute;width:1px;height:1px;overflow:hidden">Bitcoin rose.</p>',
      '<p style="visibility:hidden">Bitcoin rose.</p>',
      '<p aria-hidden="true">Bitcoin rose.</p>',
      '<h2>Bitcoin rose</h2>',
      '<div style="display:flex">Bitcoin <b>rose</b></div>',
    ];
    const page = await world.open(toPage(`${hidden.join('')}<p id="seen">Bitcoin rose.</p>`));
    await waitForChips(page);
    expect(await page.evaluate(`document.querySelector('mn-chip').parentElement.id`)).toBe('seen');
    await page.close();
  });
});
