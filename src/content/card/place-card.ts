import { computePosition, flip, offset, shift } from '@floating-ui/dom';

/** Something on screen that a card belongs to: a chip, or the range of a mention. */
export interface CardAnchor {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRectList;
}

const GAP_PX = 6;
const MARGIN_PX = 8;

/** Puts the card below its anchor, or above where there is no room below, wholly inside the window. */
export const placeCard = async (card: HTMLElement, anchor: CardAnchor): Promise<void> => {
  const { x, y } = await computePosition(anchor, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(GAP_PX),
      flip({ padding: MARGIN_PX }),
      shift({ padding: MARGIN_PX, crossAxis: true }),
    ],
  });
  // The card's own sheet is out of reach of the page's rules, and so of plain inline styles: it reads these instead.
  card.style.setProperty('--mn-left', `${x}px`);
  card.style.setProperty('--mn-top', `${y}px`);
};
