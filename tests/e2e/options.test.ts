import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { findAxeViolationsInPage } from '../support/axe-in-page.ts';
import type { BrowserPage } from '../support/browser.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { changePermissions } from '../support/firefox-permissions.ts';
import { until } from '../support/until.ts';
import { walkByTab } from '../support/walk-by-tab.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<main><p>Bitcoin and Solana rose.</p></main>');
const WATCH_LIST = `(globalThis.browser ?? chrome).storage.local.get('mn-watch-list').then(JSON.stringify)`;
const TEXT = `document.body.textContent`;
const PREVIEW = `document.querySelector('.preview').textContent`;
const NEAR = { surface: 'near', id: 'near', host: 'decrypt.co', atMs: 1 };

/** Reads what is handed out as a file, where a download would end in a folder of the machine. */
const CATCH_EXPORT = `(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => { globalThis.exported = text; });
    return make.call(URL, blob);
  };
})()`;

describe.each(BROWSERS)('the options in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'margin-notes-backup-'));
  let world: World;
  let page: BrowserPage;
  let options: BrowserPage;

  const chipText = async (): Promise<string> => (await readChips(page)).map(({ text }) => text).join(' ');
  const styleOf = async (path: string, property: string): Promise<unknown> =>
    (await page.waitFor(path)).call(`function () { return getComputedStyle(this).${property}; }`);

  /** Chooses a file of this text in the field that takes one. */
  const chooseFile = async (text: string): Promise<void> => {
    const file = join(folder, 'margin-notes.json');
    writeFileSync(file, text);
    await options.chooseFile('[name="import"]', file);
  };

  beforeAll(async () => {
    world = await openWorld(name);
    page = await world.open(PAGE);
    await waitForChips(page);
    options = await world.browser.openExtensionPage('src/options/index.html');
    await options.waitFor('[name="theme"]');
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('set the currency, and the open page follows', async () => {
    const select = await options.waitFor('[name="currency"]');
    await select.focus();
    await options.type('eur');
    await options.press('Enter');
    await page.bringToFront();
    await until('euros on the page', async () => (await chipText()).includes('€'), 20_000);
  });

  it('set theme and colours, and what is opened over the page follows', async () => {
    await (await options.waitFor('[name="theme"][value="dark"]')).click();
    await (await options.waitFor('[name="risingColour"][value="red"]')).click();
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await until('a dark card', async () => (await styleOf('mn-card >>> .card', 'colorScheme')) === 'dark');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('mn-card')).colorScheme`)).not.toBe(
      'dark',
    );
    await page.press('Escape');
  });

  it('block a site: the open page is as if nobody had been there, and annotated again when it is unblocked', async () => {
    await (await options.waitFor('[name="block-site"]')).focus();
    await options.type('https://www.coindesk.com/story');
    await options.press('Enter');
    await page.bringToFront();
    await until('no chips', async () => (await page.findAll('mn-chip')).length === 0);
    expect(await page.evaluate(`${TEXT}.includes('Bitcoin and Solana rose.')`)).toBe(true);
    const other = await world.open(PAGE, '/other');
    await (await options.waitFor('[aria-label="Unblock coindesk.com"]')).click();
    await page.bringToFront();
    await waitForChips(page);
    await other.bringToFront();
    await waitForChips(other);
  });

  it('take back that a card was told never to come on its site', async () => {
    const readMain = () => page.evaluate(`document.querySelector('main').outerHTML`);
    await page.bringToFront();
    await (await page.waitFor('mn-chip >>> .chip')).focus();
    await page.press('Enter');
    await (await page.waitFor('mn-card >>> .acts .act:last-child')).focus();
    await page.press('Enter');
    await until('nothing of ours', async () => (await page.findAll('mn-chip, mn-card')).length === 0);
    expect(await readMain()).toBe('<main><p>Bitcoin and Solana rose.</p></main>');
    expect(await page.evaluate(`CSS.highlights.has('mn-mention')`)).toBe(false);
    await (await options.waitFor('[aria-label="Unblock coindesk.com"]')).click();
    await page.bringToFront();
    await waitForChips(page);
  });

  it('name the sources with their state, and leave alone the one that is off', async () => {
    await options.bringToFront();
    await until('an answer of CoinGecko', async () =>
      /CoinGecko\s*Prices · \d/.test(String(await options.evaluate(TEXT))),
    );
    expect(String(await options.evaluate(TEXT))).toMatch(/Requests since \d\d:\d\d: [1-9]/);
    await (await options.waitFor('[name="source-okx"]')).click();
    await until(
      'OKX switched off',
      async () => String(await options.evaluate(TEXT)).includes('You switched this source off.'),
      20_000,
    );
  });

  it('have nothing that axe finds fault with, the editor of alerts open', async () => {
    await (await options.waitFor('[name="alert-new"]')).click();
    await options.waitFor('.editor');
    expect(await findAxeViolationsInPage(options)).toEqual([]);
  });

  it('are led through by the keyboard alone, into the editor and out of it', async () => {
    const { expected, met, unmarked } = await walkByTab(options);
    expect(met).toEqual(expected);
    expect(unmarked).toEqual([]);
    expect(met.length).toBeGreaterThan(30);
    await (await options.waitFor('[name="alert-amount"]')).focus();
    await options.press('Escape');
    await until('no editor', async () => (await options.findAll('.editor')).length === 0);
  });

  // Only Firefox lets a test take back what the manifest asks for, as its readers can.
  if (name === 'firefox') {
    it('say what the browser keeps from us, until it is granted', async () => {
      const change = (how: 'add' | 'remove') =>
        changePermissions(world.browser as FirefoxBrowser, how, { origins: ['https://api.coingecko.com/*'] });
      await change('remove');
      await until('the word of it', async () =>
        String(await options.evaluate(TEXT)).includes('keeps Margin Notes from 1 of its sites and sources'),
      );
      await change('add');
      await until('no word of it', async () => (await options.findAll('.missing-hosts')).length === 0);
    });
  }

  it('have a welcome page with live notes in it, a card, and a first watch-list', async () => {
    const welcome = await world.browser.openExtensionPage('src/welcome/index.html');
    const chips = await until('live notes', async () => {
      const shown = await readChips(welcome);
      return shown.filter(({ state }) => state === 'live').length >= 4 && shown;
    });
    expect(chips.map(({ id }) => id)).toEqual([
      'bitcoin',
      'ethereum',
      'solana',
      'dogecoin',
      'venue:okx',
      'venue:gate',
    ]);
    await (await welcome.waitFor('mn-chip >>> .chip')).hover();
    await welcome.waitFor('mn-card >>> .card .price .mn-live');
    await welcome.press('Escape');
    await (await welcome.waitFor('[name="watch-cardano"]')).click();
    await until('cardano on the list', async () =>
      String(await options.evaluate(WATCH_LIST)).includes('cardano'),
    );
    expect(await findAxeViolationsInPage(welcome)).toEqual([]);
    await welcome.close();
    await options.bringToFront();
  });

  it('export to a file without the keys, and take over such a file once the reader has seen it', async () => {
    const key = await options.waitFor('[name="key-coinalyze"]');
    await key.focus();
    await options.type('a-key-of-mine');
    await options.press('Enter');
    await options.evaluate(CATCH_EXPORT);
    await (await options.waitFor('[name="export"]')).click();
    const text = String(await until('the file', () => options.evaluate('globalThis.exported ?? false')));
    expect(text).not.toContain('a-key-of-mine');
    const written = JSON.parse(text);
    expect(written).toMatchObject({ version: 2, dismissals: [], alerts: { list: [] } });
    expect(written.watchList).toContain('cardano');

    await chooseFile(JSON.stringify({ ...written, watchList: ['monero'], dismissals: [NEAR] }));
    await options.waitFor('.preview');
    expect(String(await options.evaluate(PREVIEW))).toMatch(/1 added, \d removed/);
    expect(await findAxeViolationsInPage(options)).toEqual([]);
    expect(String(await options.evaluate(WATCH_LIST))).toContain('cardano');
    expect(await options.evaluate('document.activeElement.textContent')).toBe('Cancel');
    await options.press('Shift+Tab');
    expect(await options.evaluate('document.activeElement.name')).toBe('take-over');
    await (await options.waitFor('[name="take-over"]')).click();
    await until('the list of the file', async () =>
      String(await options.evaluate(WATCH_LIST)).includes('["monero"]'),
    );
    await until('the words that are no mention', async () =>
      String(await options.evaluate(TEXT)).includes('“near” is not NEAR Protocol on decrypt.co'),
    );

    await (await options.waitFor('[aria-label^="Note again: “near”"]')).click();
    await until('the word a mention again', async () =>
      String(await options.evaluate(TEXT)).includes('The card of a coin offers “Not this coin”.'),
    );
    expect(await options.evaluate('document.activeElement.textContent')).toBe('Words that are no mention');

    await chooseFile('x'.repeat(1_000_001));
    await until('the refusal', async () =>
      String(await options.evaluate(TEXT)).includes('This file is too large'),
    );
  });

  it('delete everything, after asking, and nothing is left', async () => {
    await (await options.waitFor('[name="delete"]')).click();
    await (await options.waitFor('[name="delete-sure"]')).click();
    await until('the word that it is done', async () =>
      String(await options.evaluate(TEXT)).includes('Everything was deleted, here'),
    );
    const left = await options.evaluate(`chrome.storage.sync.get(null).then((all) => Object.keys(all))`);
    expect(left).toEqual([]);
  });

  it('throw no error', () => {
    expect(world.browser.errors).toEqual([]);
  });
});
