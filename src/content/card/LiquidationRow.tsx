import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { toFreshness } from '../../domain/market/freshness.ts';
import { toAgeText } from '../../ui/age-text.ts';
import { toCoverageText } from '../../ui/coverage-text.ts';
import { toDottedText } from '../../ui/list-text.ts';
import { SideRow } from './SideRow.tsx';

export interface LiquidationRowProps {
  /** Of the venue on a coin's card, of the coin on a venue's. */
  readonly name: string;
  readonly total: LiquidationTotal;
  readonly nowMs: number;
}

/** One total by side, with its coverage and age. */
export const LiquidationRow = ({ name, total, nowMs }: LiquidationRowProps) => {
  const freshness = toFreshness('liquidations', total.untilMs, nowMs);
  const note = toDottedText([toCoverageText(total), toAgeText(total.untilMs, freshness, nowMs)]);
  return <SideRow name={name} sides={total} freshness={freshness} note={note} />;
};
