import { h, render } from 'preact';
import { uiDirection } from '../../ui/locale.ts';
import themeCss from '../../ui/theme.css?inline';
import type { ClosedHost } from '../closed-host.ts';
import { createClosedHost } from '../closed-host.ts';
import { Card, type CardProps } from './Card.tsx';
import cardCss from './card.css?inline';
import { type CardAnchor, placeCard } from './place-card.ts';

export interface CardHostParts {
  /** The pointer came to rest in the card, or left it. */
  readonly onPointer: (inside: boolean) => void;
  readonly signal: AbortSignal;
}

/** The one card of a page, in the top layer. */
export interface CardHost {
  show(props: CardProps, anchor: CardAnchor): void;
  /** Draws again with newer figures, where it stands. */
  update(props: CardProps): void;
  hide(): void;
  /** Moves the keyboard into the card. */
  focus(): void;
  /** True for the card's element itself: all that the page sees of it. */
  contains(target: EventTarget | null): boolean;
}

export const createCardHost = ({ onPointer, signal }: CardHostParts): CardHost => {
  let host: ClosedHost | null = null;
  let box: HTMLElement | null = null;

  const make = (): { host: ClosedHost; box: HTMLElement } => {
    const made = createClosedHost('mn-card', [themeCss, cardCss]);
    made.element.setAttribute('popover', 'manual');
    const dialog = document.createElement('div');
    dialog.className = 'box';
    // Our words follow the browser's language, whatever way the page is written.
    dialog.dir = uiDirection();
    dialog.tabIndex = -1;
    dialog.setAttribute('role', 'dialog');
    made.root.append(dialog);
    made.element.addEventListener('pointerenter', () => onPointer(true));
    made.element.addEventListener('pointerleave', () => onPointer(false));
    for (const type of ['click', 'mousedown', 'pointerdown']) {
      dialog.addEventListener(type, (event) => event.stopPropagation());
    }
    return { host: made, box: dialog };
  };

  const draw = (props: CardProps): void => {
    if (!box) return;
    box.setAttribute('aria-label', props.mention.surface);
    render(h(Card, props), box);
  };

  const hide = (): void => {
    if (box) render(null, box);
    host?.element.remove();
    host = null;
    box = null;
  };

  signal.addEventListener('abort', hide);

  return {
    show(props, anchor) {
      // A page may have taken the host away with the rest of its root: then it is made anew.
      if (!host?.element.isConnected) {
        hide();
        ({ host, box } = make());
        document.documentElement.append(host.element);
        host.element.showPopover();
      }
      draw(props);
      void placeCard(host.element, anchor);
    },

    update: draw,
    hide,
    focus: () => box?.focus({ preventScroll: true }),
    contains: (target) => target !== null && target === host?.element,
  };
};
