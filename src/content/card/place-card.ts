import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';

/** Something on screen that a card belongs to: a chip, or the range of a mention. */
export interface CardAnchor {
  getBoundingClientRect(): DOMRect;
  getClientRects(): DOMRect[];
  /** An element at the anchor, from which its scrolling ancestors are known. */
  readonly contextElement: Element;
}

const GAP_PX = 6;
const MARGIN_PX = 8;
/** Less than this shows no more than a price: in so low a window the card rather covers its anchor. */
const LEAST_HEIGHT_PX = 120;

/**
 * Keeps the card below its anchor, or above where there is no room below, wholly inside the window, while the page scrolls
 * and the card grows. Returns the way to stop.
 */
export const followAnchor = (card: HTMLElement, anchor: CardAnchor): (() => void) =>
  autoUpdate(anchor, card, async () => {
    const { x, y } = await computePosition(anchor, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(GAP_PX),
        flip({ padding: MARGIN_PX }),
        shift({ padding: MARGIN_PX }),
        size({
          padding: MARGIN_PX,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--mn-height', `${Math.max(LEAST_HEIGHT_PX, availableHeight)}px`),
        }),
        shift({ padding: MARGIN_PX, mainAxis: false, crossAxis: true }),
      ],
    });
    // The card's own sheet is out of reach of the page's rules, and so of plain inline styles: it reads these instead.
    card.style.setProperty('--mn-left', `${x}px`);
    card.style.setProperty('--mn-top', `${y}px`);
  });
