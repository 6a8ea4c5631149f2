import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFreshness } from '../../../src/domain/market/freshness.ts';
import type { Quote } from '../../../src/domain/market/quote.ts';
import { type Candidate, reconcile } from '../../../src/domain/market/reconcile.ts';

const NOW_MS = Date.UTC(2026, 3, 22, 6, 20);
const SOURCES = ['coingecko', 'binance', 'coinbase', 'coinpaprika'] as const;

const quoteOf = (source: string, priceUsd: number, ageMs = 1000, others: Partial<Quote> = {}): Quote => ({
  coinId: 'bitcoin',
  symbol: 'BTC',
  name: 'Bitcoin',
  rank: source === 'coingecko' ? 1 : null,
  priceUsd,
  change1h: source === 'coingecko' ? 0.01 : null,
  change24h: source === 'coingecko' ? 0.062 : 0.06,
  change7d: null,
  low24hUsd: null,
  high24hUsd: null,
  sparkline7dUsd: [],
  volume24hUsd: 1_000_000,
  source,
  atMs: NOW_MS - ageMs,
  receivedAtMs: NOW_MS - ageMs,
  ...others,
});

const of = (...quotes: readonly Quote[]): Candidate[] => quotes.map((quote) => ({ quote, previous: null }));

describe('reconcile', () => {
  test('takes the exchange while it is live, and the rest from CoinGecko with its own time', () => {
    const { quote, setAside } = reconcile(
      of(quoteOf('coingecko', 93_000, 90_000), quoteOf('binance', 93_512, 3000)),
      NOW_MS,
    );
    expect(quote).toMatchObject({
      priceUsd: 93_512,
      source: 'binance',
      rank: 1,
      change1h: 0.01,
      change24h: 0.062,
      changesFrom: { source: 'coingecko', atMs: NOW_MS - 90_000 },
    });
    expect(setAside).toEqual([]);
  });

  test('falls back to CoinGecko when the exchange has fallen silent', () => {
    const { quote } = reconcile(
      of(quoteOf('coingecko', 93_000, 90_000), quoteOf('binance', 93_512, 120_000)),
      NOW_MS,
    );
    expect(quote).toMatchObject({ priceUsd: 93_000, source: 'coingecko' });
  });

  test("takes the exchange's own day when CoinGecko's is old, and keeps the line with its time", () => {
    const { quote } = reconcile(
      of(
        quoteOf('coingecko', 93_000, 3_600_000, { sparkline7dUsd: [90_000, 93_000] }),
        quoteOf('binance', 99_512, 3000),
      ),
      NOW_MS,
    );
    expect(quote).toMatchObject({ priceUsd: 99_512, change24h: 0.06, change1h: null, rank: 1 });
    expect(quote?.changesFrom).toBeUndefined();
    expect(quote).toMatchObject({
      sparkline7dUsd: [90_000, 93_000],
      lineFrom: { source: 'coingecko', atMs: NOW_MS - 3_600_000 },
    });
  });

  test("keeps CoinGecko's details when nothing is live any more, with their own time", () => {
    const { quote } = reconcile(
      of(quoteOf('coingecko', 93_000, 3_600_000), quoteOf('binance', 93_512, 3_500_000)),
      NOW_MS,
    );
    expect(quote).toMatchObject({
      source: 'binance',
      change1h: 0.01,
      changesFrom: { source: 'coingecko', atMs: NOW_MS - 3_600_000 },
    });
  });

  test('of two that disagree, the one that goes by ids stays', () => {
    const { quote, setAside } = reconcile(of(quoteOf('coingecko', 100), quoteOf('binance', 108)), NOW_MS);
    expect(quote).toMatchObject({ priceUsd: 100, source: 'coingecko' });
    expect(setAside).toEqual([{ source: 'binance', priceUsd: 108, deviation: expect.closeTo(0.08, 10) }]);
  });

  test('of three, the one alone with its price goes, also when it is CoinGecko', () => {
    const { quote, setAside } = reconcile(
      of(quoteOf('coingecko', 150), quoteOf('binance', 100), quoteOf('coinbase', 100.2)),
      NOW_MS,
    );
    expect(quote).toMatchObject({ priceUsd: 100, source: 'binance', rank: null });
    expect(setAside.map(({ source }) => source)).toEqual(['coingecko']);
  });

  test('a jump without volume is no price', () => {
    const jumped = quoteOf('binance', 108, 1000, { volume24hUsd: 0 });
    const previous = { priceUsd: 100, atMs: NOW_MS - 11_000 };
    const { quote, setAside } = reconcile(
      [{ quote: jumped, previous }, ...of(quoteOf('coingecko', 101, 60_000))],
      NOW_MS,
    );
    expect(quote?.source).toBe('coingecko');
    expect(setAside).toEqual([{ source: 'binance', priceUsd: 108, deviation: expect.closeTo(0.08, 10) }]);
    const traded = { ...jumped, volume24hUsd: 5 };
    expect(reconcile([{ quote: traded, previous }], NOW_MS).quote?.priceUsd).toBe(108);
  });

  test('an old quote is shown when there is no other, and speaks against nobody', () => {
    const old = quoteOf('coinbase', 50, 3_600_000);
    expect(reconcile(of(old), NOW_MS).quote).toEqual(old);
    expect(reconcile(of(old, quoteOf('binance', 100)), NOW_MS)).toMatchObject({
      quote: { priceUsd: 100 },
      setAside: [],
    });
  });

  test('a time to come does not keep a quote young for ever', () => {
    const ahead = quoteOf('binance', 100, -7_200_000, { receivedAtMs: NOW_MS - 120_000 });
    expect(reconcile(of(ahead), NOW_MS).quote?.atMs).toBe(NOW_MS - 120_000);
  });

  test('nothing gives nothing', () => {
    expect(reconcile([], NOW_MS)).toEqual({ quote: null, setAside: [] });
  });
});

const anyCandidates = fc.uniqueArray(fc.constantFrom(...SOURCES)).chain((sources) =>
  fc.tuple(
    ...sources.map((source) =>
      fc.record({
        quote: fc
          .tuple(
            fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
            fc.integer({ min: -3_600_000, max: 7_200_000 }),
            fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
          )
          .map(([priceUsd, ageMs, volume24hUsd]) => quoteOf(source, priceUsd, ageMs, { volume24hUsd })),
        previous: fc.option(
          fc.record({
            priceUsd: fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
            atMs: fc.integer({ min: NOW_MS - 7_200_000, max: NOW_MS }),
          }),
        ),
      }),
    ),
  ),
);

describe('whatever arrives', () => {
  test('the price is one that a source said, and none that was set aside', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { quote, setAside } = reconcile(candidates, NOW_MS);
        if (!quote) return;
        expect(candidates.some((one) => one.quote.priceUsd === quote.priceUsd)).toBe(true);
        expect(setAside.map(({ source }) => source)).not.toContain(quote.source);
      }),
    );
  });

  test('the order in which it arrives does not matter', () => {
    const shuffled = anyCandidates.chain((candidates) =>
      fc.tuple(fc.constant(candidates), fc.shuffledSubarray(candidates, { minLength: candidates.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(reconcile(other, NOW_MS).quote).toEqual(reconcile(one, NOW_MS).quote);
      }),
    );
  });

  test('a live source that is believed goes before every old one', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        const { quote, setAside } = reconcile(candidates, NOW_MS);
        const aside = new Set(setAside.map(({ source }) => source));
        const isLive = ({ source, atMs }: Quote): boolean =>
          !aside.has(source) && atMs <= NOW_MS && toFreshness('quote', atMs, NOW_MS, source) === 'live';
        if (!quote || !candidates.some((one) => isLive(one.quote))) return;
        expect(toFreshness('quote', quote.atMs, NOW_MS, quote.source)).toBe('live');
      }),
    );
  });

  test('sources within 5 % of each other are all believed', () => {
    const near = fc.array(fc.double({ min: 100, max: 104.9, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(near, (prices) => {
        const candidates = of(...prices.map((priceUsd, at) => quoteOf(SOURCES[at] ?? '', priceUsd)));
        expect(reconcile(candidates, NOW_MS).setAside).toEqual([]);
      }),
    );
  });
});
