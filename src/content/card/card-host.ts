import { render } from 'preact';
import { createDialogHost, type DialogHost, layOver } from '../dialog-host.ts';
import cardCss from './card.css?inline';
import type { CardView } from './card-view.tsx';
import { type CardAnchor, followAnchor } from './place-card.ts';
import type { Edges } from './safe-triangle.ts';

export interface CardHostParts {
  /** The pointer came to rest in the card, or left it. */
  readonly onPointer: (inside: boolean) => void;
  /** The keyboard left the card past its last control. */
  readonly onTabOut: () => void;
  /** Something else fills the screen now than what the card belongs to. */
  readonly onCovered: () => void;
  readonly signal: AbortSignal;
}

/** The one card of a page, in the top layer. */
export interface CardHost {
  show(view: CardView, anchor: CardAnchor): void;
  /** Draws again with newer figures, where it stands. */
  update(view: CardView): void;
  hide(): void;
  /** Moves the keyboard into the card. */
  focus(): void;
  hasFocus(): boolean;
  /** Where it stands; null while it is not shown. */
  edges(): Edges | null;
  /** True for the card's element itself: all that the page sees of it. */
  contains(target: EventTarget | null): boolean;
}

/** What the page does with a click is not for what happens in here. */
const KEPT_FROM_PAGE = ['click', 'mousedown', 'pointerdown'];

const isPastLast = (event: KeyboardEvent, { root, box }: DialogHost): boolean => {
  if (event.key !== 'Tab') return false;
  const controls = [...box.querySelectorAll<HTMLElement>('button')];
  const { activeElement } = root;
  return event.shiftKey
    ? activeElement === box || activeElement === controls[0]
    : activeElement === controls.at(-1);
};

export const createCardHost = ({ onPointer, onTabOut, onCovered, signal }: CardHostParts): CardHost => {
  let open: DialogHost | null = null;
  let home: Element | null = null;
  let stopFollowing: (() => void) | null = null;

  const make = (): DialogHost => {
    const made = createDialogHost('mn-card', [cardCss], KEPT_FROM_PAGE);
    const { element, box } = made;
    element.addEventListener('pointerenter', ({ isTrusted }) => isTrusted && onPointer(true));
    element.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && onPointer(false));
    // The focus is put back on the mention first: the browser then goes on from there in the page.
    box.addEventListener('keydown', (event) => isPastLast(event, made) && onTabOut());
    return made;
  };

  const draw = ({ label, content }: CardView): void => {
    if (!open) return;
    open.box.setAttribute('aria-label', label);
    render(content, open.box);
  };

  const hide = (): void => {
    stopFollowing?.();
    stopFollowing = null;
    if (open) render(null, open.box);
    open?.element.remove();
    open = null;
  };

  const onFullscreen = (): void => {
    const { fullscreenElement } = document;
    if (!open || !home) return;
    if (fullscreenElement && !fullscreenElement.contains(home)) onCovered();
    else layOver(open, home);
  };

  document.addEventListener('fullscreenchange', onFullscreen, { signal });
  signal.addEventListener('abort', hide);

  return {
    show(view, anchor) {
      // A page may have taken the host away with the rest of its root: then it is made anew.
      if (!open?.element.isConnected) {
        hide();
        open = make();
      }
      home = anchor.contextElement;
      layOver(open, home);
      draw(view);
      stopFollowing?.();
      stopFollowing = followAnchor(open.element, anchor);
    },

    update: draw,
    hide,
    focus: () => open?.box.focus({ preventScroll: true }),
    hasFocus: () => open !== null && document.activeElement === open.element,
    edges: () => open?.element.getBoundingClientRect() ?? null,
    contains: (target) => target !== null && target === open?.element,
  };
};
