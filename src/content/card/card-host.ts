import { render } from 'preact';
import { uiDirection } from '../../ui/locale.ts';
import themeCss from '../../ui/theme.css?inline';
import { createClosedHost } from '../closed-host.ts';
import { pageLook } from '../page-look.ts';
import cardCss from './card.css?inline';
import type { CardView } from './card-view.tsx';
import { type CardAnchor, followAnchor } from './place-card.ts';

export interface CardHostParts {
  /** The pointer came to rest in the card, or left it. */
  readonly onPointer: (inside: boolean) => void;
  /** The keyboard left the card past its last control. */
  readonly onTabOut: () => void;
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
  /** True for the card's element itself: all that the page sees of it. */
  contains(target: EventTarget | null): boolean;
}

interface OpenCard {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
}

const isPastLast = (event: KeyboardEvent, { root, box }: OpenCard): boolean => {
  if (event.key !== 'Tab') return false;
  const controls = [...box.querySelectorAll<HTMLElement>('button')];
  const { activeElement } = root;
  return event.shiftKey
    ? activeElement === box || activeElement === controls[0]
    : activeElement === controls.at(-1);
};

export const createCardHost = ({ onPointer, onTabOut, signal }: CardHostParts): CardHost => {
  let open: OpenCard | null = null;
  let stopFollowing: (() => void) | null = null;

  const make = (): OpenCard => {
    const { element, root } = createClosedHost('mn-card', [themeCss, cardCss], pageLook.sheet);
    element.setAttribute('popover', 'manual');
    const box = document.createElement('div');
    box.className = 'box';
    // Our words follow the browser's language, whatever way the page is written.
    box.dir = uiDirection();
    box.tabIndex = -1;
    box.setAttribute('role', 'dialog');
    root.append(box);
    const made = { element, root, box };
    element.addEventListener('pointerenter', ({ isTrusted }) => isTrusted && onPointer(true));
    element.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && onPointer(false));
    for (const type of ['click', 'mousedown', 'pointerdown']) {
      box.addEventListener(type, (event) => event.stopPropagation());
    }
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

  signal.addEventListener('abort', hide);

  return {
    show(view, anchor) {
      // A page may have taken the host away with the rest of its root: then it is made anew.
      if (!open?.element.isConnected) {
        hide();
        open = make();
        document.documentElement.append(open.element);
        open.element.showPopover();
      }
      draw(view);
      stopFollowing?.();
      stopFollowing = followAnchor(open.element, anchor);
    },

    update: draw,
    hide,
    focus: () => open?.box.focus({ preventScroll: true }),
    hasFocus: () => open !== null && document.activeElement === open.element,
    contains: (target) => target !== null && target === open?.element,
  };
};
