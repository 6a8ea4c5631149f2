import { walkTextBlocks } from '../read/text-blocks.ts';
import type { ChipPlace, Placement } from './chip-place.ts';

/** How much a text may run on because its lines break elsewhere, in widths of its letters' height. */
const RUN_ON_EM = 3;
/** The height of a line of small chips, in the size of the text above it. */
const LINE_EM = 0.85;
/** Around a chip in the text; see chip.css. */
const MARGINS_EM = 0.4;

const isSaying = (node: Node): boolean =>
  node instanceof Element
    ? !node.localName.startsWith('mn-')
    : node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== '';

/** Whether the block says more behind a place than the rest of the text that is split there: that would be moved. */
const hasMoreBehind = ({ node }: ChipPlace, block: Element): boolean => {
  for (let at: Node | null = node; at && at !== block; at = at.parentNode) {
    for (let next = at.nextSibling; next; next = next.nextSibling) if (isSaying(next)) return true;
  }
  return false;
};

const findLastLine = (block: Element): DOMRect | null => {
  const text = [...walkTextBlocks(block, 'own')].at(-1);
  const last = text?.pieces.findLast(({ node }) => node.data.trim() !== '');
  if (!last) return null;
  const range = document.createRange();
  range.selectNodeContents(last.node);
  return [...range.getClientRects()].at(-1) ?? null;
};

/** Pixels behind the end of a block's text, to the end of the line. */
const findRoom = (block: Element, lastLine: DOMRect, style: CSSStyleDeclaration): number => {
  const { left, right } = block.getBoundingClientRect();
  return style.direction === 'rtl'
    ? lastLine.left - left - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.borderLeftWidth)
    : right -
        lastLine.right -
        Number.parseFloat(style.paddingRight) -
        Number.parseFloat(style.borderRightWidth);
};

/**
 * Which chips may stand in the text of a block that the reader sees, in the order of the text: those at its end for which
 * the last line has room, so that it gets no line more, and nothing but the text that they split moves. The chips are still in
 * the line below the block, to be measured.
 */
export const findStill = (line: Element, placements: readonly Placement[]): readonly Placement[] => {
  const { parentElement: block } = line;
  const lastLine = block && findLastLine(block);
  if (!lastLine) return [];
  const style = getComputedStyle(block);
  // What grows below the window's edge moves nothing that is seen.
  const isSeenWhole = block.getBoundingClientRect().bottom < innerHeight;
  let room = isSeenWhole ? findRoom(block, lastLine, style) : Number.POSITIVE_INFINITY;
  const em = Number.parseFloat(style.fontSize);
  const firstStill = placements.findLastIndex(({ note, place }) => {
    room -= (note.chip?.element.getBoundingClientRect().width ?? 0) + MARGINS_EM * em;
    const isInLastLine = note.range.getBoundingClientRect().bottom > lastLine.top;
    return room < (isInLastLine ? 1 : RUN_ON_EM * em) || hasMoreBehind(place, block);
  });
  return placements.slice(firstStill + 1);
};

/** Where the next thing below an element begins; infinite below the last one. */
const findNextTop = (element: Element): number => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const { top, height } = next.getBoundingClientRect();
      if (height > 0) return top;
    }
  }
  return Number.POSITIVE_INFINITY;
};

/** What lies at a point outside the window is not known. */
const isCovered = (element: Element, { left, right, top, bottom }: DOMRect): boolean => {
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return there !== null && there !== element;
};

/** The chips that must be brief for a line to hold all of them: the last ones of those that stand in it. */
export const findTooLong = (line: Element, apart: readonly Placement[]): readonly Placement[] => {
  const { left, right } = line.getBoundingClientRect();
  const last = line.lastElementChild?.getBoundingClientRect();
  let over = last ? Math.max(last.right - right, left - last.left) : 0;
  const lastWhole = apart.findLastIndex(({ note }) => {
    if (over <= 0) return true;
    over -= note.chip?.readSaving() ?? 0;
    return false;
  });
  return apart.slice(lastWhole + 1);
};

/** The chips in a line below a block that do not stand in white space: beyond its width, over what follows, or covered. */
export const findCovering = (line: Element, apart: readonly Placement[]): readonly Placement[] => {
  const { left, right, top } = line.getBoundingClientRect();
  const height = LINE_EM * Number.parseFloat(getComputedStyle(line).fontSize);
  if (!line.parentElement || top + height > findNextTop(line.parentElement)) return apart;
  return apart.filter(({ note: { chip } }) => {
    const rect = chip?.element.getBoundingClientRect();
    return !chip || !rect || rect.left < left - 1 || rect.right > right + 1 || isCovered(chip.element, rect);
  });
};
