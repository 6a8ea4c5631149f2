import { findVenueId } from '../domain/mentions/mention.ts';
import type { Note } from './annotate/note.ts';

const isInViewport = ({ top, bottom, left, right }: DOMRect): boolean =>
  bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom > top;

/** A coin's figures stand in its chips; until one is placed, the first mention is where it will come. */
const hasFigure = ({ chip, mention }: Note, at: number, notes: readonly Note[]): boolean =>
  chip !== null || notes.findIndex((other) => other.mention.id === mention.id) === at;

/** The coins of whose chips the reader can see one now. Measures the page: to be called between its changes, not in them. */
export const findCoinsInView = (notes: readonly Note[]): string[] => {
  const seen = notes.filter(
    (note, at) =>
      findVenueId(note.mention.id) === null &&
      hasFigure(note, at, notes) &&
      isInViewport((note.chip?.element ?? note.range).getBoundingClientRect()),
  );
  return [...new Set(seen.map(({ mention }) => mention.id))];
};
