import type { SubjectId } from '../../domain/mentions/mention.ts';
import type { Note } from '../annotate/annotator.ts';
import type { CardProps } from './Card.tsx';
import { createCardHost } from './card-host.ts';
import type { NoteFinder } from './note-at-point.ts';
import type { CardAnchor } from './place-card.ts';

export interface CardControlParts {
  readonly finder: NoteFinder;
  readonly toProps: (note: Note) => Omit<CardProps, 'onClose'>;
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
  /** What the open card is about. */
  subject(): SubjectId | null;
  /** Draws an open card again. `notes` are those that are left: an open one may have been read anew. */
  refresh(notes: readonly Note[]): void;
}

/** A pointer that only crosses a mention opens nothing; one on its way from the mention to the card loses nothing. */
const OPEN_AFTER_MS = 140;
const CLOSE_AFTER_MS = 260;

/** How the card was opened decides what ends it: a pinned card stays until it is closed. */
type Opening = 'hover' | 'focus' | 'pin';

const toAnchor = ({ chip, range, block }: Note): CardAnchor => {
  const place = chip?.element ?? range;
  return {
    getBoundingClientRect: () => place.getBoundingClientRect(),
    getClientRects: () => place.getClientRects(),
    contextElement: chip?.element ?? block.element,
  };
};

const isSameMention = (a: Note, b: Note): boolean =>
  a.mention.id === b.mention.id && (a.chip !== null) === (b.chip !== null);

export const createCardControl = ({ finder, toProps, onOpen, signal }: CardControlParts): CardControl => {
  let open: { note: Note; how: Opening; returnTo: Element | null } | null = null;
  let waiting: { note: Note | null; timer: ReturnType<typeof setTimeout> } | null = null;
  let isReturningFocus = false;

  const stopWaiting = (): void => {
    clearTimeout(waiting?.timer);
    waiting = null;
  };

  const close = (): void => {
    stopWaiting();
    open?.note.chip?.setExpanded(false);
    open = null;
    host.hide();
  };

  /** Puts the keyboard back to where it came from, without asking for the card again. */
  const returnFocus = (): void => {
    isReturningFocus = true;
    if (open?.note.chip) open.note.chip.focus();
    else if (open?.returnTo instanceof HTMLElement) open.returnTo.focus({ preventScroll: true });
    isReturningFocus = false;
  };

  const dismiss = (): void => {
    if (host.hasFocus()) returnFocus();
    close();
  };

  /** Waits before it opens a note's card, or before it closes the open one. Waiting for the same again changes nothing. */
  const wait = (note: Note | null): void => {
    if (waiting && waiting.note === note) return;
    stopWaiting();
    const act = () => (note ? show(note, 'hover') : close());
    waiting = { note, timer: setTimeout(act, note ? OPEN_AFTER_MS : CLOSE_AFTER_MS) };
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
    signal,
  });

  const toCardProps = (note: Note): CardProps => ({ ...toProps(note), onClose: dismiss });

  const show = (note: Note, how: Opening): void => {
    stopWaiting();
    if (open?.note !== note) open?.note.chip?.setExpanded(false);
    open = { note, how, returnTo: document.activeElement };
    note.chip?.setExpanded(true);
    host.show(toCardProps(note), toAnchor(note));
    onOpen();
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch' || open?.how === 'pin') return;
    if (host.contains(event.target)) {
      stopWaiting();
      return;
    }
    const note = finder.findAt(event);
    if (!note) closeSoon();
    else if (note === open?.note) stopWaiting();
    else wait(note);
  };

  const onClick = (event: MouseEvent): void => {
    if (!event.isTrusted || host.contains(event.target)) return;
    const note = finder.findAt(event);
    // A click on a link is the page's: the reader wants to go there.
    const isControl =
      event.target instanceof Element && event.target.closest('a, button, input, label, summary') !== null;
    if (note && !isControl && getSelection()?.isCollapsed !== false) show(note, 'pin');
    else if (open) close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Escape' && open) dismiss();
  };

  /** A card under the pointer belongs to what was there: when that scrolls away, it goes. Others follow their mention. */
  const onScroll = ({ target }: Event): void => {
    if (open?.how === 'hover' && target instanceof Node && target.contains(open.note.block.element)) close();
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
      if (open?.how === 'pin' && open.note === note) {
        dismiss();
        return;
      }
      show(note, 'pin');
      host.focus();
    },
    subject: () => open?.note.mention.id ?? null,
    refresh(notes) {
      if (!open) return;
      const { note, how } = open;
      const current = notes.includes(note) ? note : notes.find((each) => isSameMention(each, note));
      if (!current) close();
      else if (current === note) host.update(toCardProps(note));
      else show(current, how);
    },
  };
};
