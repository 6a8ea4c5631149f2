import { formatFundingRate, formatNotionalUsd } from '../../domain/format.ts';
import type { Derivatives } from '../../domain/market/derivatives.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';
import type { PageFacts } from '../page-facts.ts';
import { type OwnFigure, toAbsentFigure } from './own-figure.ts';
import { toSpanText } from './window-text.ts';

const toVenueFigure = (value: string, { venueId, atMs }: Derivatives, facts: PageFacts): OwnFigure => {
  const freshness = toFreshness('derivatives', atMs, facts.nowMs());
  return {
    name: toSourceName(venueId),
    value,
    absence: null,
    freshness,
    since: null,
    note: toAgeText(atMs, freshness, facts.nowMs()),
  };
};

const ofCoin = (
  coinId: string,
  toValue: (derivatives: Derivatives) => string,
  facts: PageFacts,
): OwnFigure[] => {
  const known = facts.market()?.derivatives.filter((each) => each.coinId === coinId) ?? [];
  if (known.length === 0) return [toAbsentFigure(null, 'pending')];
  return known.map((each) => toVenueFigure(toValue(each), each, facts));
};

/** What is open in perpetual contracts, by exchange. */
export const toOpenInterestNow = (coinId: string, facts: PageFacts): OwnFigure[] =>
  ofCoin(coinId, ({ openInterestUsd }) => formatNotionalUsd(openInterestUsd, uiLocale()), facts);

/** What longs pay shorts at the end of each interval, by exchange. */
export const toFundingNow = (coinId: string, facts: PageFacts): OwnFigure[] =>
  ofCoin(
    coinId,
    ({ fundingRate, fundingIntervalMs }) =>
      message('cardFunding', formatFundingRate(fundingRate, uiLocale()), toSpanText(fundingIntervalMs)),
    facts,
  );
