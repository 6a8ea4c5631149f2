import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage } from '../support/browser.ts';
import { type Command, pressCommand } from '../support/press-command.ts';
import { until } from '../support/until.ts';
import { BROWSERS, OTHER_HOST, openWorld, toPage, type World } from './open-story.ts';

const FILLER = 'Traders waited for the evening and said so at some length. '.repeat(8);
const toStory = (coin: string): string => `<p>${FILLER}</p><p id="t">On Monday ${coin} rose.</p>`;

/** By their ids: what the page holds, and how many chips each document is to get. */
const FRAMES = `
  <iframe id="markup" srcdoc="${toStory('Ethereum').replaceAll('"', '&quot;')}"></iframe>
  <iframe id="address" src="/inner"></iframe>
  <iframe id="advertisement" srcdoc="<p>Buy Bitcoin now!</p>"></iframe>
  <iframe id="written"></iframe>
  <iframe id="elsewhere" src="https://${OTHER_HOST}/inner"></iframe>
  <script>document.getElementById('written').contentDocument.body.innerHTML = '<p>Bitcoin bonus</p>'</script>`;
/** A site rule of this host leaves it out. */
const SIGN_UP = '<div data-module-name="newsletter-article-sign-up-module"><p>Dogecoin daily.</p></div>';
const STYLE = '<style>iframe { display: block; width: 600px; height: 260px; border: 0; }</style>';

/** What our script left in each frame that the page may look into. */
const READ_CHIPS = `Object.fromEntries([...document.querySelectorAll('iframe')].filter((frame) => frame.contentDocument)
  .map(({ id, contentDocument }) => [id, contentDocument.querySelectorAll('mn-chip').length]))`;
const IN_MARKUP = `document.getElementById('markup').contentDocument`;
const READ_RUNNING = `(async () => {
  const api = globalThis.browser ?? chrome;
  const [{ id: tabId }] = await api.tabs.query({ url: 'https://www.coindesk.com/frames' });
  const func = () => [frameElement?.id ?? 'page', Boolean(globalThis.mnSession)];
  const results = await api.scripting.executeScript({ target: { tabId, allFrames: true }, func });
  return Object.fromEntries(results.map(({ result }) => result));
})()`;

describe.each(BROWSERS)('stories in frames of a page in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let desk: BrowserPage;

  const press = (command: Command): Promise<void> => pressCommand(world.browser, page, command);
  const readChips = () => page.evaluate(READ_CHIPS);
  const isOpen = (tag: string): Promise<unknown> =>
    page.evaluate(
      `[Boolean(document.querySelector('${tag}')), Boolean(${IN_MARKUP}.querySelector('${tag}'))]`,
    );

  beforeAll(async () => {
    world = await openWorld(name);
    desk = await world.browser.openExtensionPage('src/popup/index.html');
    const inner = toPage(toStory('Cardano'));
    await (await world.open(inner, '/inner', OTHER_HOST)).close();
    await (await world.open(inner, '/inner')).close();
    page = await world.open(toPage(`<p>Bitcoin rose.</p>${SIGN_UP}${FRAMES}`, STYLE), '/frames');
  });
  afterAll(() => world?.close());

  it('get notes where they are of the site, and no other frame gets anything', async () => {
    await until('chips', async () => {
      const chips = (await readChips()) as Record<string, number>;
      return chips['markup'] === 1 && chips['address'] === 1;
    });
    expect(await readChips()).toEqual({ markup: 1, address: 1, advertisement: 0, written: 0 });
    expect(await desk.evaluate(READ_RUNNING)).toEqual({
      page: true,
      markup: true,
      address: true,
      advertisement: false,
      written: false,
    });
    expect(await page.evaluate(`${IN_MARKUP}.body.textContent`)).toContain('On Monday Ethereum rose.');
  });

  it('are listed in the popup with the page around them, and what a site rule leaves out is not', async () => {
    const readCoins = async (): Promise<string[]> => {
      const rows = await desk.findAll('.coin-row.is-brief .name');
      return Promise.all(rows.map((row) => row.text()));
    };
    await page.bringToFront();
    await desk.evaluate('void setTimeout(() => location.reload())');
    await until('the coins of the page and its frames', async () => {
      // While it loads anew there is nothing to ask.
      const coins = await readCoins().catch(() => []);
      return coins.sort().join() === 'Bitcoin,Cardano,Ethereum';
    });
  });

  it('open their card at the mention, where the reader can see it', async () => {
    await page.bringToFront();
    await page.resize(1000, 300);
    const at = (await page.evaluate(`(() => {
      const frame = document.getElementById('markup');
      scrollTo(0, frame.offsetTop - 60);
      const { x, y, width, height } = ${IN_MARKUP}.querySelector('mn-chip').getBoundingClientRect();
      const corner = frame.getBoundingClientRect();
      return { x: corner.x + x + width / 2, y: corner.y + y + height / 2 };
    })()`)) as { x: number; y: number };
    await page.moveMouse(at.x + 2, at.y);
    await page.moveMouse(at.x, at.y);
    await until(
      'a card in the frame',
      async () => JSON.stringify(await isOpen('mn-card')) === '[false,true]',
    );
    await until('the card in sight', () =>
      page.evaluate(`(() => {
        const card = ${IN_MARKUP}.querySelector('mn-card').getBoundingClientRect();
        const frame = document.getElementById('markup').getBoundingClientRect();
        return card.height > 0 && card.top >= 0 && frame.top + card.top >= 0 && frame.top + card.bottom <= innerHeight;
      })()`),
    );
  });

  it('are commanded while the keyboard is in them, and else the page is', async () => {
    await press('next-note');
    await until('a chip of the page', () => page.evaluate(`document.activeElement.localName === 'mn-chip'`));
    await page.evaluate(`${IN_MARKUP}.body.tabIndex = 0, ${IN_MARKUP}.body.focus()`);
    await press('next-note');
    await until('a chip of the frame', () =>
      page.evaluate(`${IN_MARKUP}.activeElement.localName === 'mn-chip'`),
    );
    await press('toggle-panel');
    await until('one panel', async () => JSON.stringify(await isOpen('mn-panel')) === '[false,true]');
    await press('toggle-panel');
    await until('no panel', async () => JSON.stringify(await isOpen('mn-panel')) === '[false,false]');
  });

  it('are left with the page when its site is turned off', async () => {
    await press('toggle-site');
    const none = { markup: 0, address: 0, advertisement: 0, written: 0 };
    await until('nothing of ours', async () => JSON.stringify(await readChips()) === JSON.stringify(none));
    expect(await page.evaluate(`${IN_MARKUP}.getElementById('t').childNodes.length`)).toBe(1);
    expect(world.browser.errors).toEqual([]);
  });
});
