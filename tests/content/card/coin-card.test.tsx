// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Card, type CardProps } from '../../../src/content/card/Card.tsx';
import type { PriceAt } from '../../../src/domain/market/price-at.ts';
import type { CoinReading, Market } from '../../../src/platform/protocol.ts';
import { draw, findAxeViolations } from '../../ui/draw.ts';
import { resetFakeBrowser } from '../../ui/fake-browser.ts';
import { toBitcoinQuote, toMarket } from '../../ui/readings.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = Date.UTC(2026, 3, 22, 12);
const DAY_MS = 24 * 3_600_000;

const QUOTE = toBitcoinQuote(NOW_MS - 4000, {
  change1h: 0.002,
  change24h: 0.0621,
  change7d: 0.03,
  low24hUsd: 88_000,
  high24hUsd: 93_600,
  sparkline7dUsd: [90_000, 88_000, 93_500],
  usdtUsd: 1,
  changesFrom: { source: 'coingecko', atMs: NOW_MS - 90_000 },
});

const THEN: PriceAt = {
  priceUsd: 85_000,
  atMs: NOW_MS - DAY_MS,
  granularity: 'minute',
  source: 'binance',
  usdtUsd: 1,
};

const drawCard = async (
  reading: Partial<CoinReading>,
  others: Partial<CardProps> & Partial<Pick<Market, 'money'>> = {},
): Promise<HTMLElement> => {
  const { money, ...props } = others;
  const market = toMarket({
    coins: [{ coinId: 'bitcoin', quote: QUOTE, absence: null, ...reading }],
    ...(money ? { money } : {}),
  });
  return draw(
    <Card
      mention={{
        start: 0,
        end: 7,
        id: 'bitcoin',
        kind: 'coin',
        surface: 'Bitcoin',
        form: 'name',
        evidence: [],
      }}
      market={market}
      nowMs={NOW_MS}
      isWatched={false}
      publication={{ atMs: NOW_MS - DAY_MS, past: { price: THEN, absence: null } }}
      onWatch={() => undefined}
      onDismiss={() => undefined}
      onBlockSite={() => undefined}
      onOpenPanel={() => undefined}
      onClose={() => undefined}
      {...props}
    />,
  );
};

const sinceOf = (body: HTMLElement): string => body.querySelector('.since')?.textContent ?? '';

beforeEach(resetFakeBrowser);

describe('the card of a coin', () => {
  test('tells price and changes each with their own source and age', async () => {
    const text = (await drawCard({})).querySelector('.source')?.textContent;
    expect(text).toContain('Binance · 4 sec');
    expect(text).toContain('Changes CoinGecko · 1 min');
  });

  test('shows then, now and the change since publication', async () => {
    const since = sinceOf(await drawCard({}));
    expect(since).toContain('Then$85,000.00');
    expect(since).toContain('Now$93,500.00');
    expect(since).toContain('+10.0%');
    expect(since).toContain('Binance, to the minute');
  });

  test.each([
    ['five-minutes', 'to 5 minutes'],
    ['hour', '≈ hourly'],
    ['day', '≈ daily'],
  ] as const)('names the granularity %s', async (granularity, text) => {
    const past = { price: { ...THEN, source: 'coingecko', granularity }, absence: null };
    const body = await drawCard({}, { publication: { atMs: NOW_MS - DAY_MS, past } });
    expect(sinceOf(body)).toContain(`CoinGecko, ${text}`);
  });

  test('a price of then that nobody has is a dash with its reason, and so is the change', async () => {
    const publication = { atMs: NOW_MS - DAY_MS, past: { price: null, absence: 'timeout' as const } };
    const since = sinceOf(await drawCard({}, { publication }));
    expect(since.match(/—No answer in time/g)).toHaveLength(2);
  });

  test('marks the publication on the line of the week, and not when it lies outside', async () => {
    expect((await drawCard({})).querySelector('.mn-sparkline-mark')).not.toBeNull();
    const past = { price: THEN, absence: null };
    const body = await drawCard({}, { publication: { atMs: NOW_MS - 9 * DAY_MS, past } });
    expect(body.querySelector('.mn-sparkline-mark')).toBeNull();
  });

  test('says nothing of publication where the page does not', async () => {
    expect((await drawCard({}, { publication: null })).querySelector('.since')).toBeNull();
  });

  test('says what a USDT was worth only when that is not a dollar', async () => {
    expect((await drawCard({})).textContent).not.toContain('USDT');
    expect((await drawCard({ quote: { ...QUOTE, usdtUsd: 0.9961 } })).textContent).toContain(
      'Converted from USDT at $0.9961',
    );
    expect((await drawCard({ quote: { ...QUOTE, usdtUsd: null } })).textContent).toContain(
      'its rate is not known',
    );
  });

  test('names a source that is not believed', async () => {
    const setAside = [{ source: 'coinbase', priceUsd: 101_200, deviation: 0.0824 }];
    expect((await drawCard({ setAside })).textContent).toContain(
      'Not counted: Coinbase says $101,200.00, 8.2% off',
    );
  });

  test("speaks the reader's money, and dollars of the past", async () => {
    const body = await drawCard({}, { money: { currency: 'eur', perUsd: 0.86 } });
    expect(body.querySelector('.price')?.textContent).toBe('€80,410.00');
    expect(body.querySelector('.range')?.textContent).toContain('€75,680');
    expect(sinceOf(body)).toContain('Then$85,000.00');
  });

  test('is accessible', async () => {
    expect(await findAxeViolations(await drawCard({}))).toEqual([]);
  });
});
