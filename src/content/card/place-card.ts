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

/** How much of a frame the page around it does not show, above and below. Nothing of a page is hidden from itself. */
const readHidden = (): { top: number; bottom: number } => {
  const frame = frameElement?.getBoundingClientRect();
  if (!frame) return { top: 0, bottom: 0 };
  return { top: Math.max(0, -frame.top), bottom: Math.max(0, frame.bottom - parent.innerHeight) };
};

/**
 * Keeps the card below its anchor, or above where there is no room below, wholly inside the window, while the page scrolls
 * and the card grows. Returns the way to stop.
 */
export const followAnchor = (card: HTMLElement, anchor: CardAnchor): (() => void) =>
  autoUpdate(anchor, card, async () => {
    const { top, bottom } = readHidden();
    const padding = { left: MARGIN_PX, right: MARGIN_PX, top: top + MARGIN_PX, bottom: bottom + MARGIN_PX };
    const { x, y } = await computePosition(anchor, card, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(GAP_PX),
        flip({ padding }),
        shift({ padding }),
        size({
          padding,
          apply: ({ availableHeight }) =>
            card.style.setProperty('--mn-height', `${Math.max(LEAST_HEIGHT_PX, availableHeight)}px`),
        }),
        shift({ padding, mainAxis: false, crossAxis: true }),
      ],
    });
    // The card's own sheet is out of reach of the page's rules, and so of plain inline styles: it reads these instead.
    card.style.setProperty('--mn-left', `${x}px`);
    card.style.setProperty('--mn-top', `${y}px`);
  });
