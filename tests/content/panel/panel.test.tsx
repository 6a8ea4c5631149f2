// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../../src/content/panel/Panel.tsx';
import type { PanelFacts } from '../../../src/content/panel/panel-facts.ts';
import type { LiquidationTable } from '../../../src/domain/liquidations/table.ts';
import type { LiquidationSum } from '../../../src/domain/liquidations/window.ts';
import type { Market } from '../../../src/platform/protocol.ts';
import { draw, findAxeViolations, settle, toSpokenText } from '../../ui/draw.ts';
import { resetFakeBrowser } from '../../ui/fake-browser.ts';
import { toBitcoinQuote, toMarket } from '../../ui/readings.ts';
import { NOW_MS, toFigureNote, toNote, toPageFacts } from '../page-facts.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const DAY_MS = 86_400_000;

const toSum = (windowMs: number, shortUsd: number): LiquidationSum => ({
  longUsd: 24_000_000,
  shortUsd,
  largest: null,
  venueIds: ['bybit'],
  fromMs: NOW_MS - windowMs,
  untilMs: NOW_MS - 5000,
});

const toTable = (windowMs: number): LiquidationTable => {
  const sum = toSum(windowMs, windowMs === DAY_MS ? 210_000_000 : 9_000_000);
  return {
    windowMs,
    total: sum,
    venues: [
      {
        venueId: 'bybit',
        sum,
        covering: {
          feed: 'complete',
          memory: 'record',
          coveredMs: windowMs,
          fromMs: NOW_MS - windowMs,
        },
        absence: null,
      },
      { venueId: 'gate', sum: null, covering: null, absence: 'blocked' },
    ],
    coins: [
      { coinId: 'bitcoin', sum },
      { coinId: 'chainlink', sum },
    ],
  };
};

const MARKET = toMarket({
  coins: [
    { coinId: 'bitcoin', quote: toBitcoinQuote(NOW_MS - 4000, { change24h: 0.0621 }), absence: null },
    { coinId: 'cardano', quote: null, absence: 'blocked', symbol: 'ADA' },
    { coinId: 'chainlink', quote: null, absence: 'pending', symbol: 'LINK' },
  ],
  venues: [{ venueId: 'bybit', sum: toSum(DAY_MS, 210_000_000), totals: [], absence: null }],
  breadth: { up: 81, of: 100, atMs: NOW_MS - 60_000 },
});

const NOTES = [
  toNote('cardano', 'Cardano'),
  toNote('bitcoin', 'Bitcoin'),
  toNote('venue:bybit', 'Bybit'),
  toNote('bitcoin', 'bitcoin'),
];

const drawPanel = (
  market: Market | null,
  part: Partial<PanelFacts> = {},
  onClose = (): void => undefined,
) => {
  const facts: PanelFacts = {
    ...toPageFacts(market, NOTES),
    figureNotes: () => [
      toFigureNote('$93,500', { kind: 'price', value: 93_500, currency: 'USD', coins: ['bitcoin'] }),
      toFigureNote('$530 million', { kind: 'liquidations', value: 530_000_000, currency: 'USD' }),
    ],
    table: toTable,
    ...part,
  };
  return draw(<Panel facts={facts} onClose={onClose} />);
};

beforeEach(resetFakeBrowser);

describe('the panel of an article', () => {
  test('tells each coin and exchange with figure, source and age, and of an unknown one why', async () => {
    const text = toSpokenText(await drawPanel(MARKET));
    expect(text).toMatch(/Bitcoin mentions: 2 \$93,500 24 h \+6\.2% Binance · 4 sec/);
    expect(text).toMatch(/Cardano mentions: 1 Blocked here/);
    expect(text).toMatch(/Bybit mentions: 1 ≥ \$234M liq\. 24 h · 5 sec/);
    expect(text).toContain('81 of 100 are up in 24 h');
  });

  test('calls a coin whose quote has not come by its ticker', async () => {
    const text = toSpokenText(await drawPanel(MARKET));
    expect(text).toMatch(/LINK ?Long \$24\.0M/);
    expect(text).not.toContain('chainlink');
  });

  test('tells an exchange that cannot be read with its reason, and never as a nought', async () => {
    expect(toSpokenText(await drawPanel(MARKET))).toMatch(/Gate ?– Blocked here/);
  });

  test('shows the window that is chosen, and says which', async () => {
    const body = await drawPanel(MARKET);
    const [hour] = body.querySelectorAll<HTMLElement>('.windows button');
    expect(hour?.getAttribute('aria-pressed')).toBe('false');
    await settle(() => hour?.click());
    expect(hour?.getAttribute('aria-pressed')).toBe('true');
    expect(toSpokenText(body)).toContain('at least $33.0M');
  });

  test("sets the article's figures beside ours", async () => {
    expect(toSpokenText(await drawPanel(MARKET))).toMatch(
      /Bitcoin ?Story ?\$93,500.*Now ?\$93,500\.00.*Whole market ?Story ?\$530 million/,
    );
  });

  test('can be closed', async () => {
    const onClose = vi.fn();
    (await drawPanel(MARKET, {}, onClose)).querySelector<HTMLElement>('.close')?.click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  test.each<[string, Market | null, Partial<PanelFacts>]>([
    ['with figures', MARKET, {}],
    ['before the first answer', null, { table: () => null }],
    ['without anything to name', MARKET, { notes: () => [], figureNotes: () => [] }],
  ])('is accessible %s', async (_when, market, part) => {
    expect(await findAxeViolations(await drawPanel(market, part))).toEqual([]);
  });
});
