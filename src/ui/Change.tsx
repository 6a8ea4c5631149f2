import { formatChange } from '../domain/format.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { Freshness } from '../domain/market/freshness.ts';
import { Figure } from './Figure.tsx';
import { uiLocale } from './locale.ts';
import { type MessageName, message } from './strings.ts';

export interface ChangeProps {
  /** 0.062 is +6.2 %. */
  readonly fraction: number | null;
  readonly over: Extract<MessageName, 'change1h' | 'change24h' | 'change7d' | 'cardSince'>;
  readonly freshness: Freshness;
  readonly absence: Absence | null;
}

type Direction = 'up' | 'down' | 'flat';

/** By the digits that are shown: what reads 0.0% has no direction. */
const toDirection = (fraction: number): Direction => {
  const permille = Math.round(fraction * 1000);
  if (permille === 0) return 'flat';
  return permille > 0 ? 'up' : 'down';
};

/** A drawn triangle has the same shape and place in every font. A flat change keeps the place empty. */
const ARROW_PATHS: Record<Direction, string> = { up: 'M0 7 4 0 8 7Z', down: 'M0 0 8 0 4 7Z', flat: '' };

/** A change of price, told by sign and shape; colour only repeats it. The period is spoken, its label is the caller's. */
export const Change = ({ fraction, over, freshness, absence }: ChangeProps) => {
  if (fraction === null)
    return (
      <Figure freshness="unknown" absence={absence}>
        {null}
      </Figure>
    );
  const direction = toDirection(fraction);
  return (
    <Figure freshness={freshness} absence={absence}>
      <span class={`mn-change mn-${direction}`}>
        <svg class="mn-arrow" viewBox="0 0 8 7" aria-hidden="true">
          <path d={ARROW_PATHS[direction]} />
        </svg>
        <span class="mn-hidden">{message(over)} </span>
        {formatChange(fraction, uiLocale())}
      </span>
    </Figure>
  );
};
