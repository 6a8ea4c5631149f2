import { createElement as h, type ReactElement } from 'react';

const COINS = ['Bitcoin', 'Ethereum', 'Solana', 'Cardano'];

const Paragraph = ({ coin, price }: { readonly coin: string; readonly price: number }): ReactElement =>
  // Several text nodes side by side, as JSX makes them.
  h('p', null, coin, ' changed hands at $', price, ' on Monday, said a trader who watches ', coin, '.');

/**
 * A page in the shapes that frameworks rewrite: text values, keyed order, text that comes and goes beside elements,
 * whole paragraphs that go. Each step is another state of the same page.
 */
export const Story = ({ step }: { readonly step: number }): ReactElement =>
  h(
    'article',
    null,
    h('h1', null, step === 0 ? 'Bitcoin holds' : `Bitcoin moves, take ${step}`),
    h(
      'section',
      null,
      (step === 2 ? [...COINS].reverse() : COINS).map((coin) =>
        h(Paragraph, { key: coin, coin, price: 100 + step }),
      ),
    ),
    step === 3
      ? null
      : h('p', null, 'Dogecoin (DOGE) was quiet', step % 2 === 1 ? ', then was not' : '', '.'),
    h('p', null, step === 1 ? h('b', null, 'New: ') : null, 'XRP rose.', step === 4 ? ' And fell.' : null),
    h('p', null, `Litecoin stood at ${step}.`),
  );

export const STEPS = [1, 2, 3, 4, 0, 5] as const;
