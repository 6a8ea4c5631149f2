// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sumTotals } from '../../src/domain/liquidations/window.ts';
import type { Quote } from '../../src/domain/market/quote.ts';
import { WATCH_LIST_LIMIT } from '../../src/domain/watch-list.ts';
import type { CoinReading, Market } from '../../src/platform/protocol.ts';
import { blockedSitesItem, watchListItem } from '../../src/platform/reader-items.ts';
import { findAxeViolations, settle, toSpokenText } from '../ui/draw.ts';
import { answers, resetFakeBrowser, tab } from '../ui/fake-browser.ts';
import { withCoinTable } from './coin-table-answers.ts';
import { drawPopup } from './draw-popup.tsx';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = Date.UTC(2025, 1, 3, 12);

const quoteOf = (coinId: string, priceUsd: number): Quote => ({
  coinId,
  symbol: coinId.toUpperCase(),
  name: coinId,
  rank: 1,
  priceUsd,
  change1h: 0,
  change24h: 0.0621,
  change7d: 0.1,
  low24hUsd: priceUsd,
  high24hUsd: priceUsd,
  sparkline7dUsd: [priceUsd * 0.9, priceUsd],
  source: 'coingecko',
  atMs: NOW_MS,
  receivedAtMs: NOW_MS,
});

const PRICES_USD: Readonly<Record<string, number>> = { bitcoin: 93_512.34, solana: 182.41, cardano: 0.8821 };

const readingOf = (coinId: string): CoinReading => {
  const priceUsd = PRICES_USD[coinId];
  return priceUsd === undefined
    ? { coinId, quote: null, absence: 'rate-limited' }
    : { coinId, quote: quoteOf(coinId, priceUsd), absence: null };
};

const gateTotal = () => ({
  venueId: 'gate',
  coinId: 'bitcoin',
  longUsd: 12_100_000,
  shortUsd: 57_700_000,
  largest: null,
  fromMs: NOW_MS - 86_400_000,
  untilMs: NOW_MS,
  coveredMs: 86_400_000,
  feed: 'complete' as const,
  memory: 'record' as const,
});

const answerMarket = (message: unknown): Market => ({
  coins: (message as { request: { coinIds: string[] } }).request.coinIds.map(readingOf),
  venues: [
    { venueId: 'gate', sum: sumTotals([gateTotal()]), totals: [gateTotal()], absence: null },
    { venueId: 'bybit', sum: null, totals: [], absence: 'no-feed' },
  ],
  sources: [
    { sourceId: 'coingecko', lastGoodAtMs: NOW_MS, failure: null, retryAtMs: null },
    { sourceId: 'gate', lastGoodAtMs: null, failure: null, retryAtMs: null },
    {
      sourceId: 'okx',
      lastGoodAtMs: NOW_MS - 840_000,
      failure: 'timeout',
      retryAtMs: NOW_MS + 90_500,
    },
  ],
  liquidationRecords: [],
  derivatives: [],
  liquidationLog: 'disk' as const,
  topCoinIds: [],
});

const PAGE_NOTES = {
  notes: ['bitcoin', 'cardano', 'bitcoin', 'venue:gate', 'venue:bybit'].map((id) => ({
    id,
    kind: id.startsWith('venue:') ? 'venue' : 'coin',
    surface: id,
    form: 'name',
  })),
  tickersReplaced: 0,
};

const rowsOf = (heading: string): Element[] => {
  const section = [...document.querySelectorAll('section')].find(
    (candidate) => candidate.querySelector('h2')?.textContent === heading,
  );
  return [...(section?.querySelectorAll('li') ?? [])];
};
const symbolsOf = (heading: string): (string | undefined)[] =>
  rowsOf(heading).map((row) => row.querySelector('.symbol')?.textContent);

const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const press = (name: string): Promise<void> =>
  settle(() => {
    button(name).focus();
    button(name).click();
  });

beforeEach(async () => {
  // Ages are whole units: a second that passes between an answer and its drawing would make them waver.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  document.documentElement.lang = 'en';
  document.title = 'Margin Notes';
  resetFakeBrowser();
  answers.background = withCoinTable(answerMarket);
  await watchListItem.update(() => ['bitcoin', 'solana', 'ethereum']);
});

afterEach(() => {
  location.hash = '';
  vi.useRealTimers();
});

test('draws each watched coin with its figures, their source and age', async () => {
  await drawPopup();
  expect(symbolsOf('Watch-list')).toEqual(['BTC', 'SOL', 'ETH']);
  const [bitcoin] = rowsOf('Watch-list');
  expect(bitcoin && toSpokenText(bitcoin)).toContain('$93,512.34');
  expect(bitcoin && toSpokenText(bitcoin)).toContain('24 h +6.2%');
  expect(bitcoin?.textContent).toContain('CoinGecko · 0 sec');
});

test('an unknown figure is a dash and its reason', async () => {
  await drawPopup();
  const ethereum = rowsOf('Watch-list')[2];
  expect(ethereum?.querySelector('.price')?.textContent).toContain('—');
  expect(ethereum?.querySelector('.age')?.textContent).toBe('Pausing, as the source asked');
});

test('the rows stand before the market is known, with names of their own', async () => {
  answers.background = withCoinTable(() => new Promise(() => undefined));
  await drawPopup();
  expect(symbolsOf('Watch-list')).toEqual(['BTC', 'SOL', 'ETH']);
  expect(rowsOf('Watch-list')[0]?.querySelector('.age')?.textContent).toBe('Asked for, no answer yet');
});

test('a removed coin leaves a line in its place, which has the focus and puts it back', async () => {
  await drawPopup();
  await press('Stop watching Solana');
  expect(await watchListItem.read()).toEqual(['bitcoin', 'ethereum']);
  expect(rowsOf('Watch-list')[1]?.textContent).toBe('Solana removedUndo');
  expect(document.activeElement?.textContent).toBe('Undo');
  expect(document.querySelector('[role=status].mn-hidden')?.textContent).toBe('Solana removed');

  await press('Undo');
  expect(await watchListItem.read()).toEqual(['bitcoin', 'solana', 'ethereum']);
  expect(symbolsOf('Watch-list')).toEqual(['BTC', 'SOL', 'ETH']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Stop watching Solana');
});

test('the last coin can be removed and put back', async () => {
  await watchListItem.update(() => ['bitcoin']);
  await drawPopup();
  await press('Stop watching Bitcoin');
  expect(rowsOf('Watch-list').map((row) => row.textContent)).toEqual(['Bitcoin removedUndo']);
  await press('Undo');
  expect(symbolsOf('Watch-list')).toEqual(['BTC']);
});

test('arrow keys on a handle move its coin, which keeps the focus', async () => {
  await drawPopup();
  button('Move Bitcoin: arrow keys or drag').focus();
  await settle(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
    );
  });
  expect(await watchListItem.read()).toEqual(['solana', 'bitcoin', 'ethereum']);
  expect(symbolsOf('Watch-list')).toEqual(['SOL', 'BTC', 'ETH']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Bitcoin: arrow keys or drag');
  expect(document.querySelector('[role=status].mn-hidden')?.textContent).toBe('Bitcoin is now number 2');
});

test('the coin of a notification has the focus in the list', async () => {
  location.hash = '#coin=solana';
  await drawPopup();
  expect(document.activeElement?.getAttribute('data-id')).toBe('solana');
  expect(rowsOf('From your alert')).toEqual([]);
});

test('the coin of a notification has a row above the list when it is not watched', async () => {
  location.hash = '#coin=cardano';
  await drawPopup();
  expect(symbolsOf('From your alert')).toEqual(['ADA']);
  await press('Watch Cardano');
  expect(symbolsOf('Watch-list')).toContain('ADA');
  expect(symbolsOf('From your alert')).toEqual(['ADA']);
});

test('it opens with what it showed last, before the background has answered', async () => {
  await drawPopup();
  await settle(() => render(null, document.body));
  answers.background = () => new Promise(() => undefined);
  await drawPopup();
  expect(rowsOf('Watch-list')[0]?.querySelector('.price')?.textContent).toBe('$93,512.34');
});

test('a coin without a drawing has the first letter of its ticker', async () => {
  await watchListItem.update(() => ['bitcoin', 'ethena']);
  await drawPopup();
  const [bitcoin, ethena] = rowsOf('Watch-list');
  expect(bitcoin?.querySelector('img')?.getAttribute('src')).toBe('/icons/coins/bitcoin.svg');
  expect(ethena?.querySelector('.is-monogram')?.textContent).toBe('E');
});

test('without a connection it says so once, above the last figures', async () => {
  answers.background = withCoinTable((message) => ({
    ...answerMarket(message),
    sources: [{ sourceId: 'coingecko', lastGoodAtMs: NOW_MS, failure: 'offline', retryAtMs: null }],
  }));
  const body = await drawPopup();
  expect(body.textContent).toContain('No connection. These are the last known figures.');
});

test('an old 7-day line beside a live price is grey and says how old it is', async () => {
  const lineFrom = { source: 'coingecko', atMs: NOW_MS - 840_000 };
  answers.background = withCoinTable((message) => {
    const market = answerMarket(message);
    const coins = market.coins.map((coin) => ({
      ...coin,
      quote: coin.quote && { ...coin.quote, lineFrom },
    }));
    return { ...market, coins };
  });
  await drawPopup();
  const week = rowsOf('Watch-list')[0]?.querySelector('.week');
  expect(week?.getAttribute('title')).toBe('CoinGecko · 14 min old');
  expect(week?.querySelector('.mn-sparkline.mn-stale')).not.toBeNull();
});

test('without a connection and without figures it speaks of none', async () => {
  answers.background = withCoinTable((message) => {
    const market = answerMarket(message);
    return { ...market, coins: market.coins.map((coin) => ({ ...coin, quote: null, absence: 'offline' })) };
  });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const body = await drawPopup();
  expect(body.querySelector('.notice:not([hidden])')?.textContent).toBe('No connection');
  vi.restoreAllMocks();
});

test('an empty list says how to fill it', async () => {
  await watchListItem.update(() => []);
  const body = await drawPopup();
  expect(body.textContent).toContain('No coins here yet.');
  expect(await findAxeViolations(document.documentElement)).toEqual([]);
});

test('shows what the open page names, each once, and watches a coin with one press', async () => {
  answers.tab = () => PAGE_NOTES;
  await drawPopup();
  expect(symbolsOf('On this page')).toEqual(['BTC', 'ADA', 'Gate', 'Bybit']);
  await press('Watch Cardano');
  expect(await watchListItem.read()).toEqual(['bitcoin', 'solana', 'ethereum', 'cardano']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Stop watching Cardano');
});

test('exchanges of the page show what was liquidated there, or why that is not known', async () => {
  answers.tab = () => PAGE_NOTES;
  await drawPopup();
  const [, , gate, bybit] = rowsOf('On this page');
  expect(gate?.textContent).toContain('at least $69.8M');
  expect(bybit?.textContent).toContain('—Liquidations are not read here');
});

test('where Margin Notes does not run, there is no such section', async () => {
  await drawPopup();
  expect(rowsOf('On this page')).toEqual([]);
  expect(document.body.textContent).not.toContain('On this page');
});

test('a site beyond the list can be allowed with one press, and its notes follow', async () => {
  tab.url = 'https://blog.example.org:8443/story';
  const body = await drawPopup();
  expect(body.textContent).toContain('Margin Notes does not run on blog.example.org.');
  expect(await findAxeViolations(document.documentElement)).toEqual([]);
  answers.tab = () => PAGE_NOTES;
  await press('Allow here');
  await vi.waitFor(() => expect(symbolsOf('On this page')).toContain('ADA'));
  expect(tab.granted).toEqual(['https://blog.example.org/*']);
});

test.each(['https://www.coindesk.com/x', 'https://granted.example/x'])(
  '%s is granted and needs only a reload',
  async (url) => {
    tab.url = url;
    tab.granted = ['https://granted.example/*', 'https://www.coindesk.com/*'];
    const body = await drawPopup();
    expect(body.textContent).toContain('Reload this page to read it with notes.');
    expect(body.textContent).not.toContain('Allow here');
  },
);

test('a site of the list that the browser keeps from us is offered like any other', async () => {
  tab.url = 'https://www.coindesk.com/x';
  const body = await drawPopup();
  expect(body.textContent).toContain('Margin Notes does not run on www.coindesk.com.');
});

test('what the browser keeps from us is said, and can be allowed', async () => {
  tab.required = ['https://api.coingecko.com/*', 'https://*.coindesk.com/*'];
  tab.granted = ['https://*.coindesk.com/*'];
  const body = await drawPopup();
  expect(body.textContent).toContain('keeps Margin Notes from 1 of its sites and sources');
  await press('Allow them');
  expect(tab.granted).toContain('https://api.coingecko.com/*');
  expect(body.textContent).not.toContain('keeps Margin Notes from');
});

test('the switch blocks the site of the page, and lets it run again', async () => {
  tab.granted = ['https://www.coindesk.com/*'];
  tab.url = 'https://www.coindesk.com/x';
  const isBlocked = async () => (await blockedSitesItem.read()).includes('coindesk.com');
  answers.tab = async () => {
    if (await isBlocked()) throw new Error('nobody there');
    return PAGE_NOTES;
  };
  await drawPopup();
  const siteSwitch = () => document.querySelector<HTMLInputElement>('[name=site]');
  await settle(() => siteSwitch()?.click());
  expect(await isBlocked()).toBe(true);
  await vi.waitFor(() => expect(rowsOf('On this page')).toEqual([]));
  expect(siteSwitch()?.checked).toBe(false);
  await settle(() => siteSwitch()?.click());
  expect(await isBlocked()).toBe(false);
  await vi.waitFor(() => expect(symbolsOf('On this page')).toContain('ADA'));
});

test('names every source with its state, and gives credit where terms ask for it', async () => {
  await drawPopup();
  const sources = [...document.querySelectorAll('footer li')].map((source) => toSpokenText(source));
  expect(sources).toEqual([
    'Powered by CoinGecko0 sec',
    'Liquidations from Gatewaiting',
    'Liquidations from OKXNo answer in time · 14 min old · again in 1 min',
  ]);
  expect(document.querySelector('footer a')?.getAttribute('href')).toBe('https://www.coingecko.com/');
});

test('a full list takes no more, and says so', async () => {
  await watchListItem.update(() => Array.from({ length: WATCH_LIST_LIMIT }, (_, index) => `coin-${index}`));
  answers.tab = () => PAGE_NOTES;
  const body = await drawPopup();
  await press('Watch Cardano');
  expect((await watchListItem.read()).length).toBe(WATCH_LIST_LIMIT);
  expect(body.querySelector('[role=status].notice:not([hidden])')?.textContent).toContain(
    'Your list is full',
  );
});

test('the whole popup is accessible', async () => {
  answers.tab = () => PAGE_NOTES;
  await drawPopup();
  await press('Stop watching Solana');
  expect(await findAxeViolations(document.documentElement)).toEqual([]);
});
