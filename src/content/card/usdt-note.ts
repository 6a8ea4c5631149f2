import { formatPrice } from '../../domain/format.ts';
import { isOffPeg, US_DOLLARS } from '../../domain/market/money.ts';
import { uiLocale } from '../../ui/locale.ts';
import { message } from '../../ui/strings.ts';

/**
 * What is to be said of a price that was made in USDT: its rate once that is more than 0.2 % away from the dollar, and that
 * nobody told the rate. Null where there is nothing to say; undefined stands for a price made in dollars.
 */
export const toUsdtNote = (usdtUsd: number | null | undefined): string | null => {
  if (usdtUsd === undefined) return null;
  if (usdtUsd === null) return message('cardUsdtUnknown');
  return isOffPeg(usdtUsd) ? message('cardUsdt', formatPrice(usdtUsd, US_DOLLARS, uiLocale())) : null;
};
