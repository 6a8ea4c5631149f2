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
  card.style.insetBlockStart = `${y}px`;
  card.style.left = `${x}px`;
};
