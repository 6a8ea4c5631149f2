import { createClosedHost } from '../closed-host.ts';
import lineCss from './chip-line.css?inline';

/**
 * A line for chips in the white space below a block. It takes no room: what stands in it covers nothing only where the
 * page leaves such a space.
 */
export const createChipLine = (block: Element): HTMLElement => {
  const { element, root } = createClosedHost('mn-line', [lineCss]);
  root.append(document.createElement('slot'));
  block.append(element);
  return element;
};

/** The line below a block, if it has one. */
export const findChipLine = (block: Element): Element | null => block.querySelector(':scope > mn-line');

/** Where something may be put at the end of a block's text: behind it would be below its chips. */
export const appendToText = (block: Element, element: Element): void => {
  block.insertBefore(element, findChipLine(block));
};
