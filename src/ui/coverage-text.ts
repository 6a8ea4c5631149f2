import { formatTimeOfDay, formatWholePercent } from '../domain/format.ts';
import { toCoverageLabel, toCoveredPart } from '../domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../domain/liquidations/liquidation.ts';
import { sortBySum } from '../domain/liquidations/table.ts';
import { uiLocale } from './locale.ts';
import { message } from './strings.ts';

/** How much of the day a figure covers, in words: `full 24 h`, `sampled`, `live since 14:05 (4% of 24 h)`. */
export const toCoverageText = (total: LiquidationTotal): string => {
  const since = formatTimeOfDay(total.fromMs, uiLocale());
  switch (toCoverageLabel(total)) {
    case 'full':
      return message('coverageFullWindow');
    case 'sampled':
      return message('coverageSampled');
    case 'live':
      return message('coverageLive', since, formatWholePercent(toCoveredPart(total), uiLocale()));
    case 'key':
      return message('coverageKey', 'Coinalyze');
    case 'since':
      return message('coverageSince', since);
  }
};

/** The coverage of a venue over its coins: that of the coin with most of the sum. */
export const toVenueCoverageText = (totals: readonly LiquidationTotal[]): string | null => {
  const [largest] = sortBySum(totals);
  return largest ? toCoverageText(largest) : null;
};
