import type { Note } from '../annotate/annotator.ts';
import type { CardProps } from './Card.tsx';
import type { CardHost } from './card-host.ts';
import { createCardHost } from './card-host.ts';
import type { NoteFinder } from './note-at-point.ts';

export interface CardControlParts {
  readonly finder: NoteFinder;
  readonly toProps: (note: Note) => Omit<CardProps, 'onClose'>;
  readonly signal: AbortSignal;
}

/** Opens and closes the card by pointer, keyboard and touch. */
export interface CardControl {
  onChipFocus(note: Note): void;
  onChipBlur(note: Note): void;
  onChipPress(note: Note): void;
  /** Draws an open card again. */
  refresh(): void;
}

/** A pointer that only crosses a mention opens nothing; one on its way from the mention to the card loses nothing. */
const OPEN_AFTER_MS = 140;
const CLOSE_AFTER_MS = 260;

export const createCardControl = ({ finder, toProps, signal }: CardControlParts): CardControl => {
  let open: Note | null = null;
  let pinned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let awaited: Note | null = null;

  const close = (): void => {
    clearTimeout(timer);
    awaited = null;
    open?.chip?.setExpanded(false);
    open = null;
    pinned = false;
    host.hide();
  };

  const closeSoon = (): void => {
    clearTimeout(timer);
    awaited = null;
    if (open && !pinned) timer = setTimeout(close, CLOSE_AFTER_MS);
  };

  const host: CardHost = createCardHost({
    onPointer: (inside) => (inside ? clearTimeout(timer) : closeSoon()),
    signal,
  });

  const props = (note: Note): CardProps => ({ ...toProps(note), onClose: () => closeAndReturn(note) });

  const show = (note: Note): void => {
    clearTimeout(timer);
    awaited = null;
    if (open !== note) open?.chip?.setExpanded(false);
    open = note;
    note.chip?.setExpanded(true);
    host.show(props(note), note.chip?.element ?? note.range);
  };

  const closeAndReturn = (note: Note): void => {
    close();
    note.chip?.focus();
    // Returning the focus is not asking for the card again.
    close();
  };

  const showSoon = (note: Note): void => {
    if (note === awaited) return;
    clearTimeout(timer);
    awaited = note;
    timer = setTimeout(() => show(note), OPEN_AFTER_MS);
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || pinned || host.contains(event.target)) return;
    const note = finder.findAt(event);
    if (!note) closeSoon();
    else if (note === open) clearTimeout(timer);
    else showSoon(note);
  };

  const onClick = (event: MouseEvent): void => {
    if (host.contains(event.target)) return;
    const note = finder.findAt(event);
    // A click on a link is the page's: the reader wants to go there.
    const isLink =
      event.target instanceof Element && event.target.closest('a, button, input, label, summary') !== null;
    if (note && !isLink && getSelection()?.isCollapsed !== false) {
      show(note);
      pinned = true;
    } else if (open) {
      close();
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && open) closeAndReturn(open);
  };

  document.addEventListener('pointermove', onPointerMove, { signal, passive: true });
  document.addEventListener('click', onClick, { signal });
  document.addEventListener('keydown', onKeyDown, { signal, capture: true });
  window.addEventListener('scroll', () => !pinned && open && close(), {
    signal,
    passive: true,
    capture: true,
  });
  signal.addEventListener('abort', close);

  return {
    onChipFocus: (note) => show(note),
    onChipBlur: () => closeSoon(),
    onChipPress(note) {
      if (pinned && open === note) {
        closeAndReturn(note);
        return;
      }
      show(note);
      pinned = true;
      host.focus();
    },
    refresh() {
      if (open) host.update(props(open));
    },
  };
};
