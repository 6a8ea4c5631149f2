import type { Mention } from '../../domain/mentions/mention.ts';
import { type TextBlock, toRange } from '../read/text-blocks.ts';
import type { Chip } from './chip.ts';

/** A mention on the page: underlined, and carrying a chip where the density gives it one. */
export interface Note {
  readonly mention: Mention;
  readonly range: Range;
  /** As it was read, or has grown since. Its pieces may have been split meanwhile. */
  block: TextBlock;
  chip: Chip | null;
}

/** False once the page has changed the text under a note. */
export const isIntact = ({ range, mention }: Note): boolean =>
  range.endContainer.isConnected && range.toString() === mention.surface;

/** Puts the range back over its words where they stand in `block` as they stood; false where they do not. */
export const mend = (note: Note, block: TextBlock): boolean => {
  const { range, mention } = note;
  const again = toRange(block, mention.start, mention.end);
  if (again?.toString() !== mention.surface) return false;
  range.setStart(again.startContainer, again.startOffset);
  range.setEnd(again.endContainer, again.endOffset);
  return true;
};
