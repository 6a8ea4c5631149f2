import type { Mention } from '../../domain/mentions/mention.ts';
import type { TextBlock } from '../read/text-blocks.ts';
import type { Chip } from './chip.ts';

/** A mention on the page: underlined, and carrying a chip where the density gives it one. */
export interface Note {
  readonly mention: Mention;
  readonly range: Range;
  /** As it was read. Its pieces may have been split since. */
  readonly block: TextBlock;
  chip: Chip | null;
}

/** False once the page has changed the text under a note. */
export const isIntact = ({ range, mention }: Note): boolean =>
  range.endContainer.isConnected && range.toString() === mention.surface;
