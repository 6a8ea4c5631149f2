import {
  formatChange,
  formatChangeSpoken,
  formatNotionalUsd,
  formatNotionalUsdSpoken,
  formatPriceShort,
  formatPriceSpoken,
  formatWholePercent,
} from '../../domain/format.ts';
import type { LiquidationSum } from '../../domain/liquidations/window.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import type { Money } from '../../domain/market/money.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { findVenueId, type Mention } from '../../domain/mentions/mention.ts';
import type { Market } from '../../platform/protocol.ts';
import { absenceMessage } from '../../ui/absence-message.ts';
import { toVenueCoverageText } from '../../ui/coverage-text.ts';
import { findSymbol, toCoinReading, toMoney, toPriceFreshness, toVenueReading } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';

/** What a chip shows, ready to be written. `label` is the whole of it in words. */
export interface ChipFigure {
  readonly value: string;
  /** Which way the change goes; empty where it goes nowhere. */
  readonly arrow: string;
  readonly change: string | null;
  readonly direction: 'up' | 'down' | 'flat';
  readonly state: 'live' | 'stale' | 'unknown' | 'pending';
  readonly label: string;
}

const DASH = '—';
const ARROWS = { up: '▲', down: '▼', flat: '' } as const;
const MOVES = { up: 'chipRose', down: 'chipFell' } as const;

const toAbsentFigure = (name: string, absence: Absence): ChipFigure => ({
  value: DASH,
  arrow: '',
  change: null,
  direction: 'flat',
  state: absence === 'pending' ? 'pending' : 'unknown',
  label: message('chipUnknown', name, absenceMessage(absence)),
});

/** The direction that the rounded text shows: a change that reads 0.0 % points nowhere. */
const directionOf = (change: number): 'up' | 'down' | 'flat' => {
  if (Math.abs(change) < 0.0005) return 'flat';
  return change > 0 ? 'up' : 'down';
};

/** Price, move and state as one would say them. */
const toQuoteLabel = (
  { name, priceUsd, change24h }: Quote,
  direction: ChipFigure['direction'],
  money: Money,
  state: string,
  locale: string,
): string => {
  const price = formatPriceSpoken(priceUsd, money, locale);
  if (change24h === null) return message('chipPrice', name, price, state);
  return direction === 'flat'
    ? message('chipUnchanged', name, price, state)
    : message(MOVES[direction], name, price, formatChangeSpoken(change24h, locale), state);
};

const toQuoteFigure = (quote: Quote, money: Money, nowMs: number, locale: string): ChipFigure => {
  const { priceUsd, change24h } = quote;
  const state = toPriceFreshness(quote, nowMs) === 'live' ? 'live' : 'stale';
  const direction = change24h === null ? 'flat' : directionOf(change24h);
  const stateText = message(state === 'live' ? 'stateLive' : 'stateStale');
  return {
    value: formatPriceShort(priceUsd, money, locale),
    arrow: ARROWS[direction],
    change: change24h === null ? null : formatChange(change24h, locale),
    direction,
    state,
    label: toQuoteLabel(quote, direction, money, stateText, locale),
  };
};

/** The larger side's part of the sum: `91% short`. */
const toSplit = ({ longUsd, shortUsd }: LiquidationSum, locale: string): string | null => {
  if (longUsd + shortUsd === 0) return null;
  const part = formatWholePercent(Math.max(longUsd, shortUsd) / (longUsd + shortUsd), locale);
  return message(longUsd > shortUsd ? 'chipLong' : 'chipShort', part);
};

const toLiquidationFigure = (
  name: string,
  sum: LiquidationSum,
  coverage: string,
  isPending: boolean,
  nowMs: number,
  locale: string,
): ChipFigure => {
  // Until every coin of the page has been asked for, the sum is still growing.
  const freshness = toFreshness('liquidations', sum.untilMs, nowMs);
  const state = isPending ? 'pending' : freshness;
  const total = formatNotionalUsd(sum.longUsd + sum.shortUsd, locale);
  const [spoken = '', long = '', short = ''] = [sum.longUsd + sum.shortUsd, sum.longUsd, sum.shortUsd].map(
    (usd) => formatNotionalUsdSpoken(usd, locale),
  );
  const stateText = message(freshness === 'live' ? 'stateLive' : 'stateStale');
  return {
    value: message('chipLiquidations', total),
    arrow: '',
    change: toSplit(sum, locale),
    direction: 'flat',
    state,
    label: message('chipLiquidationsLabel', name, spoken, long, short, stateText, coverage),
  };
};

/** The chip of a coin shows its price and day's change; that of a venue what was liquidated there, as far as seen. */
export const toChipFigure = (
  mention: Mention,
  name: string,
  market: Market | null,
  nowMs: number,
  locale: string,
): ChipFigure => {
  const venueId = findVenueId(mention.id);
  if (venueId === null) {
    const { quote, absence } = toCoinReading(market, mention.id);
    return quote
      ? toQuoteFigure(quote, toMoney(market), nowMs, locale)
      : toAbsentFigure(name, absence ?? 'pending');
  }
  const { sum, totals, absence } = toVenueReading(market, venueId);
  return sum
    ? toLiquidationFigure(name, sum, toVenueCoverageText(totals) ?? '', absence === 'pending', nowMs, locale)
    : toAbsentFigure(name, absence ?? 'pending');
};

/** The same figure where the words that it belongs to are not beside it: a coin by its ticker, a venue by its name. */
export const toNamedFigure = (
  figure: ChipFigure,
  { id }: Mention,
  name: string,
  market: Market | null,
): ChipFigure => ({
  ...figure,
  value: `${(findVenueId(id) === null && findSymbol(market, id)) || name} ${figure.value}`,
});
