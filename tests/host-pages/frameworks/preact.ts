import { h, render } from 'preact';
import { type Island, isShown, toOrder, toSentence } from './island.ts';

const COINS = ['Avalanche', 'Chainlink', 'Toncoin'];

const toStory = (step: number) =>
  h('section', null, [
    toOrder(COINS, step).map((coin) => h('p', { key: coin }, coin, toSentence(step), '.')),
    isShown(step) ? h('p', null, step === 1 ? h('i', null, 'Also: ') : null, 'Monero slept.') : null,
  ]);

export const mountPreact = (root: Element): Island => {
  const show = (step: number): void => render(toStory(step), root);
  show(0);
  return { show };
};
