import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatPrice } from '../../src/domain/format.ts';
import { US_DOLLARS } from '../../src/domain/market/money.ts';
import { readCard, readChips, readPopupItems } from '../demo/report.ts';
import { toTick } from '../market/decimal.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const MINUTE_MS = 60_000;
const PUBLISHED_AGO_MS = 3 * 3_600_000;

/** The minute of publication, written in the zone of Tokyo. */
const toJsonLd = (publishedMs: number): string => {
  const tokyo = new Date(publishedMs + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
  const graph = [
    { '@type': 'WebPage', datePublished: '2020-01-01T00:00:00Z' },
    { '@type': ['NewsArticle'], headline: 'Story', datePublished: tokyo },
  ];
  return `<script type="application/ld+json">${JSON.stringify([{ '@graph': graph }])}</script>`;
};

describe.each(BROWSERS)('the price at publication in %s', (name) => {
  let world: World;
  let card = '';
  let publishedMs = 0;
  beforeAll(async () => {
    world = await openWorld(name);
    publishedMs = Math.floor((Date.now() - PUBLISHED_AGO_MS) / MINUTE_MS) * MINUTE_MS;
    const page = await world.open(toPage(`${toJsonLd(publishedMs)}<article><p>Bitcoin rose.</p></article>`));
    await waitForChips(page);
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .since .mn-change');
    card = (await readCard(page))?.text ?? '';
  });
  afterAll(() => world?.close());

  it('is that of the minute, in dollars, with source and granularity', () => {
    const priceAt = (coinId: string): number =>
      toTick(world.market.scenario.priceUsd(coinId, publishedMs + MINUTE_MS));
    const then = formatPrice(priceAt('bitcoin') * priceAt('tether'), US_DOLLARS, 'en-US');
    expect(card).toContain(`Then ${then}`);
    expect(card).toMatch(/Now \$[\d,.]+ Change Since publication [+−]?\d+\.\d%/);
    expect(card).toContain('Binance, to the minute');
  });

  it('is asked for once, and only for the coin whose card was opened', () => {
    const asked = world.market.requests.filter(({ path }) => path.includes('/klines'));
    expect(asked.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('symbol'))).toEqual([
      'BTCUSDT',
    ]);
  });

  it('finds a coin that was listed after the extension was built', async () => {
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await until('the list of new coins', async () =>
      JSON.stringify(await popup.evaluate(`(globalThis.browser ?? chrome).storage.local.get()`)).includes(
        'harbour-lights',
      ),
    );
    const page = await world.open(
      toPage('<article><p>Harbour Lights (HRBL) rose 5% in a day.</p></article>'),
      '/listed',
    );
    await waitForChips(page);
    expect((await readChips(page)).map(({ id }) => id)).toEqual(['harbour-lights']);
    await until('its price', async () => (await readChips(page))[0]?.state === 'live');
  });

  it('leaves no error, and no address of the page with anybody', () => {
    expect(world.browser.errors).toEqual([]);
    expect(world.market.requests.filter(({ path }) => /coindesk|story/i.test(path))).toEqual([]);
  });
});

describe.each(BROWSERS)('without CoinGecko in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
    world.market.fail({ host: 'api.coingecko.com', fault: { kind: 'status', status: 503 } });
  });
  afterAll(() => world?.close());

  it('the page shows the price and the day of the exchange', async () => {
    const page = await world.open(toPage('<p>Bitcoin rose.</p>'));
    await waitForChips(page);
    await until('a live price', async () => (await readChips(page))[0]?.state === 'live');
    expect((await readChips(page))[0]?.text).toMatch(/^\$[\d,]+▲\+\d\.\d%$/);
    await (await page.waitFor('mn-chip >>> .chip')).hover();
    await page.waitFor('mn-card >>> .card');
    expect((await readCard(page))?.text).toMatch(/Binance · \d+ sec/);
  });
});

describe.each(BROWSERS)('the currency in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it('is chosen in the popup, and every price follows', async () => {
    const page = await world.open(toPage('<p>Bitcoin rose.</p>'));
    await waitForChips(page);
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    const choice = await popup.waitFor('.currency select');
    await choice.call(
      'function () { this.value = "eur"; this.dispatchEvent(new Event("change", { bubbles: true })); }',
    );
    await until('euros in the popup', async () =>
      (await readPopupItems(popup)).every(({ text }) => text.includes('€')),
    );
    await page.bringToFront();
    await until('euros on the page', async () => (await readChips(page))[0]?.text.startsWith('€') ?? false);
  });
});
