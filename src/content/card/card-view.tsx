import type { ComponentChildren } from 'preact';
import type { Mention } from '../../domain/mentions/mention.ts';
import type { Market } from '../../platform/protocol.ts';
import { toMoney } from '../../ui/reading.ts';
import { message } from '../../ui/strings.ts';
import { compareFigure } from '../figures/compare-figure.ts';
import type { PageActions, PageFacts } from '../page-facts.ts';
import { Card } from './Card.tsx';
import { CardFrame } from './CardFrame.tsx';
import { type CardSpot, isFigureNote } from './card-spot.ts';
import { DismissedCard } from './DismissedCard.tsx';
import { FigureCard } from './FigureCard.tsx';

/** A card ready to be drawn, and what it is called. */
export interface CardView {
  readonly label: string;
  readonly content: ComponentChildren;
}

/** The ways in which a reader leaves a card. */
export interface CardExits {
  readonly onClose: () => void;
  readonly onDismiss: (mention: Mention) => void;
}

/** Instead of the card of words that are no mention any more. */
export const toDismissedView = (
  surface: string,
  market: Market | null,
  exits: { onClose(): void; onUndo(): void },
): CardView => ({
  label: surface,
  content: (
    <CardFrame id="dismissed" money={toMoney(market)} onClose={exits.onClose}>
      <DismissedCard surface={surface} onUndo={exits.onUndo} />
    </CardFrame>
  ),
});

/** The card of a place on the page, as things stand now. */
export const toCardView = (
  spot: CardSpot,
  facts: PageFacts,
  actions: PageActions,
  { onClose, onDismiss }: CardExits,
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
      onDismiss={() => onDismiss(mention)}
      onBlockSite={actions.blockSite}
      onOpenPanel={actions.togglePanel}
      onClose={onClose}
    />
  );
  return { label: mention.surface, content };
};
