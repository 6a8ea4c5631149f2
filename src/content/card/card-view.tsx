import type { ComponentChildren } from 'preact';
import { toMoney } from '../../ui/money.ts';
import { message } from '../../ui/strings.ts';
import { compareFigure } from '../figures/compare-figure.ts';
import type { PageActions, PageFacts } from '../page-facts.ts';
import { Card } from './Card.tsx';
import { CardFrame } from './CardFrame.tsx';
import { type CardSpot, isFigureNote } from './card-spot.ts';
import { FigureCard } from './FigureCard.tsx';

/** A card ready to be drawn, and what it is called. */
export interface CardView {
  readonly label: string;
  readonly content: ComponentChildren;
}

/** The card of a place on the page, as things stand now. */
export const toCardView = (
  spot: CardSpot,
  facts: PageFacts,
  actions: PageActions,
  onClose: () => void,
): CardView => {
  const market = facts.market();
  if (isFigureNote(spot)) {
    const comparison = compareFigure(spot, facts);
    const content = (
      <CardFrame id={`figure:${spot.figure.kind}`} money={toMoney(market)} onClose={onClose}>
        <FigureCard comparison={comparison} />
      </CardFrame>
    );
    return { label: message('figureCardLabel', comparison.told.value), content };
  }
  const { mention } = spot;
  const publishedAtMs = facts.publishedAtMs();
  const publication =
    mention.kind === 'coin' && publishedAtMs !== null
      ? { atMs: publishedAtMs, past: facts.pastPrice(mention.id) }
      : null;
  const content = (
    <Card
      mention={mention}
      market={market}
      nowMs={facts.nowMs()}
      isWatched={facts.isWatched(mention.id)}
      publication={publication}
      onWatch={actions.watch}
      onClose={onClose}
    />
  );
  return { label: mention.surface, content };
};
