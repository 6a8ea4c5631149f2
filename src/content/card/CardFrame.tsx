import type { ComponentChildren } from 'preact';
import type { Money } from '../../domain/market/money.ts';
import { MoneyContext } from '../../ui/money.ts';
import { message } from '../../ui/strings.ts';
import { CloseButton } from '../CloseButton.tsx';

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
    <CloseButton label={message('cardClose')} onClose={onClose} />
  </article>
);
