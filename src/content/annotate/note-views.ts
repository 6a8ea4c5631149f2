import { createViewObserver } from '../view-observer.ts';
import type { Note } from './note.ts';

/** Which notes are in the window, or within a screen of it: by their blocks, and where they have chips by these. All of a block counts. */
export interface NoteViews {
  followBlock(element: Element): void;
  followChip(element: Element): void;
  unfollow(element: Element): void;
  isNear(note: Note): boolean;
  isInView(note: Note): boolean;
}

/** A screen ahead: what a reader scrolls to has long been drawn. */
const NEAR_MARGIN = '100% 0px';

export interface NoteViewsParts {
  /** Blocks have come near. */
  readonly onNear: () => void;
  /** The reader sees blocks or chips that were out of sight before. */
  readonly onSeen: () => void;
  readonly signal: AbortSignal;
}

/** Follows blocks and chips until the signal aborts. */
export const createNoteViews = ({ onNear, onSeen, signal }: NoteViewsParts): NoteViews => {
  const seen = createViewObserver('0px', onSeen, signal);
  const near = createViewObserver(NEAR_MARGIN, onNear, signal);
  return {
    followBlock(element) {
      seen.follow(element);
      near.follow(element);
    },
    followChip: seen.follow,
    unfollow(element) {
      seen.unfollow(element);
      near.unfollow(element);
    },
    isNear: ({ block }) => near.isIn(block.element) ?? false,
    isInView: ({ chip, block }) => (chip && seen.isIn(chip.element)) ?? seen.isIn(block.element) ?? false,
  };
};
