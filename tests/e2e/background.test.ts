import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChips } from '../demo/report.ts';
import { until } from '../support/until.ts';
import { BROWSERS, openWorld, toPage, type World, waitForChips } from './open-story.ts';

const PAGE = toPage('<p>Bitcoin rose and Gate.io was busy.</p>');

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
    await page.close();
    await second.close();
  });

  it('asks the market for a fixed set, whatever is being read', async () => {
    const asked = world.market.requests.filter(({ host }) => host === 'api.coingecko.com');
    expect(asked).toHaveLength(1);
    const ids =
      new URL(asked[0]?.path ?? '', 'https://api.coingecko.com').searchParams.get('ids')?.split(',') ?? [];
    expect(ids.length).toBeGreaterThanOrEqual(100);
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
