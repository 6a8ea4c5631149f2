import type { ComponentChildren } from 'preact';
import type { Money } from '../../domain/market/money.ts';
import { MoneyContext } from '../../ui/money.ts';
import { message } from '../../ui/strings.ts';

export interface CardFrameProps {
  /** What the card is about: a coin, `venue:<id>`, or a kind of figure. */
  readonly id: string;
  readonly money: Money;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What every card has: the reader's money, and the way to close it. */
export const CardFrame = ({ id, money, onClose, children }: CardFrameProps) => (
  <article class="card" data-id={id}>
    <MoneyContext.Provider value={money}>{children}</MoneyContext.Provider>
    <button
      type="button"
      class="close"
      aria-label={message('cardClose')}
      title={message('cardClose')}
      onClick={onClose}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d="M1 1 9 9M9 1 1 9" />
      </svg>
    </button>
  </article>
);
