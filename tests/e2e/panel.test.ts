import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, readPanel } from '../demo/report.ts';
import { showText } from '../demo/show-text.ts';
import { toStoryPage } from '../demo/story-page.ts';
import { askPages } from '../support/ask-pages.ts';
import { findAxeProblems } from '../support/axe.ts';
import type { BrowserPage } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, type World, waitForChips } from './open-story.ts';

describe.each(BROWSERS)('the panel of the article in %s', (name) => {
  let world: World;
  let page: BrowserPage;
  let popup: BrowserPage;
  let text = '';
  beforeAll(async () => {
    world = await openWorld(name);
    await world.logDay();
    page = await world.open({ body: toStoryPage('simulated') });
    await showText(page);
    await waitForChips(page);
    popup = await world.browser.openExtensionPage('src/popup/index.html');
    await askPages(popup, 'togglePanel');
    await page.bringToFront();
    text = await until('a panel with figures', async () => {
      const shown = await readPanel(page);
      return shown && !/no answer yet/.test(shown) && /Bybit Long \$/.test(shown) ? shown : null;
    });
  });
  afterAll(() => world?.close());

  it('names every coin and exchange of the article, the most mentioned first', () => {
    const subjects = /coins and exchanges (.*) the hundred largest/i.exec(text)?.[1] ?? '';
    expect(subjects).toMatch(/^(Bitcoin|Ethereum) ×[2-4] /);
    for (const coin of [
      'Cardano',
      'Dogecoin',
      'Solana',
      'XRP',
      'Sui',
      'Uniswap',
      'NEAR Protocol',
      'Mog Coin',
    ]) {
      expect(subjects).toMatch(new RegExp(`${coin} ×\\d mentions: \\d \\$[\\d,.]+ .*%`));
    }
    expect(subjects).toMatch(/Bybit ×1 mentions: 1 ≥ \$2[45]\dM liq\. 24 h · \d+ (sec|min)/);
  });

  it('says how many of the largest coins are up', () => {
    expect(text).toMatch(/\d+ of 100 are up in 24 h CoinGecko · \d+ (sec|min)/);
  });

  it('tells the day of the story by exchange, each with its coverage, as a floor', () => {
    expect(text).toMatch(/at least \$5[789]\dM Long \$\d\d\.\dM Short \$52\dM/i);
    expect(text).toMatch(/Bybit Long \$2\d\.\dM Short \$23\dM full 24 h · /);
    expect(text).toMatch(/Binance Long \$1\d\.\dM Short \$(?:100|9\d\.\d)M sampled · /);
    expect(text).toMatch(/Gate Long \$[\d.]+M Short \$(?:6|7)\d\.\dM full 24 h · /);
    expect(text).toMatch(/Largest order seen: \$4\.50M of ETH, short, on Binance at \d\d:\d\d/);
    expect(text).toContain('Exchanges are seen to different extents');
  });

  it('tells it by coin', async () => {
    expect(text).toMatch(/BTC Long \$[\d.]+M Short \$\d+M on \d exchanges/);
    await until('tickers of coins that the article does not name', async () =>
      /LINK Long/.test((await readPanel(page)) ?? ''),
    );
    expect(text).toMatch(/ETH Long \$[\d.]+M Short \$[\d.]+M on \d exchanges/);
  });

  it("sets the article's figures beside the present", () => {
    expect(text).toMatch(/Bybit Story \$234 million .* Now at least \$23\dM short/);
    expect(text).toMatch(/Ethereum, Cardano, Dogecoin Story about 14%/);
  });

  it.each(['mn-panel >>> .box', 'mn-chip >>> .chip'])(
    'has no fault that axe-core knows: %s',
    async (path) => {
      expect(await findAxeProblems(page, path)).toEqual([]);
    },
  );

  it('shows another window when it is chosen', async () => {
    await (await page.waitFor('mn-panel >>> .windows button:first-of-type')).click();
    await until('an hour', async () => /full 1 h/.test((await readPanel(page)) ?? ''));
  });

  it('takes the keyboard, and gives it back when it is closed', async () => {
    await askPages(popup, 'togglePanel');
    await until('no panel', async () => (await readPanel(page)) === null);
    await page.bringToFront();
    await askPages(popup, 'focusNextNote');
    await page.bringToFront();
    await until('the card of the first note', async () => (await readCard(page)) !== null);
    await askPages(popup, 'togglePanel');
    await page.bringToFront();
    await until('a panel', async () => (await readPanel(page)) !== null);
    // Escape puts away what was opened last.
    await page.press('Escape');
    await page.press('Escape');
    await until('neither', async () => (await readPanel(page)) === null && (await readCard(page)) === null);
    expect(await page.evaluate('document.activeElement.localName')).toBe('mn-chip');
  });

  it('goes from note to note by the command', async () => {
    const first = (await readCard(page))?.id;
    await askPages(popup, 'focusNextNote');
    await page.bringToFront();
    const second = await until('another card', async () => {
      const card = await readCard(page);
      return card && card.id !== first ? card.id : null;
    });
    await askPages(popup, 'focusNextNote');
    await until('the next card', async () => {
      const card = await readCard(page);
      return card !== null && card.id !== second;
    });
  });

  it('leaves the page as it was, and no error', async () => {
    await page.press('Escape');
    expect(await page.evaluate('document.querySelectorAll("mn-panel").length')).toBe(0);
    expect(world.browser.errors).toEqual([]);
  });
});
