import { flushSync, mount } from 'svelte';
import type { Island } from './island.ts';
import Story from './Story.svelte';

export const mountSvelte = (root: Element): Island => {
  const { show } = mount(Story, { target: root });
  return { show: (step) => flushSync(() => show(step)) };
};
