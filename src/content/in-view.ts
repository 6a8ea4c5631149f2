import { findVenueId } from '../domain/mentions/mention.ts';
import type { Note } from './annotate/note.ts';

/**
 * The coins that the reader can see a figure of: in their chips, and until one is placed at the first mention, where it will
 * come. `notes` are in document order.
 */
export const findCoinsInView = (
  notes: readonly Note[],
  isInView: (note: Note) => boolean,
): ReadonlySet<string> => {
  const named = new Set<string>();
  const seen = new Set<string>();
  for (const note of notes) {
    const { id } = note.mention;
    const hasFigure = note.chip !== null || !named.has(id);
    named.add(id);
    if (hasFigure && !seen.has(id) && findVenueId(id) === null && isInView(note)) seen.add(id);
  }
  return seen;
};
