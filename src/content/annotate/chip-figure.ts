import { formatChange, formatNotionalUsd, formatPriceShort } from '../../domain/format.ts';
import { type LiquidationSum, sumTotals } from '../../domain/liquidations/window.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import type { Money } from '../../domain/market/money.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { findVenueId, type Mention } from '../../domain/mentions/mention.ts';
import type { Market } from '../../platform/protocol.ts';
import { absenceMessage } from '../../ui/absence-message.ts';
import { toMoney } from '../../ui/money.ts';
import { toCoinReading, toPriceFreshness, toVenueReading } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';

/** What a chip shows, ready to be written. `label` is the whole of it in words. */
export interface ChipFigure {
  readonly value: string;
  readonly change: string | null;
  readonly direction: 'up' | 'down' | 'flat';
  readonly state: 'live' | 'stale' | 'unknown' | 'pending';
  readonly label: string;
}

const DASH = '—';
const ARROWS = { up: '▲', down: '▼', flat: '' } as const;

const toAbsentFigure = (name: string, absence: Absence): ChipFigure => ({
  value: DASH,
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

const toQuoteFigure = (quote: Quote, money: Money, nowMs: number, locale: string): ChipFigure => {
  const freshness = toPriceFreshness(quote, nowMs);
  const state = freshness === 'live' ? 'live' : 'stale';
  const price = formatPriceShort(quote.priceUsd, money, locale);
  const stateText = message(state === 'live' ? 'stateLive' : 'stateStale');
  if (quote.change24h === null) {
    const label = message('chipPrice', quote.name, price, stateText);
    return { value: price, change: null, direction: 'flat', state, label };
  }
  const direction = directionOf(quote.change24h);
  const change = formatChange(quote.change24h, locale);
  return {
    value: price,
    change: `${ARROWS[direction]}${change}`,
    direction,
    state,
    label: message('chipPriceAndChange', quote.name, price, change, stateText),
  };
};

const toLiquidationFigure = (
  name: string,
  sum: LiquidationSum,
  nowMs: number,
  locale: string,
): ChipFigure => {
  const state = toFreshness('liquidations', sum.untilMs, nowMs);
  const total = formatNotionalUsd(sum.longUsd + sum.shortUsd, locale);
  const long = formatNotionalUsd(sum.longUsd, locale);
  const short = formatNotionalUsd(sum.shortUsd, locale);
  const stateText = message(state === 'live' ? 'stateLive' : 'stateStale');
  return {
    value: message('chipLiquidations', total),
    change: null,
    direction: 'flat',
    state,
    label: message('chipLiquidationsLabel', name, total, long, short, stateText),
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
  const { totals, absence } = toVenueReading(market, venueId);
  const sum = sumTotals(totals);
  return sum ? toLiquidationFigure(name, sum, nowMs, locale) : toAbsentFigure(name, absence ?? 'pending');
};
