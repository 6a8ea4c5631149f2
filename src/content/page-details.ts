import { type CardControl, createCardControl } from './card/card-control.ts';
import { createFigureNotes } from './figures/figure-notes.ts';
import type { PageActions, PageFacts } from './page-facts.ts';

export interface PageDetailsParts {
  readonly facts: PageFacts;
  readonly actions: PageActions;
  /** A card was opened: what it is about may not have been asked for yet. */
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
}

/** Card and figures of one page. */
export interface PageDetails extends Omit<CardControl, 'refresh'> {
  /** Draws anew what has changed. */
  refresh(): void;
}

/** Puts together what only a page with something to show has. */
export const createPageDetails = ({ facts, actions, onOpen, signal }: PageDetailsParts): PageDetails => {
  const figures = createFigureNotes({ facts, onChange: () => card.refresh(), signal });
  const card = createCardControl({
    // A name inside of a figure's words is the nearer thing to point at.
    spots: () => [...facts.notes(), ...figures.notes()],
    facts,
    actions,
    onOpen,
    signal,
  });
  return {
    ...card,
    refresh() {
      figures.refresh();
      card.refresh();
    },
  };
};
