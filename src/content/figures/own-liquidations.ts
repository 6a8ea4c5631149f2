import type { Figure } from '../../domain/figures/figure.ts';
import { formatNotionalUsd } from '../../domain/format.ts';
import { formatTimeOfDay } from '../../domain/format-time.ts';
import type { LiquidationSum } from '../../domain/liquidations/window.ts';
import { mergeSums, sumTotals } from '../../domain/liquidations/window.ts';
import { WINDOW_MS } from '../../domain/liquidations/window-length.ts';
import type { Absence } from '../../domain/market/absence.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { findVenueId } from '../../domain/mentions/mention.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { toVenueCoverageText } from '../../ui/coverage-text.ts';
import { toDottedText, toListText } from '../../ui/list-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import { findSymbol, toVenueReading } from '../../ui/reading.ts';
import { toSideText } from '../../ui/side-text.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import { toVenueNames } from '../../ui/venue-names.ts';
import type { PageFacts } from '../page-facts.ts';
import { type OwnFigure, toAbsentFigure } from './own-figure.ts';
import { toSpanText } from './window-text.ts';

/** What was seen in 24 hours of the market, of one coin, at one exchange, or of one coin at one exchange. */
interface Seen {
  readonly sum: LiquidationSum | null;
  readonly absence: Absence;
  /** Where, and how much of the window. */
  readonly places: string;
}

const ofVenue = (venueId: string, coinId: string | null, facts: PageFacts): Seen => {
  const { sum, totals, absence } = toVenueReading(facts.market(), venueId);
  const wanted = coinId === null ? totals : totals.filter((total) => total.coinId === coinId);
  const coverage = toVenueCoverageText(wanted);
  return {
    sum: coinId === null ? sum : sumTotals(wanted),
    absence: absence ?? 'none-seen',
    places: toListText([toSourceName(venueId), ...(coverage === null ? [] : [coverage])]),
  };
};

const ofMarket = (coinId: string | null, facts: PageFacts): Seen => {
  const venues = facts.market()?.venues ?? [];
  const sum =
    coinId === null
      ? mergeSums(venues.flatMap(({ sum: each }) => each ?? []))
      : sumTotals(venues.flatMap(({ totals }) => totals.filter((total) => total.coinId === coinId)));
  return {
    sum,
    absence: 'pending',
    places: sum ? message('liquidationsOn', toVenueNames(sum.venueIds)) : '',
  };
};

const see = ({ venue, coins }: Figure, facts: PageFacts): Seen => {
  const venueId = venue && findVenueId(venue);
  const [coinId = null] = coins.length === 1 ? coins : [];
  return venueId ? ofVenue(venueId, coinId, facts) : ofMarket(coinId, facts);
};

const toFigure = (value: string, note: readonly string[], atMs: number, facts: PageFacts): OwnFigure => {
  const freshness = toFreshness('liquidations', atMs, facts.nowMs());
  const age = toAgeText(atMs, freshness, facts.nowMs());
  return { name: null, value, absence: null, freshness, since: null, note: toDottedText([...note, age]) };
};

/** What was closed by force in the last 24 hours, on the story's side where it names one: a floor. */
export const toLiquidationsNow = (figure: Figure, facts: PageFacts): OwnFigure => {
  const { sum, absence, places } = see(figure, facts);
  if (!sum) return toAbsentFigure(null, absence);
  const usd =
    figure.side === null ? sum.longUsd + sum.shortUsd : figure.side === 'long' ? sum.longUsd : sum.shortUsd;
  const value = message('liquidationsAtLeast', formatNotionalUsd(usd, uiLocale()));
  const side = figure.side === null ? [] : [toSideText(figure.side)];
  return toFigure(value, [...side, toSpanText(WINDOW_MS), places], sum.untilMs, facts);
};

/** The largest order that was seen in the last 24 hours where the story speaks of one. */
export const toLargestOrderNow = (figure: Figure, facts: PageFacts): OwnFigure => {
  const { sum, absence } = see(figure, facts);
  if (!sum?.largest) return toAbsentFigure(null, sum ? 'none-seen' : absence);
  const { notionalUsd, coinId, side, venueId, atMs } = sum.largest;
  const note = [
    findSymbol(facts.market(), coinId) ?? coinId,
    toSideText(side),
    message('figureOrderAt', toSourceName(venueId), formatTimeOfDay(atMs, uiLocale())),
    toSpanText(WINDOW_MS),
  ];
  return toFigure(formatNotionalUsd(notionalUsd, uiLocale()), note, sum.untilMs, facts);
};
