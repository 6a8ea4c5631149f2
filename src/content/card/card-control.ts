import type { CoinId } from '../../domain/coins/coin.ts';
import type { Mention } from '../../domain/mentions/mention.ts';
import type { Note } from '../annotate/note.ts';
import type { PageActions, PageFacts } from '../page-facts.ts';
import { createCardHost } from './card-host.ts';
import { type CardSpot, isSameSpot, toCoinIds } from './card-spot.ts';
import { type CardView, toCardView, toDismissedView } from './card-view.tsx';
import type { CardAnchor } from './place-card.ts';
import { isOnWay, type Point } from './safe-triangle.ts';
import { createSpotFinder } from './spot-at-point.ts';

export interface CardControlParts {
  /** Every place that a card opens for now. */
  readonly spots: () => readonly CardSpot[];
  readonly facts: PageFacts;
  readonly actions: PageActions;
  /** A card was opened: what it is about may not have been asked for yet. */
  readonly onOpen: () => void;
  readonly signal: AbortSignal;
}

/** Opens and closes the card by pointer, keyboard and touch. */
export interface CardControl {
  onPointerMove(event: PointerEvent): void;
  onClick(event: MouseEvent): void;
  onChipFocus(note: Note): void;
  onChipBlur(): void;
  onChipPress(note: Note): void;
  isOpen(): boolean;
  /** Where the keyboard is, or was before it went into the card. */
  findFocusHome(): Element | null;
  /** Puts the keyboard back to where it came from; a chip does not ask for its card again. */
  focusBack(element: Element | null): void;
  /** The coins that the open card is about. */
  coinIds(): readonly CoinId[];
  /** Draws an open card again, or closes it when the page has taken its words away. */
  refresh(): void;
}

/** A pointer that only crosses a mention opens nothing; one on its way from the mention to the card loses nothing. */
const OPEN_AFTER_MS = 140;
const CLOSE_AFTER_MS = 260;

/** How the card was opened decides what ends it: a pinned card stays until it is closed. */
type Opening = 'hover' | 'focus' | 'pin';

/** Where the words stand; once the page or the reader has taken them away, where they last stood. */
const toAnchor = ({ chip, range, block }: CardSpot): CardAnchor => {
  const place = chip?.element ?? range;
  let last = place.getBoundingClientRect();
  const isThere = (): boolean => chip?.element.isConnected ?? true;
  return {
    getBoundingClientRect() {
      if (isThere()) last = place.getBoundingClientRect();
      return last;
    },
    getClientRects: () => (isThere() ? [...place.getClientRects()] : [last]),
    contextElement: chip?.element ?? block.element,
  };
};

export const createCardControl = (parts: CardControlParts): CardControl => {
  const { spots, facts, actions, onOpen, signal } = parts;
  const finder = createSpotFinder(spots);
  let open: { spot: CardSpot; how: Opening; returnTo: Element | null; isDismissed?: true } | null = null;
  let waiting: { spot: CardSpot | null; timer: ReturnType<typeof setTimeout> } | null = null;
  /** Where the pointer was last over what the open card belongs to. */
  let leftAt: Point | null = null;
  let isReturningFocus = false;

  const stopWaiting = (): void => {
    clearTimeout(waiting?.timer);
    waiting = null;
  };

  const close = (): void => {
    stopWaiting();
    open?.spot.chip?.setExpanded(false);
    open = null;
    host.hide();
  };

  const focusBack = (element: Element | null): void => {
    isReturningFocus = true;
    const chip = facts.notes().find((note) => note.chip && note.chip.element === element)?.chip;
    if (chip) chip.focus();
    else if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    isReturningFocus = false;
  };

  const findFocusHome = (): Element | null =>
    host.hasFocus() ? (open?.spot.chip?.element ?? open?.returnTo ?? null) : document.activeElement;

  const returnFocus = (): void => focusBack(findFocusHome());

  const dismiss = (): void => {
    if (host.hasFocus()) returnFocus();
    close();
  };

  /** Waits before it opens a card, or before it closes the open one. Waiting for the same again changes nothing. */
  const wait = (spot: CardSpot | null): void => {
    if (waiting && waiting.spot === spot) return;
    stopWaiting();
    const act = () => (spot ? show(spot, 'hover') : close());
    waiting = { spot, timer: setTimeout(act, spot ? OPEN_AFTER_MS : CLOSE_AFTER_MS) };
  };

  const closeSoon = (): void => {
    if (open && open.how !== 'pin') wait(null);
    else stopWaiting();
  };

  const host = createCardHost({
    onPointer: (inside) => (inside ? stopWaiting() : closeSoon()),
    onTabOut: () => {
      returnFocus();
      close();
    },
    onCovered: () => close(),
    signal,
  });

  /** Says what was done in the card's own place, with the way back, until it is closed. */
  const showDismissed = (mention: Mention): void => {
    if (!open) return;
    open = { ...open, isDismissed: true };
    actions.dismiss(mention, true);
    const onUndo = (): void => {
      actions.dismiss(mention, false);
      dismiss();
    };
    host.update(toDismissedView(mention.surface, facts.market(), { onClose: dismiss, onUndo }));
    host.focus();
  };

  const toView = (spot: CardSpot): CardView =>
    toCardView(spot, facts, actions, { onClose: dismiss, onDismiss: showDismissed });

  const show = (spot: CardSpot, how: Opening): void => {
    stopWaiting();
    if (open?.spot !== spot) open?.spot.chip?.setExpanded(false);
    open = { spot, how, returnTo: document.activeElement };
    leftAt = null;
    spot.chip?.setExpanded(true);
    host.show(toView(spot), toAnchor(spot));
    onOpen();
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch' || open?.how === 'pin') return;
    if (host.contains(event.target)) {
      stopWaiting();
      return;
    }
    const at = { x: event.clientX, y: event.clientY };
    const spot = finder.findAt(event);
    if (spot !== null && spot === open?.spot) {
      leftAt = at;
      stopWaiting();
      return;
    }
    // What lies on the way to the card is only crossed: it counts where the pointer comes to rest.
    const card = host.edges();
    if (open && leftAt && card && isOnWay(leftAt, at, card)) stopWaiting();
    if (spot) wait(spot);
    else closeSoon();
  };

  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || host.contains(event.target)) return;
    const spot = finder.findAt(event);
    // A click on a link is the page's: the reader wants to go there.
    const isControl =
      event.target instanceof Element && event.target.closest('a, button, input, label, summary') !== null;
    if (spot && !isControl && getSelection()?.isCollapsed !== false) show(spot, 'pin');
    else if (open) close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Escape' && open) dismiss();
  };

  /** A card under the pointer belongs to what was there: when that scrolls away, it goes. Others follow their mention. */
  const onScroll = ({ target }: Event): void => {
    if (open?.how === 'hover' && target instanceof Node && target.contains(open.spot.block.element)) close();
  };

  document.addEventListener('pointermove', onPointerMove, { signal, passive: true });
  document.addEventListener('click', onClick, { signal });
  document.addEventListener('keydown', onKeyDown, { signal, capture: true });
  window.addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
  signal.addEventListener('abort', close);

  return {
    onPointerMove,
    onClick,
    onChipFocus(note) {
      if (!isReturningFocus) show(note, 'focus');
    },
    onChipBlur: () => {
      if (open?.how === 'focus') closeSoon();
    },
    onChipPress(note) {
      if (open?.how === 'pin' && open.spot === note) {
        dismiss();
        return;
      }
      show(note, 'pin');
      host.focus();
    },
    isOpen: () => open !== null,
    findFocusHome,
    focusBack,
    coinIds: () => (open ? toCoinIds(open.spot) : []),
    refresh() {
      if (!open || open.isDismissed) return;
      const { spot, how } = open;
      const left = spots();
      const current = left.includes(spot) ? spot : left.find((each) => isSameSpot(each, spot));
      if (!current) close();
      else if (current === spot) host.update(toView(spot));
      else show(current, how);
    },
  };
};
