import { formatAge, formatFundingRate, formatNotionalUsd } from '../../domain/format.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import type { Market } from '../../platform/protocol.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import { toSourceName } from '../../ui/source-name.ts';
import { message } from '../../ui/strings.ts';

export interface CoinDerivativesProps {
  readonly coinId: string;
  readonly market: Market | null;
  readonly nowMs: number;
}

/** How much is open in a coin's perpetuals, and what holding a long costs; nothing where no venue lists one. */
export const CoinDerivatives = ({ coinId, market, nowMs }: CoinDerivativesProps) => {
  const figures = (market?.derivatives ?? []).filter((each) => each.coinId === coinId);
  if (figures.length === 0) return null;
  return (
    <section>
      <h3>{message('cardDerivatives')}</h3>
      <ul class="rows derivatives">
        {figures.map(({ venueId, openInterestUsd, fundingRate, fundingIntervalMs, atMs }) => {
          const freshness = toFreshness('derivatives', atMs, nowMs);
          return (
            <li key={venueId} class={`row mn-${freshness}`}>
              <span>{toSourceName(venueId)}</span>
              <span class="side">{formatNotionalUsd(openInterestUsd, uiLocale())}</span>
              <span class="coverage">
                {message(
                  'cardFunding',
                  formatFundingRate(fundingRate, uiLocale()),
                  formatAge(fundingIntervalMs, uiLocale()),
                )}{' '}
                · {toAgeText(atMs, freshness, nowMs)}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="explained">{message('cardDerivativesExplained')}</p>
    </section>
  );
};
