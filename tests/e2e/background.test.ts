import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<p>Bitcoin rose and Gate.io was busy.</p>');

/** Streams to a host that were opened so far. */
const countStreams = ({ market }: World, ofHost: string): number =>
  market.requests.filter(({ host, status }) => status === 101 && host === ofHost).length;

describe.each(BROWSERS)('the background in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
  });
  afterAll(() => world?.close());

  it('wakes after being stopped by force, with what it knew and without asking again', async () => {
    const page = await world.open(PAGE);
    await waitForChips(page);
    // Exchanges are asked every few seconds, whoever looks.
    const toAsked = (): number =>
      world.market.requests.filter(({ host }) => host === 'api.coingecko.com' || host === 'api.gateio.ws')
        .length;
    const asked = toAsked();
    await world.browser.stopBackground();
    expect(await world.browser.isBackgroundRunning()).toBe(false);
    const second = await world.open(PAGE, '/second');
    await waitForChips(second);
    expect((await readChips(second)).map(({ state }) => state)).toEqual(['live', 'live']);
    expect(await world.browser.isBackgroundRunning()).toBe(true);
    expect(toAsked()).toBe(asked);
    await until('streams that are open again', async () => countStreams(world, 'fstream.binance.com') === 2);
    await page.close();
    await second.close();
  });

  it('asks the market for a fixed set, whatever is being read', async () => {
    const asked = world.market.requests
      .filter(({ host }) => host === 'api.coingecko.com')
      .map(({ path }) => new URL(path, 'https://api.coingecko.com').searchParams);
    const named = asked.flatMap((query) => query.get('ids') ?? []);
    expect(named).toHaveLength(1);
    expect(named[0]?.split(',').length).toBeGreaterThanOrEqual(100);
    // The largest coins, page by page: a day's list of what is new, which names no coin.
    expect(asked.flatMap((query) => query.get('page') ?? [])).toEqual(['1', '2']);
  });
});

describe.each(BROWSERS)('the log of liquidations in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
    await world.logDay();
  });
  afterAll(() => world?.close());

  it('outlives a background that is killed', async () => {
    const page = await world.open(toPage('<p>Bybit and Binance were busy.</p>'));
    await waitForChips(page);
    const before = await readChips(page);
    expect(before.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^≥ \$25\dM/),
      expect.stringMatching(/^≥ \$11\dM/),
    ]);
    await world.browser.stopBackground();
    const second = await world.open(toPage('<p>Bybit and Binance were busy.</p>'), '/second');
    await waitForChips(second);
    // The window moves on meanwhile: what left it is no loss.
    const millionsOf = ({ text }: { readonly text: string }): number => Number(/[\d.]+/.exec(text)?.[0]);
    for (const [at, chip] of (await readChips(second)).entries()) {
      const sum = before[at];
      expect(sum && millionsOf(chip) / millionsOf(sum)).toBeCloseTo(1, 1);
    }
    await page.close();
    await second.close();
  });

  it('says why nothing is heard once the reader switches live streams off', async () => {
    const popup = await world.browser.openExtensionPage('src/popup/index.html');
    await (await popup.waitFor('.stream-switch input')).click();
    await until(
      'the state of the streams',
      async () =>
        (await Promise.all((await popup.findAll('.source-state')).map((state) => state.text()))).some(
          (text) => text.includes('Live streams are off'),
        ),
      20_000,
    );
    await popup.close();
  });
});

describe.each(BROWSERS)('a market that fails in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(name);
    world.market.fail({
      host: 'api.coingecko.com',
      fault: { kind: 'status', status: 429, retryAfterS: 600 },
    });
    for (const host of ['data-api.binance.vision', 'api.exchange.coinbase.com', 'api.coinpaprika.com']) {
      world.market.fail({ host, fault: { kind: 'status', status: 451 } });
    }
    world.market.fail({ host: 'api.gateio.ws', fault: { kind: 'captive-portal' } });
  });
  afterAll(() => world?.close());

  it('gives dashes with reasons and is left alone as long as it asked', async () => {
    const page = await world.open(PAGE);
    await waitForChips(page);
    const chips = await readChips(page);
    expect(chips.map(({ text, state }) => ({ text, state }))).toEqual([
      { text: '—', state: 'unknown' },
      { text: '—', state: 'unknown' },
    ]);
    const labels = await Promise.all(
      (await page.findAll('mn-chip >>> .chip')).map((chip) => chip.attribute('aria-label')),
    );
    expect(labels[0]).toContain('Pausing, as the source asked');
    expect(labels[1]).toContain('Unreadable answer');

    await world.browser.stopBackground();
    const second = await world.open(PAGE, '/second');
    await waitForChips(second);
    await until('the woken background', () => world.browser.isBackgroundRunning());
    expect(world.market.requests.filter(({ host }) => host === 'api.coingecko.com')).toHaveLength(1);
  });
});
