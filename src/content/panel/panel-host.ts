import { h, render } from 'preact';
import { message } from '../../ui/strings.ts';
import cardCss from '../card/card.css?inline';
import { createDialogHost, type DialogHost, layOver } from '../dialog-host.ts';
import { Panel } from './Panel.tsx';
import panelCss from './panel.css?inline';
import type { PanelFacts } from './panel-facts.ts';

export interface PanelHostParts {
  readonly facts: PanelFacts;
  /** Escape belongs to whatever was opened last. */
  readonly isCovered: () => boolean;
  readonly findFocusHome: () => Element | null;
  readonly focusBack: (element: Element | null) => void;
  readonly signal: AbortSignal;
}

/** The one panel of a page, in the top layer at the side of the window. */
export interface PanelHost {
  isOpen(): boolean;
  toggle(): void;
  /** Draws an open panel again. */
  refresh(): void;
}

/** What the page does with a click or a key is not for what happens in here. */
const KEPT_FROM_PAGE = ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'keypress'];

export const createPanelHost = ({
  facts,
  isCovered,
  findFocusHome,
  focusBack,
  signal,
}: PanelHostParts): PanelHost => {
  let open: (DialogHost & { readonly returnTo: Element | null }) | null = null;

  const findHome = (): Element => facts.article()?.root ?? document.documentElement;

  const draw = (): void => {
    if (open) render(h(Panel, { facts, onClose: close }), open.box);
  };

  const close = (): void => {
    if (!open) return;
    const { element, box, returnTo } = open;
    const hadFocus = document.activeElement === element;
    open = null;
    render(null, box);
    element.remove();
    if (hadFocus) focusBack(returnTo);
  };

  const show = (): void => {
    const host = createDialogHost('mn-panel', [cardCss, panelCss], KEPT_FROM_PAGE);
    host.box.setAttribute('aria-label', message('panelHeading'));
    open = { ...host, returnTo: findFocusHome() };
    layOver(host, findHome());
    draw();
    host.box.focus({ preventScroll: true });
  };

  // Before the card's own listener, which closes a card that would cover the panel.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && open && !isCovered()) close();
    },
    { signal, capture: true },
  );
  // Over another thing that fills the screen it would only be in the way: it is there again afterwards.
  const onFullscreen = (): void => {
    const { fullscreenElement } = document;
    if (open && (fullscreenElement?.contains(findHome()) ?? true)) layOver(open, findHome());
  };
  document.addEventListener('fullscreenchange', onFullscreen, { signal });
  signal.addEventListener('abort', close);

  return {
    isOpen: () => open !== null,
    toggle: () => (open ? close() : show()),
    refresh() {
      // A page may have taken the panel away with the rest of its root.
      if (open && !open.element.isConnected) open = null;
      draw();
    },
  };
};
