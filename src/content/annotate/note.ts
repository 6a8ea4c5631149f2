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

/** Puts the range back where it was when the page wrote its text anew and the words still stand in their place. */
export const mend = (note: Note): void => {
  if (isIntact(note)) return;
  const { range, block, mention } = note;
  const again = toRange(block, mention.start, mention.end);
  if (again?.toString() !== mention.surface) return;
  range.setStart(again.startContainer, again.startOffset);
  range.setEnd(again.endContainer, again.endOffset);
};
