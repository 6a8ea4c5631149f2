import { formatNotionalUsd } from '../../domain/format.ts';
import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { toCoverageText } from '../../ui/coverage-text.ts';
import { uiLocale } from '../../ui/locale.ts';
import { message } from '../../ui/strings.ts';

export interface LiquidationRowProps {
  /** Of the venue on a coin's card, of the coin on a venue's. */
  readonly name: string;
  readonly total: LiquidationTotal;
  readonly nowMs: number;
}

/** Names the columns of the rows below. Each figure says its side itself when it is read aloud. */
export const LiquidationHead = () => (
  <li class="row head" aria-hidden="true">
    <span />
    <span class="side mn-label">{message('liquidationsLong')}</span>
    <span class="side mn-label">{message('liquidationsShort')}</span>
    <span class="coverage" />
  </li>
);

/** One total by side, with its coverage and age. */
export const LiquidationRow = ({ name, total, nowMs }: LiquidationRowProps) => {
  const usd = (notionalUsd: number): string => formatNotionalUsd(notionalUsd, uiLocale());
  const freshness = toFreshness('liquidations', total.untilMs, nowMs);
  return (
    <li class={`row mn-${freshness}`}>
      <span>{name}</span>
      <span class="side">
        <span class="mn-hidden">{message('liquidationsLong')} </span>
        {usd(total.longUsd)}
      </span>
      <span class="side">
        <span class="mn-hidden">{message('liquidationsShort')} </span>
        {usd(total.shortUsd)}
      </span>
      <span class="coverage">
        {toCoverageText(total)} · {toAgeText(total.untilMs, freshness, nowMs)}
      </span>
    </li>
  );
};
