import { createElement as h, lazy, type ReactElement, Suspense } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { type Island, isShown, toOrder, toSentence } from './island.ts';

const COINS = ['Bitcoin', 'Ethereum', 'Solana'];

const Late = ({ step }: { readonly step: number }): ReactElement =>
  h('p', null, 'Streamed in later: Aave rose', step % 2 === 1 ? ', and rose again' : '', '.');

/** On the server it is slow, so that its markup is streamed behind the rest; in the browser it is there. */
const createStory = (LateParagraph: typeof Late) => {
  const Story = ({ step }: { readonly step: number }): ReactElement =>
    h(
      'section',
      null,
      toOrder(COINS, step).map((coin) =>
        h('p', { key: coin }, coin, toSentence(step), ', wrote ', coin, '.'),
      ),
      isShown(step) ? h('p', null, step === 1 ? h('b', null, 'New: ') : null, 'XRP rose.') : null,
      h(Suspense, { fallback: h('p', null, 'Wait.') }, h(LateParagraph, { step })),
    );
  return Story;
};

const SERVER_WAIT_MS = 20;

export const toSlowStory = () =>
  createStory(
    lazy(
      () =>
        new Promise<{ default: typeof Late }>((resolve) =>
          setTimeout(() => resolve({ default: Late }), SERVER_WAIT_MS),
        ),
    ) as unknown as typeof Late,
  );

export const mountReact = (root: Element, onError: (error: unknown) => void): Island => {
  const Story = createStory(Late);
  const react = hydrateRoot(root, h(Story, { step: 0 }), {
    onRecoverableError: onError,
    onUncaughtError: onError,
  });
  return { show: (step) => flushSync(() => react.render(h(Story, { step }))) };
};
