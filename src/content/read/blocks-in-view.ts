import { containsComposed } from './composed-tree.ts';
import { findBlockElement } from './text-blocks.ts';

/** Close enough that no paragraph lies between two of them. */
const SAMPLES = 16;

/** The blocks below `root` that a reader sees right now, without walking the page: asked for at a few points. */
export const findBlocksInView = (root: Element): Element[] => {
  const found = new Set<Element>();
  const x = innerWidth / 2;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const element = document.elementFromPoint(x, ((sample + 0.5) * innerHeight) / SAMPLES);
    const block = element && findBlockElement(element);
    if (block && containsComposed(root, block)) found.add(block);
  }
  return [...found];
};
