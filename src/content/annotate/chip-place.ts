import { findBlockElement } from '../read/text-blocks.ts';

/** Where a chip goes: into a text node behind an offset, behind an element, or to the end of a block. */
export type ChipPlace =
  | { readonly kind: 'in-text'; readonly node: Text; readonly offset: number }
  | { readonly kind: 'after-element'; readonly element: Element }
  | { readonly kind: 'block-end'; readonly block: Element };

/** What belongs to the mention's word and must not be torn off: `'s`, `-denominated`, a closing bracket or quote. */
const REST_OF_WORD = /^(?:['’]\p{Script=Latin}{1,2}(?![\p{L}\p{N}])|[-‑]\p{Script=Latin}+|[)\]”"])+/u;

const CONTROLS = 'a[href], button, summary, label, [role="button"], [role="link"]';

/** The outermost control around an element, or null. */
const findControl = (element: Element): Element | null => {
  const nearest = element.closest(CONTROLS);
  const outer = nearest?.parentElement;
  return (outer && findControl(outer)) ?? nearest;
};

const findPlace = (range: Range): Exclude<ChipPlace, { kind: 'block-end' }> | null => {
  const node = range.endContainer;
  const parent = node.parentElement;
  if (!(node instanceof Text) || !parent || range.collapsed) return null;
  const control = findControl(parent);
  if (!control) {
    const rest = REST_OF_WORD.exec(node.data.slice(range.endOffset))?.[0] ?? '';
    return { kind: 'in-text', node, offset: range.endOffset + rest.length };
  }
  // A link around a whole block has no place behind it in the block's text.
  return control.contains(findBlockElement(node)) ? null : { kind: 'after-element', element: control };
};

/** Text that is only read aloud, or not at all, is kept in boxes of a pixel. */
const SMALLEST_PX = 2;

const isSeen = (element: Element): boolean => {
  if (element.closest('h1, h2, h3, h4, h5, h6, [aria-hidden="true"], [inert]')) return false;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > SMALLEST_PX && height > SMALLEST_PX;
};

/** A split text is one item in a flow, but several in a flex or grid box: there a chip would tear the line apart. */
const isFlow = (element: Element): boolean => !/flex|grid/.test(getComputedStyle(element).display);

/**
 * The place for a mention's chip: after the word that the mention ends, or after the link that holds it. Null where a
 * chip would be in the way or would not be seen: headings, links around blocks, flex rows, hidden text.
 */
export const findChipPlace = (range: Range): ChipPlace | null => {
  const place = findPlace(range);
  if (!place) return null;
  const receiver = place.kind === 'in-text' ? place.node.parentElement : place.element.parentElement;
  return receiver && isFlow(receiver) && isSeen(receiver) ? place : null;
};

/** Tables and lists take no chips of their own: only what may hold words may. */
const HOLDS_NO_WORDS = /^(?:TABLE|TBODY|THEAD|TFOOT|TR|UL|OL|DL|HR)$/;

/** The end of a block of text, where a note splits no text. Null where it would be in the way or would not be seen. */
export const findBlockEnd = (block: Element): ChipPlace | null =>
  !HOLDS_NO_WORDS.test(block.tagName) && !findControl(block) && isFlow(block) && isSeen(block)
    ? { kind: 'block-end', block }
    : null;
