import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findCoin } from '../../src/domain/coins/coin-table.ts';
import { newCoinsItem } from '../../src/platform/new-coin-list.ts';
import { settingsItem } from '../../src/platform/reader-items.ts';
import { type Market, startMarket } from '../market/market.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';
import { startWorker } from './worker.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

vi.setConfig({ testTimeout: 30_000 });

const GECKO = 'api.coingecko.com';
const HOUR_MS = 3_600_000;

let market: Market;
let mark = 0;

beforeAll(async () => {
  market = await startMarket({ speed: 0 });
});
afterAll(() => market.close());
beforeEach(() => {
  resetFakeBrowser();
  market.heal();
  market.clock.advance(HOUR_MS);
  mark = market.requests.length;
});

/** What a page in view does, in a worker that remembers nothing but what is stored. */
const read = async (): Promise<void> => {
  const worker = startWorker(market, { isToppedUp: true });
  await worker.readSettled(['bitcoin']);
  worker.kill();
};

const pagesAsked = (): readonly (string | null)[] =>
  market.requests
    .slice(mark)
    .filter(({ host }) => host === GECKO)
    .map(({ path }) => new URL(path, `https://${GECKO}`).searchParams.get('page'))
    .filter((page) => page !== null);

describe('the list of coins', () => {
  test('is topped up with large coins that the table does not know, once a day', async () => {
    await read();
    const { coins, failure } = await newCoinsItem.read();
    expect(failure).toBeNull();
    expect(coins).toEqual([{ id: 'harbour-lights', symbol: 'hrbl', name: 'Harbour Lights' }]);
    expect(coins.map(({ id }) => findCoin(id))).toEqual([null]);
    expect(pagesAsked()).toEqual(['1', '2']);

    market.clock.advance(23 * HOUR_MS);
    await read();
    expect(pagesAsked()).toEqual(['1', '2']);
    market.clock.advance(2 * HOUR_MS);
    await read();
    expect(pagesAsked()).toEqual(['1', '2', '1', '2']);
  });

  test('keeps what it has when it cannot be asked for, and waits an hour', async () => {
    await read();
    market.clock.advance(25 * HOUR_MS);
    mark = market.requests.length;
    market.fail({ host: GECKO, fault: { kind: 'status', status: 503 } });
    await read();
    expect(await newCoinsItem.read()).toMatchObject({ failure: 'server-error', coins: [{ symbol: 'hrbl' }] });
    const asked = pagesAsked().length;
    market.clock.advance(HOUR_MS / 2);
    await read();
    expect(pagesAsked()).toHaveLength(asked);
  });

  test('is not asked for while CoinGecko is switched off', async () => {
    await settingsItem.update((settings) => ({ ...settings, sourcesOff: ['coingecko'] }));
    await read();
    expect(pagesAsked()).toEqual([]);
  });
});
