import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { hostileTexts } from '../market/hostile-texts.ts';
import { askPages } from '../support/ask-pages.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World } from './open-story.ts';

/** Files that every copy of the extension has, and the one that all extensions have. */
const FILES = ['manifest.json', 'icons/icon-16.png', 'src/content/index.iife.js', 'src/popup/index.html'];

/** A coin that the reader follows and the story does not name: whoever reads it has read the list. */
const SECRET_COIN = 'mog-coin';
const KEYS = { coingecko: 'CG-secret-of-the-reader', coinalyze: 'secret-of-the-reader' };

/**
 * What a page may do before our script runs: keep every root that is made, every message and
 * every request, and take our elements' names for its own.
 */
const SPY = `<script>
  globalThis.seen = [];
  const note = (what) => { try { seen.push(String(what)); } catch {} };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { note('root of ' + this.localName); return attach.call(this, init); };
  const fetched = globalThis.fetch;
  globalThis.fetch = (...args) => { note('fetch ' + args[0]); return fetched(...args); };
  globalThis.addEventListener('message', ({ data }) => note('message ' + data));
  for (const name of ['mn-chip', 'mn-card', 'mn-ticker', 'mn-panel', 'mn-figure'])
    customElements.define(name, class extends HTMLElement {
      connectedCallback() {
        let root = null;
        try { root = this.attachInternals().shadowRoot; } catch {}
        if (root || this.shadowRoot) note('inside of ' + name);
      }
    });
</script>`;

const STORY = toPage(
  `${SPY}<p>Bitcoin (BTC) rose above $93,500, Bybit and Gate.io were busy, Ether, Tether, BNB, Solana and XRP too.</p>` +
    'You have not selected any currencies to display<!-- Cryptocurrency Widget ID: 7 !-->',
);

/** Texts of every surface in a page, as a reader sees them. */
const readTexts = async (page: BrowserPage, paths: readonly string[]): Promise<string> => {
  const texts = await Promise.all(
    paths.map(async (path) => Promise.all((await page.findAll(path)).map((each) => each.text()))),
  );
  return texts.flat().join('\n');
};

/** Hostile text that a reader would see run backwards, or push everything else out of its place. */
const expectInert = (text: string): void => {
  expect(text.length).toBeGreaterThan(0);
  expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(text).not.toMatch(/X{200}/);
};

/** Elements that only markup from outside could have made. */
const FOREIGN = ['img', 'script', 'iframe', 'object', 'a[href^="javascript:"]'];

const SURFACES_OF_PAGE = ['mn-chip', 'mn-card', 'mn-ticker', 'mn-panel'];

const clickAndHover = `new Promise((resolve) => {
  const targets = [...document.querySelectorAll('mn-chip, mn-ticker, p'), document.documentElement, document];
  const types = ['click', 'mousedown', 'mouseup', 'dblclick', 'pointermove', 'pointerenter', 'pointerover', 'mouseover',
    'mousemove', 'pointerdown', 'pointerup', 'focus', 'focusin', 'keydown', 'keyup', 'touchstart', 'scrollend'];
  let sent = 0;
  const tick = () => {
    for (let i = 0; i < 50; i += 1, sent += 1) {
      const target = targets[sent % targets.length];
      const type = types[sent % types.length];
      const box = target.getBoundingClientRect?.() ?? { x: 40, y: 20, width: 0, height: 0 };
      const at = { bubbles: true, composed: true, cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const Kind = type.startsWith('key') ? KeyboardEvent : type.startsWith('pointer') ? PointerEvent : MouseEvent;
      target.dispatchEvent(new Kind(type, { ...at, key: 'Enter' }));
      target.click?.();
      target.focus?.();
    }
    if (sent < 3000) setTimeout(tick, 50); else resolve(sent);
  };
  tick();
})`;

/** What rounds that were under way may ask of a host in the seconds of the storm; heeded events would ask thousands of times. */
const MOST_OF_A_HOST = 30;

/** Figures of the past are asked for when a card opens, and then only. */
const isOfACard = ({ path }: { readonly path: string }): boolean =>
  /klines|candles|market_chart|history/.test(path);

const inExtension = (page: BrowserPage, body: string): Promise<unknown> =>
  page.evaluate(`(async () => { const api = globalThis.browser ?? globalThis.chrome; ${body} })()`);

describe.each(BROWSERS)('what a page and an API cannot do in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let own: BrowserPage;

  beforeAll(async () => {
    world = await openWorld(name);
    // A page of ours that asks for nothing: what is stored must be there before the first request.
    const storage = await world.browser.openExtensionPage('icons/icon-16.png');
    await inExtension(
      storage,
      `await api.storage.local.set(${JSON.stringify({
        'mn-keys': { version: 1, value: KEYS },
        'mn-watch-list': {
          version: 1,
          value: ['bitcoin', 'ethereum', 'tether', 'binancecoin', 'solana', 'ripple', SECRET_COIN],
        },
      })});`,
    );
    await storage.close();
    world.market.fail({ fault: hostileTexts });
    own = await world.browser.openExtensionPage('src/options/index.html');
    page = await world.open(STORY);
    const isLive = async () => (await readChips(page)).filter(({ state }) => state === 'live').length > 1;
    await until('figures beside hostile rows', isLive, 60_000);
    await page.waitFor('mn-ticker >>> li .mn-live');
  });

  afterAll(() => world.close());

  it('starts no request and opens nothing when a page clicks and hovers a thousand times a second', async () => {
    const before = world.market.requests.length;
    expect(await page.evaluate(clickAndHover)).toBe(3000);
    const started = world.market.requests.slice(before);
    expect(started.filter(isOfACard)).toEqual([]);
    expect(await page.findAll('mn-card >>> .card')).toEqual([]);
    expect(await page.findAll('mn-panel >>> .panel')).toEqual([]);
    // The feed's own rounds go on: a batch for each host now and then, and nothing for the events.
    for (const host of world.market.hosts) {
      const count = started.filter((request) => request.host === host).length;
      expect(count, host).toBeLessThanOrEqual(MOST_OF_A_HOST);
    }
  });

  it('shows hostile texts of every payload inert on the page', async () => {
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .card');
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row[data-id="bitcoin"] .mn-live');
    await askPages(popup, 'togglePanel');
    await page.bringToFront();
    await page.waitFor('mn-panel >>> .panel');
    expect((await readChips(page)).map(({ state }) => state)).toContain('live');
    const onPage = await readTexts(page, SURFACES_OF_PAGE);
    expectInert(onPage);
    for (const surface of SURFACES_OF_PAGE)
      for (const foreign of FOREIGN) expect(await page.findAll(`${surface} >>> ${foreign}`)).toEqual([]);
    expect(await page.evaluate('globalThis.pwned ?? null')).toBeNull();
    const inPopup = await readTexts(popup, ['body']);
    expectInert(inPopup);
    // It did arrive, as text.
    expect(onPage + inPopup).toContain('<img src=x');
    expectInert(await readTexts(own, ['body']));
    for (const each of [popup, own]) {
      expect(await each.evaluate('globalThis.pwned ?? null')).toBeNull();
      expect(await each.findAll('body script, body iframe, img[src="x"], [onerror]')).toEqual([]);
    }
    await popup.close();
  });

  it('shows a page neither the list, the choices nor the inside of a note', async () => {
    const seen = String(await page.evaluate('seen.join("\\n")'));
    const markup = String(
      await page.evaluate('document.documentElement.outerHTML + document.documentElement.innerText'),
    );
    for (const text of [seen, markup.replace(SPY, '')]) {
      expect(text).not.toContain(SECRET_COIN);
      expect(text).not.toContain('MOG');
      expect(text).not.toContain(KEYS.coinalyze);
    }
    expect(seen).not.toMatch(/root of mn-|inside of mn-|fetch |"mn"/);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('*')].filter((each) => each.localName.startsWith('mn-') && (each.shadowRoot || each.textContent || each.attributes.length > 3)).map((each) => each.outerHTML)`,
      ),
    ).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage).concat(Object.keys(sessionStorage))')).toEqual([]);
  });

  it('cannot be found by its files', async () => {
    const addresses = FILES.map((file) => `${world.browser.extensionOrigin}/${file}`);
    const reached = await page.evaluate(`(async () => {
      const addresses = ${JSON.stringify(addresses)};
      const loads = (tag, src) => new Promise((resolve) => {
        const element = Object.assign(document.createElement(tag), { onload: () => resolve(true), onerror: () => resolve(false), src });
        document.body.append(element);
        setTimeout(() => resolve(false), 1000);
      });
      const found = [];
      await Promise.all(addresses.flatMap((address) => [
        fetch(address).then(() => found.push('fetch ' + address), () => {}),
        fetch(address, { mode: 'no-cors' }).then(() => found.push('no-cors ' + address), () => {}),
        loads(address.endsWith('.png') ? 'img' : 'script', address).then((is) => is && found.push('element ' + address)),
      ]));
      const timed = performance.getEntriesByType('resource').map(({ name, responseStatus, transferSize }) => ({ name, responseStatus, transferSize }))
        .filter(({ name, responseStatus, transferSize }) => name.includes('-extension:') && (responseStatus || transferSize));
      return [...found, ...timed.map(({ name }) => 'timing ' + name)];
    })()`);
    expect(reached).toEqual([]);
  });

  it('answers no message of a page', async () => {
    const before = world.market.requests.filter(isOfACard).length;
    const answer = await page.evaluate(`(async () => {
      const message = { mn: 'readPriceAt', request: { coinId: 'bitcoin', atMs: 1700000000000 } };
      postMessage(message, '*');
      dispatchEvent(new CustomEvent('message', { detail: message }));
      const runtime = (globalThis.chrome ?? globalThis.browser)?.runtime;
      if (!runtime?.sendMessage) return 'no way to ask';
      return new Promise((resolve) => {
        try { runtime.sendMessage(${JSON.stringify('')} || '${'x'.repeat(32)}', message, () => resolve('no way to ask')); }
        catch { resolve('no way to ask'); }
      });
    })()`);
    expect(answer).toBe('no way to ask');
    expect(world.market.requests.filter(isOfACard).length - before).toBe(0);
  });

  it('answers a sender only what it may ask, and only in the right shape', async () => {
    const asked = await inExtension(
      own,
      `const ask = (message) => api.runtime.sendMessage(message).then((answer) => answer ?? 'no answer', () => 'no answer');
      return Promise.all([
        ask({ mn: 'readPriceAt', request: { coinId: 'bitcoin', atMs: 1 } }),
        ask({ mn: 'loadDetails', request: {} }),
        ask({ mn: 'readMarket', request: { coinIds: ['<img onerror>'], inViewIds: [], venueIds: [] } }),
        ask({ mn: 'readMarket', request: { coinIds: Array(401).fill('bitcoin'), inViewIds: [], venueIds: [] } }),
        ask({ mn: 'constructor', request: {} }),
        ask({ mn: 'readKeys', request: {} }),
        ask('readMarket'),
        ask(null),
      ]);`,
    );
    expect(asked).toEqual(Array.from({ length: 8 }, () => 'no answer'));
  });

  it('sends a key to its own host and stores it on this machine alone', async () => {
    const carried = world.market.requests.flatMap(({ host, key }) =>
      key === undefined ? [] : [`${host} ${key}`],
    );
    expect([...new Set(carried)].sort()).toEqual([
      `api.coinalyze.net ${KEYS.coinalyze}`,
      `api.coingecko.com ${KEYS.coingecko}`,
    ]);
    const leaked = world.market.requests.filter(({ path }) => /secret/.test(path));
    expect(leaked).toEqual([]);
    const elsewhere = await inExtension(
      own,
      `return JSON.stringify([await api.storage.sync.get(null), await api.storage.session.get(null)]);`,
    );
    expect(elsewhere).not.toContain('secret-of-the-reader');
  });
});
