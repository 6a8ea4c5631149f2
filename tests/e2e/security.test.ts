import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { hostileTexts } from '../market/hostile-texts.ts';
import { askPages } from '../support/ask-pages.ts';
import type { BrowserPage } from '../support/browser.ts';
import { sleep, until } from '../support/until.ts';
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

/**
 * A round of liquidations may come due in the seconds of the storm, and asks a venue for each of twenty coins, for its
 * contracts and for open interest. Heeded events would ask thousands of times.
 */
const MOST_OF_A_HOST = 30;
const QUIET_MS = 1500;

/** Figures of the past are asked for when a card opens, and then only. */
const isOfACard = ({ path }: { readonly path: string }): boolean =>
  /klines|candles|market_chart|history/.test(path);

/** Until the first rounds are over: nothing has been asked for a while. */
const waitForQuiet = ({ market }: World): Promise<boolean> =>
  until(
    'a market that is left alone',
    async () => {
      const before = market.requests.length;
      await sleep(QUIET_MS);
      return market.requests.length === before;
    },
    60_000,
  );

/** Streams of venues that push texts. */
const STREAMS = ['stream.bybit.com', 'fstream.binance.com'];

/** What only our own pages may ask, and one message that a script in a page may send, each in its right shape. */
const ASKED_BY_SCRIPT = [
  { mn: 'readRequests', request: {} },
  { mn: 'searchCoins', request: { query: 'bitcoin', limit: 5 } },
  { mn: 'readCoins', request: { coinIds: [SECRET_COIN] } },
  { mn: 'readMarket', request: { coinIds: ['bitcoin'], inViewIds: [], venueIds: [] } },
];

/** What the policy of our pages must stop: code from a text, code in the page, code and questions of another host. */
const BREAK_POLICY = `(async () => {
  const stopped = new Set();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.add(effectiveDirective));
  const run = (script) => document.head.append(Object.assign(document.createElement('script'), script));
  try { setTimeout('globalThis.pwned = 1', 0); } catch {}
  run({ textContent: 'globalThis.pwned = 1' });
  run({ src: 'https://www.coindesk.com/story' });
  await fetch('https://www.coindesk.com/story').catch(() => null);
  document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://www.coindesk.com/story' }));
  document.body.append(Object.assign(document.createElement('img'), { src: 'https://www.coindesk.com/story' }));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return { pwned: globalThis.pwned ?? null, stopped: [...stopped].sort() };
})()`;

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
    await waitForQuiet(world);
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

  it('shows hostile texts of every payload and stream inert on every surface', async () => {
    const opened = world.market.requests.filter(({ host }) => STREAMS.includes(host));
    expect([...new Set(opened.map(({ host, status }) => `${host} ${status}`))].sort()).toEqual(
      STREAMS.map((host) => `${host} 101`).sort(),
    );
    await (await page.waitFor('mn-chip >>> .chip[data-id="venue:bybit"]')).hover();
    await page.waitFor('mn-card >>> .card[data-id="venue:bybit"]');
    expectInert(await readTexts(page, ['mn-card']));
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .card[data-id="bitcoin"]');
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
    expect(await page.evaluate('navigator.locks.query()')).toEqual({ held: [], pending: [] });
    expect(await page.evaluate('indexedDB.databases()')).toEqual([]);
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

  it('answers our own script in a page with market data only', async () => {
    const answered = await inExtension(
      own,
      `const tabs = await api.tabs.query({});
      const story = tabs.find(({ url }) => url?.includes('coindesk.com'));
      const [{ result }] = await api.scripting.executeScript({
        target: { tabId: story.id },
        args: [${JSON.stringify(ASKED_BY_SCRIPT)}],
        func: (messages) => Promise.all(messages.map((message) =>
          (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(message).then((answer) => answer != null, () => false))),
      });
      return result;`,
    );
    expect(answered).toEqual([false, false, false, true]);
  });

  it('lets no text become code, and reaches no other host, in its own pages', async () => {
    const result = await own.evaluate(BREAK_POLICY);
    expect(result).toEqual({
      pwned: null,
      stopped: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
    });
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
