import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askPages } from '../support/ask-pages.ts';
import type { BrowserPage } from '../support/browser.ts';
import { findEnglish, readAllTexts } from '../support/english-texts.ts';
import { type ExtensionFolder, toExtensionIn } from '../support/extension-in.ts';
import type { FirefoxBrowser } from '../support/firefox.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage(
  '<main><p>Bitcoin (BTC) rose, longs on Gate.io fell.</p></main>You have not selected any currencies to display',
  `<meta property="article:published_time" content="${new Date(Date.now() - 3_600_000).toISOString()}">`,
);

describe.each(BROWSERS)('the texts in %s', (name) => {
  let extension: ExtensionFolder | undefined;
  let world: World;
  let page: BrowserPage;
  let options: BrowserPage;

  /** Opens every surface and reads all that stands in it. */
  const readSurfaces = async (): Promise<readonly string[]> => {
    await page.bringToFront();
    await (await page.waitFor('mn-chip >>> .chip')).focus();
    await page.press('Enter');
    await page.waitFor('mn-card >>> .card .price .mn-live');
    const card = await readAllTexts(page, 'mn-card >>> .box');
    await page.press('Escape');
    await askPages(options, 'togglePanel');
    await page.waitFor('mn-panel >>> .venues .row');
    const panel = await readAllTexts(page, 'mn-panel >>> .box');
    await page.press('Escape');
    const onPage = [
      ...(await readAllTexts(page, 'mn-chip >>> .chip')),
      ...(await readAllTexts(page, 'mn-ticker >>> .ground')),
    ];

    await options.bringToFront();
    await (await options.waitFor('[name="alert-new"]')).click();
    await options.waitFor('.source');
    const ofOptions = await readAllTexts(options, 'body');
    await options.press('Escape');

    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await popup.waitFor('.coin-row[data-id] .mn-live');
    const ofPopup = await readAllTexts(popup, 'body');
    await popup.goto(`${world.browser.extensionOrigin}/src/welcome/index.html`);
    await popup.waitFor('[name="watch-cardano"]');
    const ofWelcome = await readAllTexts(popup, 'body');
    await popup.close();
    return [card, panel, onPage, ofOptions, ofPopup, ofWelcome].flat();
  };

  /** Puts the browser into a language, and the extension into a browser that was started in it. */
  const startFirefoxIn = async (language: string): Promise<void> => {
    await (world.browser as FirefoxBrowser).evaluateInChrome(`void (
      Services.locale.availableLocales = ['${language}', 'en-US'],
      Services.locale.requestedLocales = ['${language}']
    )`);
    await world.browser.updateExtension();
  };

  beforeAll(async () => {
    if (name === 'chromium') extension = await toExtensionIn('de', inject('chromiumExtension'));
    world = await openWorld(name, extension?.path);
  });
  afterAll(async () => {
    await world?.close();
    await extension?.remove();
  });

  // Only Firefox can be in a language that its machine has no texts of.
  if (name === 'firefox') {
    it('are English, from left to right, in a browser whose language is another and runs the other way', async () => {
      await startFirefoxIn('ar');
      options = await world.browser.openExtensionPage('src/options/index.html');
      await options.waitFor('[name="theme"]');
      expect(await options.evaluate(`browser.i18n.getMessage('@@bidi_dir')`)).toBe('rtl');
      expect(await options.evaluate('[document.documentElement.dir, document.documentElement.lang]')).toEqual(
        ['ltr', 'en'],
      );
      await options.close();
      await startFirefoxIn('de');
    });
  }

  it('are those of the browser’s language, and none is English', async () => {
    page = await world.open(PAGE);
    await waitForChips(page);
    options = await world.browser.openExtensionPage('src/options/index.html');
    const texts = await readSurfaces();
    expect(findEnglish(texts, 'de')).toEqual([]);
    expect(texts).toEqual(
      expect.arrayContaining(['Seit Veröffentlichung', 'Alle Einstellungen', 'Watchlist']),
    );
  });

  it('have room in a narrow card', async () => {
    await page.resize(320, 700);
    await page.bringToFront();
    await (await page.waitFor('mn-chip >>> .chip')).focus();
    await page.press('Enter');
    await page.waitFor('mn-card >>> .row .coverage');
    const coverages = await page.findAll('mn-card >>> .row .coverage');
    const fits = await Promise.all(
      coverages.map((each) => each.call('function () { return this.scrollWidth <= this.clientWidth; }')),
    );
    expect(fits.length).toBeGreaterThan(2);
    expect(fits.every(Boolean)).toBe(true);
    await page.press('Escape');
    await page.resize(1280, 900);
  });

  it('are those of the language that the reader chooses, on open pages too', async () => {
    await options.evaluate(`(() => {
      const field = document.querySelector('[name="language"]');
      field.value = 'ja';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await until('Japanese options', async () =>
      String(await options.evaluate('document.title')).includes('の設定'),
    );
    await page.bringToFront();
    await until('Japanese notes', async () =>
      (await readAllTexts(page, 'mn-chip >>> .chip')).some((text) => /[\u3040-\u30ff]/.test(text)),
    );
    const texts = await readSurfaces();
    expect(findEnglish(texts, 'ja')).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(['公開以降', 'すべての設定', 'ウォッチリスト']));
    expect(world.browser.errors).toEqual([]);
  });
});
