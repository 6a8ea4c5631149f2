import { formatWholePercent } from '../domain/format.ts';
import { formatTimeOfDay } from '../domain/format-time.ts';
import { type Covering, toCoverageLabel, toCoveredPart } from '../domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../domain/liquidations/liquidation.ts';
import { sortBySum } from '../domain/liquidations/table.ts';
import { WINDOW_MS } from '../domain/liquidations/window-length.ts';
import { uiLocale } from './locale.ts';
import { message } from './strings.ts';

const HOUR_MS = 3_600_000;

/** How much of the window a figure covers, in words: `full 24 h`, `sampled`, `live since 14:05 (4% of 24 h)`. */
export const toCoveringText = (
  covering: Covering & { readonly fromMs: number },
  windowMs: number,
): string => {
  const since = formatTimeOfDay(covering.fromMs, uiLocale());
  const hours = String(windowMs / HOUR_MS);
  switch (toCoverageLabel(covering, windowMs)) {
    case 'full':
      return message('coverageFullWindow', hours);
    case 'sampled':
      return message('coverageSampled');
    case 'live':
      return message(
        'coverageLive',
        since,
        formatWholePercent(toCoveredPart(covering, windowMs), uiLocale()),
        hours,
      );
    case 'key':
      return message('coverageKey', 'Coinalyze');
    case 'since':
      return message('coverageSince', since);
  }
};

/** How much of the day a total covers, in words. */
export const toCoverageText = (total: LiquidationTotal): string => toCoveringText(total, WINDOW_MS);

/** The coverage of a venue over its coins: that of the coin with most of the sum. */
export const toVenueCoverageText = (totals: readonly LiquidationTotal[]): string | null => {
  const [largest] = sortBySum(totals);
  return largest ? toCoverageText(largest) : null;
};
