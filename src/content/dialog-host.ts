import { uiDirection, uiLocale } from '../ui/locale.ts';
import themeCss from '../ui/theme.css?inline';
import { type ClosedHost, createClosedHost } from './closed-host.ts';
import { overlayLook } from './overlay-look.ts';

/** A surface of ours in the top layer: a popover without content yet, and the box in its closed root that will hold it. */
export interface DialogHost extends ClosedHost {
  readonly box: HTMLElement;
}

/** `keptFromPage`: events inside the box that the page's own listeners must not take for theirs. */
export const createDialogHost = (
  tag: `mn-${string}`,
  css: readonly string[],
  keptFromPage: readonly string[],
): DialogHost => {
  const { element, root } = createClosedHost(tag, [themeCss, ...css], overlayLook.sheet);
  element.setAttribute('popover', 'manual');
  const box = document.createElement('div');
  box.className = 'box';
  // Our words follow the browser's language, whatever way the page is written.
  box.dir = uiDirection();
  box.lang = uiLocale();
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  for (const type of keptFromPage) box.addEventListener(type, (event) => event.stopPropagation());
  root.append(box);
  return { element, root, box };
};

/** All but an open dialog of the page, or what fills the screen, is inert: what belongs to something in there has to be in there, too. */
const toTopOf = (element: Element): Element =>
  element.closest('dialog:modal, :fullscreen') ?? document.documentElement;

/** Lays a surface over the page where `home`, what it belongs to, can be used. */
export const layOver = ({ element, box }: DialogHost, home: Element): void => {
  const top = toTopOf(home);
  if (element.parentNode === top) return;
  const hadFocus = document.activeElement === element;
  top.append(element);
  element.showPopover();
  if (hadFocus) box.focus({ preventScroll: true });
};
