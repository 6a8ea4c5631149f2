import {
  formatChange,
  formatNotionalUsd,
  formatPriceUsd,
  formatPriceUsdShort,
} from '../../src/domain/format.ts';
import { findVenueId } from '../../src/domain/mentions/mention.ts';
import type { Market } from '../market/market.ts';
import { toDisplayedPrice } from '../market/scenario.ts';
import { toCoinGeckoTime } from '../market/venues/coingecko.ts';
import type { Item, Report } from './report.ts';

const LOCALE = 'en-US';
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

interface TrueFigures {
  readonly priceUsd: number;
  readonly change24h: number;
}

/** What was true of a coin, at each time at which the market was asked. */
const toTrueFigures = (market: Market, coinId: string): TrueFigures[] => {
  const asked = market.requests.filter(({ path }) => path.startsWith('/api/v3/coins/markets'));
  return [...new Set(asked.map(({ atMs }) => toCoinGeckoTime(atMs)))].map((atMs) => {
    const { priceUsd, change24h } = market.scenario.quote(coinId, atMs);
    return { priceUsd: toDisplayedPrice(priceUsd), change24h };
  });
};

/** Every sum that is true of a venue: its whole hours inside the day, at each time at which it was asked. */
const toTrueSums = (market: Market, venueId: string): string[] => {
  const asked = market.requests.filter(({ path }) => path.includes('/contract_stats'));
  return [...new Set(asked.map(({ atMs }) => atMs))].map((atMs) => {
    const fromMs = Math.ceil((atMs - DAY_MS) / HOUR_MS) * HOUR_MS;
    const { longUsd, shortUsd } = market.scenario.liquidationTotal({ venueId }, fromMs, atMs);
    return formatNotionalUsd(longUsd + shortUsd, LOCALE);
  });
};

/** What is read of a chip: arrows are shapes, and the mark of a floor is not part of the figure. */
const toDigits = (text: string): string =>
  text.replaceAll(/[▲▼≥]/g, ' ').replace(' liq.', '').replaceAll(/\s+/g, ' ').trim();

const findWrongChip = ({ id, text }: Report['chips'][number], market: Market): string[] => {
  const venueId = findVenueId(id);
  // The sums of a venue that is not read are unknown, and no figure may stand there.
  const truths =
    venueId === null
      ? toTrueFigures(market, id).map(
          ({ priceUsd, change24h }) =>
            `${formatPriceUsdShort(priceUsd, LOCALE)} ${formatChange(change24h, LOCALE)}`,
        )
      : venueId === 'gate'
        ? toTrueSums(market, venueId)
        : ['—'];
  return truths.includes(toDigits(text))
    ? []
    : [`chip of ${id}: ${text}; the market: ${truths.join(' or ')}`];
};

const findWrongItem = ({ id, text }: Item, market: Market): string[] => {
  const truths = toTrueFigures(market, id).map(({ priceUsd }) => formatPriceUsd(priceUsd, LOCALE));
  return truths.some((truth) => text.includes(truth))
    ? []
    : [`${id}: ${text}; the market: ${truths.join(' or ')}`];
};

/** What the report shows that is not what the simulated market served, a line each. */
export const findWrongFigures = (report: Report, market: Market): string[] => [
  ...report.chips.flatMap((chip) => findWrongChip(chip, market)),
  ...[...report.ticker.items, ...report.popup].flatMap((item) => findWrongItem(item, market)),
];
