import {
  formatChange,
  formatNotionalUsd,
  formatPrice,
  formatPriceShort,
  formatWholePercent,
} from '../../src/domain/format.ts';
import type { KeyedOrder } from '../../src/domain/liquidations/keyed-order.ts';
import { US_DOLLARS } from '../../src/domain/market/money.ts';
import { findVenueId } from '../../src/domain/mentions/mention.ts';
import { getCoin } from '../market/coin-universe.ts';
import { toTick } from '../market/decimal.ts';
import type { ForcedOrder } from '../market/liquidation-tape.ts';
import type { Market } from '../market/market.ts';
import { toDisplayedPrice } from '../market/scenario.ts';
import { toCoinGeckoTime } from '../market/venues/coingecko.ts';
import { hearStreamedDay } from './day-log.ts';
import type { Item, Report } from './report.ts';

const LOCALE = 'en-US';
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** Venues whose day is in the log because their streams were heard. */
const STREAMED = ['bybit', 'binance'];

interface TrueFigures {
  readonly pricesUsd: readonly number[];
  readonly changes24h: readonly number[];
}

/** The times at which the market was asked for something. */
const timesOf = (market: Market, isAsked: (url: URL) => boolean): number[] =>
  market.requests
    .filter(({ host, path }) => isAsked(new URL(path, `https://${host}`)))
    .map(({ atMs }) => atMs);

/** What CoinGecko said of a coin, each time that it was asked. */
const toCoinGeckoQuotes = (market: Market, coinId: string) =>
  timesOf(market, ({ pathname }) => pathname === '/api/v3/coins/markets').map((atMs) =>
    market.scenario.quote(coinId, toCoinGeckoTime(atMs)),
  );

/** What Coinbase said of a coin, each time that it was asked for it. */
const toCoinbasePrices = (market: Market, coinId: string): number[] => {
  const path = `/products/${getCoin(coinId).symbol}-USD/stats`;
  return timesOf(market, ({ pathname }) => pathname === path).map((atMs) =>
    toTick(market.scenario.priceUsd(coinId, atMs)),
  );
};

/** What Binance said of a coin, in dollars at each rate that was known of its USDT. */
const toBinancePrices = (market: Market, coinId: string): number[] => {
  const symbol = `${getCoin(coinId).symbol}USDT`;
  const rates = [
    ...toCoinGeckoQuotes(market, 'tether').map(({ priceUsd }) => toDisplayedPrice(priceUsd)),
    ...toCoinbasePrices(market, 'tether'),
  ];
  return timesOf(market, ({ pathname, searchParams }) => {
    const symbols = searchParams.get('symbols');
    return pathname === '/api/v3/ticker/24hr' && JSON.parse(symbols ?? '[]').includes(symbol);
  }).flatMap((atMs) => rates.map((rate) => toTick(market.scenario.priceUsd(coinId, atMs)) * rate));
};

/** Every price that some source truly gave, and every change that CoinGecko did. */
const toTrueFigures = (market: Market, coinId: string): TrueFigures => {
  const quotes = toCoinGeckoQuotes(market, coinId);
  return {
    pricesUsd: [
      ...quotes.map(({ priceUsd }) => toDisplayedPrice(priceUsd)),
      ...toBinancePrices(market, coinId),
      ...toCoinbasePrices(market, coinId),
    ],
    changes24h: quotes.map(({ change24h }) => change24h),
  };
};

interface Split {
  readonly longUsd: number;
  readonly shortUsd: number;
}

const NOTHING: Split = { longUsd: 0, shortUsd: 0 };

const addOrder = ({ longUsd, shortUsd }: Split, order: KeyedOrder | ForcedOrder): Split =>
  order.side === 'long'
    ? { longUsd: longUsd + order.notionalUsd, shortUsd }
    : { longUsd, shortUsd: shortUsd + order.notionalUsd };

/** Every sum that is true of a venue: its whole hours inside the day, at each time at which it was asked. */
const toPublishedSums = (market: Market, venueId: string): Split[] => {
  const asked = market.requests.filter(({ path }) => path.includes('/contract_stats'));
  return [...new Set(asked.map(({ atMs }) => atMs))].map((atMs) => {
    const fromMs = Math.ceil((atMs - DAY_MS) / HOUR_MS) * HOUR_MS;
    return market.scenario.liquidationTotal({ venueId }, fromMs, atMs);
  });
};

/** What a stream tells of the day up to each second since the market runs. The seconds before it was open are missed. */
const toStreamedSums = (market: Market, venueId: string): Split[] => {
  const { anchorMs } = market.scenario;
  const nowMs = market.clock.nowMs();
  const heard = hearStreamedDay(market.scenario, venueId);
  // Only the edge of the day moves: what lies behind it is the same in every second.
  const edgeMs = nowMs - DAY_MS;
  const inner = heard.filter(({ atMs }) => atMs >= edgeMs).reduce(addOrder, NOTHING);
  const edge = heard.filter(({ atMs }) => atMs < edgeMs);
  const later = market.scenario.orders({ venueId }, anchorMs, nowMs);
  const seconds = Math.ceil((nowMs - anchorMs) / 1000);
  return Array.from({ length: seconds + 1 }, (_, second) => {
    const atMs = anchorMs + second * 1000;
    const ofDay = edge.filter((order) => order.atMs >= atMs - DAY_MS).reduce(addOrder, inner);
    return [ofDay, later.filter((order) => order.atMs <= atMs).reduce(addOrder, ofDay)];
  }).flat();
};

const toTrueSumsOf = (market: Market, venueId: string): Split[] => {
  if (venueId === 'gate') return toPublishedSums(market, venueId);
  return STREAMED.includes(venueId) ? toStreamedSums(market, venueId) : [];
};

const toSumText = ({ longUsd, shortUsd }: Split): string => {
  const part = formatWholePercent(Math.max(longUsd, shortUsd) / (longUsd + shortUsd), LOCALE);
  return `≥ ${formatNotionalUsd(longUsd + shortUsd, LOCALE)} liq. ${part} ${longUsd > shortUsd ? 'long' : 'short'}`;
};

/** The sums of a venue that is not read are unknown, and no figure may stand there. */
const toVenueTexts = (market: Market, venueId: string): string[] => {
  const sums = toTrueSumsOf(market, venueId);
  return sums.length > 0 ? [...new Set(sums.map(toSumText))] : ['—'];
};

const withoutSpaces = (text: string): string => text.replaceAll(/\s+/g, '');

/** What is read of a coin's chip: its arrows are shapes. */
const toDigits = (text: string): string => text.replaceAll(/[▲▼]/g, ' ').replaceAll(/\s+/g, ' ').trim();

const toChipTexts = ({ pricesUsd, changes24h }: TrueFigures): string[] => [
  ...new Set(
    pricesUsd.flatMap((priceUsd) =>
      changes24h.map(
        (change24h) => `${formatPriceShort(priceUsd, US_DOLLARS, LOCALE)} ${formatChange(change24h, LOCALE)}`,
      ),
    ),
  ),
];

const findWrongChip = ({ id, text }: Report['chips'][number], market: Market): string[] => {
  const venueId = findVenueId(id);
  const truths = venueId === null ? toChipTexts(toTrueFigures(market, id)) : toVenueTexts(market, venueId);
  const isTrue =
    venueId === null
      ? truths.includes(toDigits(text))
      : truths.some((truth) => withoutSpaces(truth) === withoutSpaces(text));
  return isTrue ? [] : [`chip of ${id}: ${text}; the market: ${truths.join(' or ')}`];
};

const findWrongItem = ({ id, text }: Item, market: Market): string[] => {
  const { pricesUsd } = toTrueFigures(market, id);
  const truths = [...new Set(pricesUsd.map((priceUsd) => formatPrice(priceUsd, US_DOLLARS, LOCALE)))];
  return truths.some((truth) => text.includes(truth))
    ? []
    : [`${id}: ${text}; the market: ${truths.join(' or ')}`];
};

/** What the report shows that is not what the simulated market served, a line each. */
export const findWrongFigures = (report: Report, market: Market): string[] => [
  ...report.chips.flatMap((chip) => findWrongChip(chip, market)),
  ...[...report.ticker.items, ...report.popup].flatMap((item) => findWrongItem(item, market)),
];
