import { formatPriceShort } from '../../domain/format.ts';
import type { Quote } from '../../domain/market/quote.ts';
import { uiLocale } from '../../ui/locale.ts';
import { useMoney } from '../../ui/money.ts';
import { message } from '../../ui/strings.ts';

/** The day's lowest and highest price with a marker where the price stands; nothing when the source has no range. */
export const DayRange = ({ quote }: { readonly quote: Quote }) => {
  const money = useMoney();
  const { low24hUsd, high24hUsd, priceUsd } = quote;
  if (low24hUsd === null || high24hUsd === null) return null;
  const low = formatPriceShort(low24hUsd, money, uiLocale());
  const high = formatPriceShort(high24hUsd, money, uiLocale());
  // Range and price are read a moment apart: the price may stand a little outside.
  const share = high24hUsd > low24hUsd ? (priceUsd - low24hUsd) / (high24hUsd - low24hUsd) : 0.5;
  const inlineStart = `${100 * Math.min(1, Math.max(0, share))}%`;
  return (
    <div class="range">
      <span class="label">{message('cardRange')}</span>
      <span class="track" aria-hidden="true">
        <span class="marker" style={{ insetInlineStart: inlineStart }} />
      </span>
      <span class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </span>
      <span class="mn-hidden">{message('cardRangeSpoken', low, high)}</span>
    </div>
  );
};
