import type { Note } from '../annotate/annotator.ts';
import type { FigureNote } from '../figures/figure-note.ts';

/** A place on the page that a card opens for. */
export type CardSpot = Note | FigureNote;

export const isFigureNote = (spot: CardSpot): spot is FigureNote => 'figure' in spot;

/** The same mention or figure after its block was read anew. */
export const isSameSpot = (a: CardSpot, b: CardSpot): boolean => {
  if (isFigureNote(a) || isFigureNote(b)) {
    return isFigureNote(a) && isFigureNote(b) && a.surface === b.surface && a.figure.kind === b.figure.kind;
  }
  return a.mention.id === b.mention.id && (a.chip !== null) === (b.chip !== null);
};
