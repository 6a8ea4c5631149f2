import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keysItem, settingsItem } from '../../src/platform/reader-items.ts';
import { toTick } from '../market/decimal.ts';
import type { Fault } from '../market/faults.ts';
import { type Market, startMarket } from '../market/market.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';
import { startWorker, type Worker } from './worker.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

// Real requests over TLS, several of them in each test: a busy machine needs its time.
vi.setConfig({ testTimeout: 30_000 });

const GECKO = 'api.coingecko.com';
const BINANCE = 'data-api.binance.vision';
const COINBASE = 'api.exchange.coinbase.com';
const PAPRIKA = 'api.coinpaprika.com';
const HOSTS = [GECKO, BINANCE, COINBASE, PAPRIKA] as const;
const HOUR_MS = 3_600_000;

let market: Market;
let worker: Worker;
let mark = 0;

beforeAll(async () => {
  market = await startMarket({ speed: 0 });
});
afterAll(() => market.close());
beforeEach(() => {
  resetFakeBrowser();
  // Nothing of one test may be remembered as just asked by the next.
  market.clock.advance(HOUR_MS);
  worker = startWorker(market);
  mark = market.requests.length;
});
afterEach(async () => {
  await worker.settle();
  worker.kill();
  market.heal();
});

const askedOf = (host: string): number =>
  market.requests.slice(mark).filter((request) => request.host === host).length;

const priceOf = (coinId: string): number => market.scenario.priceUsd(coinId, market.clock.nowMs());

/** What the first reading gives, with two rounds for the sources to be asked in their order. */
const readBitcoin = async () => {
  await worker.readSettled(['bitcoin']);
  market.clock.advance(20_000);
  const { coins } = await worker.readSettled(['bitcoin']);
  const [reading] = coins;
  if (!reading) throw new Error('No reading of bitcoin');
  return reading;
};

describe('the order of sources', () => {
  const subsets = Array.from({ length: 16 }, (_, bits) =>
    HOSTS.filter((_host, at) => (bits & (1 << at)) !== 0),
  );

  test.each(subsets.map((down) => ({ down, title: down.join(', ') || 'nothing' })))(
    'with $title down',
    async ({ down }) => {
      for (const host of down) market.fail({ host, fault: { kind: 'status', status: 503 } });
      const { quote, absence } = await readBitcoin();
      const up = [BINANCE, COINBASE, GECKO, PAPRIKA].filter((host) => !down.some((one) => one === host));
      const names: Record<string, string> = {
        [BINANCE]: 'binance',
        [COINBASE]: 'coinbase',
        [GECKO]: 'coingecko',
        [PAPRIKA]: 'coinpaprika',
      };
      expect(quote?.source).toBe(up[0] && names[up[0]]);
      if (quote) expect(quote.priceUsd / priceOf('bitcoin')).toBeCloseTo(1, 3);
      else expect(absence).toBe('server-error');
    },
  );

  test('the spare is left alone while CoinGecko has a price', async () => {
    market.fail({ host: BINANCE, fault: { kind: 'status', status: 503 } });
    market.fail({ host: COINBASE, fault: { kind: 'status', status: 503 } });
    expect((await readBitcoin()).quote?.source).toBe('coingecko');
    expect(askedOf(PAPRIKA)).toBe(0);
  });
});

describe('faults', () => {
  const faults: readonly (readonly [absence: string, fault: Fault])[] = [
    ['rate-limited', { kind: 'status', status: 429, retryAfterS: 600 }],
    ['rate-limited', { kind: 'status', status: 418, retryAfterS: 600 }],
    ['blocked', { kind: 'status', status: 403 }],
    ['blocked', { kind: 'status', status: 451 }],
    ['server-error', { kind: 'status', status: 500 }],
    ['bad-payload', { kind: 'captive-portal' }],
    ['bad-payload', { kind: 'malformed' }],
    ['bad-payload', { kind: 'empty' }],
    ['bad-payload', { kind: 'replaced', body: { status: { error_code: 429 } } }],
    ['offline', { kind: 'cut' }],
    ['offline', { kind: 'reset' }],
  ];
  test.each(faults)('%s: %o', async (absence, fault) => {
    market.fail({ fault });
    const { coins, sources } = await worker.readSettled(['bitcoin']);
    expect(coins[0]).toMatchObject({ quote: null, absence, symbol: 'BTC' });
    expect(sources[0]).toMatchObject({ sourceId: 'coingecko', failure: absence });
  });

  test('a slow answer still arrives', async () => {
    market.fail({ fault: { kind: 'slow', delayMs: 150 } });
    expect((await worker.readSettled(['bitcoin'])).coins[0]?.quote).not.toBeNull();
  });

  test.each([429, 418])('%d: Retry-After is honoured, also by a worker that was killed', async (status) => {
    market.fail({ host: GECKO, fault: { kind: 'status', status, retryAfterS: 1200 } });
    await worker.readSettled(['bitcoin']);
    worker.kill();
    const asked = askedOf(GECKO);
    for (const waitedMs of [0, 300_000, 890_000]) {
      worker = startWorker(market);
      market.clock.advance(waitedMs);
      await worker.readSettled(['bitcoin']);
      worker.kill();
    }
    expect(askedOf(GECKO)).toBe(asked);
    market.heal();
    market.clock.advance(20_000);
    worker = startWorker(market);
    await worker.readSettled(['bitcoin']);
    expect(askedOf(GECKO)).toBe(asked + 1);
  });

  test.each([403, 451])('%d: blocked for a day', async (status) => {
    market.fail({ host: BINANCE, fault: { kind: 'status', status } });
    await worker.readSettled(['bitcoin']);
    market.heal();
    market.clock.advance(23 * HOUR_MS);
    const { sources } = await worker.readSettled(['bitcoin']);
    expect(askedOf(BINANCE)).toBe(1);
    expect(sources.find(({ sourceId }) => sourceId === 'binance')?.failure).toBe('blocked');
    market.clock.advance(2 * HOUR_MS);
    await worker.readSettled(['bitcoin']);
    expect(askedOf(BINANCE)).toBeGreaterThan(1);
  });
});

describe('the true time', () => {
  test.each([3 * HOUR_MS, -5 * HOUR_MS])('with a clock that is off by %d ms', async (offMs) => {
    worker.kill();
    worker = startWorker(market, { machineNow: () => market.clock.nowMs() + offMs });
    await worker.readSettled(['bitcoin', 'mog-coin']);
    market.clock.advance(20_000);
    const { coins, clockSkewMs = 0 } = await worker.readSettled(['bitcoin', 'mog-coin']);
    expect(Math.abs(clockSkewMs + offMs)).toBeLessThan(2000);
    const shownNowMs = market.clock.nowMs() + offMs + clockSkewMs;
    for (const { quote } of coins) expect(shownNowMs - (quote?.atMs ?? 0)).toBeLessThan(60_000);
  });

  test('one host with a wrong clock changes nothing', async () => {
    market.fail({ host: GECKO, fault: { kind: 'wrong-clock', offsetMs: 7 * HOUR_MS } });
    expect((await worker.readSettled(['bitcoin', 'mog-coin'])).clockSkewMs).toBe(0);
  });
});

describe('a killed worker', () => {
  test('leaves what it knew, with its age, and nothing is asked again', async () => {
    const first = (await worker.readSettled(['bitcoin', 'mog-coin'])).coins;
    await worker.settle();
    const asked = market.requests.length;
    worker.kill();
    market.clock.advance(5000);
    worker = startWorker(market);
    expect((await worker.read(['bitcoin', 'mog-coin'])).coins).toEqual(first);
    await worker.settle();
    expect(market.requests.slice(asked)).toEqual([]);
  });

  test('killed between any two answers, the next gives the same figures', async () => {
    const expected = (await worker.readSettled(['bitcoin', 'mog-coin'])).coins.map(
      ({ quote }) => quote?.source,
    );
    for (let turns = 0; turns < 40; turns += 7) {
      worker.kill();
      resetFakeBrowser();
      const doomed = startWorker(market);
      await doomed.read(['bitcoin', 'mog-coin']);
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
      doomed.kill();
      worker = startWorker(market);
      const { coins } = await worker.readSettled(['bitcoin', 'mog-coin']);
      expect(coins.map(({ quote }) => quote?.source)).toEqual(expected);
      for (const { quote, coinId } of coins) {
        expect((quote?.priceUsd ?? 0) / priceOf(coinId)).toBeCloseTo(1, 3);
        expect(market.clock.nowMs() - (quote?.atMs ?? 0)).toBeLessThan(15_000);
      }
    }
  });
});

test('many windows ask once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => worker.read(['bitcoin'])));
  await worker.settle();
  expect(askedOf(GECKO)).toBe(1);
  // The list of pairs, and the tickers.
  expect(askedOf(BINANCE)).toBe(2);
});

describe('USDT', () => {
  /** CoinGecko's answer with another price of USDT in it. */
  const failWithUsdtAt = (priceUsd: number): void => {
    const at = new Date(market.clock.nowMs()).toISOString();
    const row = (id: string, price: number): object => ({
      id,
      symbol: id,
      name: id,
      current_price: price,
      last_updated: at,
    });
    const body = [row('bitcoin', priceOf('bitcoin') * priceUsd), row('tether', priceUsd)];
    market.fail({ host: GECKO, path: '/api/v3/coins/markets', fault: { kind: 'replaced', body } });
  };

  test('is converted at its measured price', async () => {
    failWithUsdtAt(0.97);
    const { quote } = (await worker.readSettled(['bitcoin'])).coins[0] ?? {};
    expect(quote).toMatchObject({ source: 'binance', usdtUsd: 0.97 });
    expect(quote?.priceUsd).toBeCloseTo(toTick(priceOf('bitcoin')) * 0.97, 6);
  });

  test('is measured at Coinbase when CoinGecko is down', async () => {
    market.fail({ host: GECKO, fault: { kind: 'status', status: 503 } });
    const { quote } = await readBitcoin();
    expect(quote?.usdtUsd).toBe(toTick(priceOf('tether')));
  });

  test('is said to be unmeasured when nobody tells it', async () => {
    for (const host of [GECKO, COINBASE, PAPRIKA])
      market.fail({ host, fault: { kind: 'status', status: 503 } });
    expect((await readBitcoin()).quote).toMatchObject({ source: 'binance', usdtUsd: null });
  });
});

describe('a ticker that means another coin', () => {
  const impostor = (times: number): void => {
    const body = [
      {
        symbol: 'BTCUSDT',
        lastPrice: String(priceOf('bitcoin') * times),
        priceChangePercent: '1.0',
        lowPrice: '1',
        highPrice: '2',
        quoteVolume: '1000000',
        closeTime: market.clock.nowMs(),
      },
    ];
    market.fail({ host: BINANCE, path: '/api/v3/ticker/24hr', fault: { kind: 'replaced', body } });
  };

  test('is dropped for a day, and Coinbase steps in', async () => {
    impostor(0.5);
    const { quote, setAside } = await readBitcoin();
    expect(quote?.source).toBe('coinbase');
    expect(setAside).toBeUndefined();
    const tickers = market.requests.slice(mark).filter(({ path }) => path.includes('/ticker/24hr'));
    expect(tickers).toHaveLength(1);
  });

  test('is set aside and named when it is 8 % off', async () => {
    impostor(1.08);
    const { coins } = await worker.readSettled(['bitcoin']);
    expect(coins[0]?.quote?.source).not.toBe('binance');
    expect(coins[0]?.setAside).toMatchObject([{ source: 'binance', deviation: expect.closeTo(0.08, 2) }]);
  });

  test('a coin far down the list is not believed to an exchange before CoinGecko has confirmed it', async () => {
    market.fail({ host: GECKO, fault: { kind: 'status', status: 503 } });
    market.fail({ host: PAPRIKA, fault: { kind: 'status', status: 503 } });
    await worker.readSettled(['mog-coin']);
    expect((await worker.readSettled(['mog-coin'])).coins[0]?.quote).toBeNull();
  });
});

describe("the reader's money", () => {
  test.each(['eur', 'btc', 'sats', 'krw'] as const)('%s', async (currency) => {
    await settingsItem.update((settings) => ({ ...settings, currency }));
    await worker.readSettled(['bitcoin', 'ethereum']);
    market.clock.advance(20_000);
    const { coins, money } = await worker.readSettled(['bitcoin', 'ethereum']);
    const shown = (coins[0]?.quote?.priceUsd ?? 0) * (money?.perUsd ?? 0);
    const expected = { eur: priceOf('bitcoin') * 0.86, btc: 1, sats: 1e8, krw: priceOf('bitcoin') * 1460 };
    expect(money?.currency).toBe(currency);
    expect(shown / expected[currency]).toBeCloseTo(1, 3);
    const asked = market.requests.slice(mark).filter(({ path }) => path.startsWith('/api/v3/coins/markets'));
    expect(asked.every(({ path }) => path.includes(`vs_currency=${currency}`))).toBe(true);
  });

  test("the reader's key goes to CoinGecko alone", async () => {
    await keysItem.update((keys) => ({ ...keys, coingecko: 'CG-key' }));
    await worker.readSettled(['bitcoin']);
    expect(
      market.requests
        .slice(mark)
        .filter(({ key }) => key === 'CG-key')
        .map(({ host }) => host),
    ).toEqual([GECKO]);
  });
});

describe('the price at a minute of the past', () => {
  const minuteMs = (): number => Math.floor((market.clock.nowMs() - 2 * HOUR_MS) / 60_000) * 60_000;
  const closeOf = (coinId: string): number => market.scenario.priceUsd(coinId, minuteMs() + 60_000);

  test('from Binance to the minute, in dollars, and never asked for twice', async () => {
    const { price } = await worker.readPriceAt('bitcoin', minuteMs() + 17_000);
    expect(price).toMatchObject({ source: 'binance', granularity: 'minute', atMs: minuteMs() });
    expect(price?.usdtUsd).toBe(toTick(closeOf('tether')));
    expect(price?.priceUsd).toBeCloseTo(toTick(closeOf('bitcoin')) * toTick(closeOf('tether')), 6);
    const asked = market.requests.length;
    worker.kill();
    worker = startWorker(market);
    expect((await worker.readPriceAt('bitcoin', minuteMs())).price).toEqual(price);
    expect(market.requests.length).toBe(asked);
  });

  test('from Coinbase where Binance does not answer', async () => {
    market.fail({ host: BINANCE, fault: { kind: 'status', status: 451 } });
    const { price } = await worker.readPriceAt('bitcoin', minuteMs());
    expect(price).toMatchObject({ source: 'coinbase', granularity: 'minute' });
    expect(price?.usdtUsd).toBeUndefined();
    expect((price?.priceUsd ?? 0) / closeOf('bitcoin')).toBeCloseTo(1, 4);
  });

  test.each([
    { ageMs: 2 * HOUR_MS, granularity: 'five-minutes' },
    { ageMs: 72 * HOUR_MS, granularity: 'hour' },
    { ageMs: 100 * 24 * HOUR_MS, granularity: 'day' },
  ])('from CoinGecko for a coin without a pair: $granularity', async ({ ageMs, granularity }) => {
    const { price } = await worker.readPriceAt('hyperliquid', market.clock.nowMs() - ageMs);
    expect(price).toMatchObject({ source: 'coingecko', granularity });
  });

  test('a minute that is not over has no price yet', async () => {
    expect(await worker.readPriceAt('bitcoin', market.clock.nowMs())).toEqual({
      price: null,
      absence: 'pending',
    });
  });

  test('nobody answers: the reason, and nothing is kept', async () => {
    market.fail({ fault: { kind: 'captive-portal' } });
    expect(await worker.readPriceAt('bitcoin', minuteMs())).toEqual({ price: null, absence: 'bad-payload' });
    market.heal();
    market.clock.advance(60_000);
    expect((await worker.readPriceAt('bitcoin', minuteMs())).price).not.toBeNull();
  });
});

describe('sources that are switched off', () => {
  test.each([
    ['coingecko', GECKO, 'binance'],
    ['binance', BINANCE, 'coinbase'],
    ['coinbase', COINBASE, 'binance'],
  ])('%s is not asked, and says so', async (sourceId, host, next) => {
    await settingsItem.update((settings) => ({ ...settings, sourcesOff: [sourceId] }));
    expect((await readBitcoin()).quote?.source).toBe(next);
    const { sources } = await worker.readSettled(['bitcoin']);
    expect(askedOf(host)).toBe(0);
    expect(sources.find((source) => source.sourceId === sourceId)?.failure).toBe('switched-off');
  });

  test('all of them: the reason, and no request', async () => {
    const sourcesOff = ['coingecko', 'binance', 'coinbase', 'coinpaprika'];
    await settingsItem.update((settings) => ({ ...settings, sourcesOff }));
    expect(await readBitcoin()).toMatchObject({ quote: null, absence: 'switched-off' });
    expect(market.requests.length).toBe(mark);
  });
});
