import type { CoinId } from '../../domain/coins/coin.ts';
import type { Note } from '../annotate/note.ts';
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

/** The coins that a place is about; of a mention of an exchange there are none. */
export const toCoinIds = (spot: CardSpot): readonly CoinId[] => {
  if (isFigureNote(spot)) return spot.figure.coins;
  return spot.mention.kind === 'coin' ? [spot.mention.id] : [];
};
