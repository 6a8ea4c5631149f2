import { formatNotionalUsd } from '../domain/format.ts';
import { formatTimeOfDay } from '../domain/format-time.ts';
import type { Liquidation } from '../domain/liquidations/liquidation.ts';
import { uiLocale } from './locale.ts';
import { toSideText } from './side-text.ts';
import { toSourceName } from './source-name.ts';
import { message } from './strings.ts';

/** The largest order of the whole market: `Largest order seen: $4.50M of ETH, short, on Binance at 05:38`. */
export const toLargestOrderText = (
  { notionalUsd, side, venueId, atMs }: Liquidation,
  symbol: string,
): string =>
  message(
    'marketLargest',
    formatNotionalUsd(notionalUsd, uiLocale()),
    symbol,
    toSideText(side),
    toSourceName(venueId),
    formatTimeOfDay(atMs, uiLocale()),
  );
