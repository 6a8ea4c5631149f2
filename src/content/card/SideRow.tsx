import { formatNotionalUsd } from '../../domain/format.ts';
import type { Freshness } from '../../domain/market/freshness.ts';
import { uiLocale } from '../../ui/locale.ts';
import { message } from '../../ui/strings.ts';

export interface SideRowProps {
  readonly name: string;
  /** In dollars, by side of the position closed; null when nothing is known. */
  readonly sides: { readonly longUsd: number; readonly shortUsd: number } | null;
  readonly freshness: Freshness;
  /** Coverage and age, or why nothing is known. */
  readonly note: string;
}

/** What was liquidated of one coin or at one exchange. Each figure says its side itself when it is read aloud. */
export const SideRow = ({ name, sides, freshness, note }: SideRowProps) => (
  <li class={sides ? `row mn-${freshness}` : 'row absent'}>
    <span>{name}</span>
    {sides && (
      <>
        <span class="side">
          <span class="mn-hidden">{message('liquidationsLong')} </span>
          {formatNotionalUsd(sides.longUsd, uiLocale())}
        </span>
        <span class="side">
          <span class="mn-hidden">{message('liquidationsShort')} </span>
          {formatNotionalUsd(sides.shortUsd, uiLocale())}
        </span>
      </>
    )}
    <span class="coverage">{note}</span>
  </li>
);

/** Names the columns of the rows below. */
export const SideHead = () => (
  <li class="row head" aria-hidden="true">
    <span />
    <span class="side mn-label">{message('liquidationsLong')}</span>
    <span class="side mn-label">{message('liquidationsShort')}</span>
    <span class="coverage" />
  </li>
);
