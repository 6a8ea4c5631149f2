import { createSSRApp, h, nextTick, ref } from 'vue';
import { type Island, isShown, toOrder, toSentence } from './island.ts';

const COINS = ['Cardano', 'Polkadot', 'Litecoin'];

/** The same application for the server, whose markup it hydrates, and for the browser. */
export const createVueApp = () => {
  const step = ref(0);
  const app = createSSRApp({
    render: () =>
      h('section', [
        toOrder(COINS, step.value).map((coin) => h('p', { key: coin }, [coin, toSentence(step.value), '.'])),
        isShown(step.value)
          ? h('p', ['Dogecoin was quiet', step.value === 1 ? ', then not' : '', '.'])
          : null,
        h('p', `Stellar stood at ${step.value}.`),
      ]),
  });
  return { app, step };
};

export const mountVue = (root: Element, onError: (error: unknown) => void): Island => {
  const { app, step } = createVueApp();
  app.config.errorHandler = onError;
  app.config.warnHandler = onError;
  app.mount(root);
  return {
    show(next) {
      step.value = next;
      return nextTick();
    },
  };
};
