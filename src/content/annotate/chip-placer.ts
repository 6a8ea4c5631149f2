import { SLICE_MS } from '../slices.ts';
import type { Chip } from './chip.ts';
import { type Density, findChipless, findChipPlace } from './chip-place.ts';
import type { Note } from './note.ts';
import type { NoteViews } from './note-views.ts';
import type { SplitTexts } from './split-text.ts';

export interface ChipPlacerParts {
  readonly notes: () => readonly Note[];
  readonly splits: SplitTexts;
  readonly views: NoteViews;
  readonly density: () => Density;
  readonly createChip: (note: Note) => Chip;
  /** Whether these notes, which the reader sees, have figures or reasons why not: a chip that fills later moves the line. */
  readonly hasFigures: (notes: readonly Note[]) => boolean;
  /** True while blocks are being read: a split now would pull the text away from under the reading. */
  readonly isReading: () => boolean;
  readonly onPlaced: () => void;
  readonly signal: AbortSignal;
}

/** Puts chips beside notes and takes them away. */
export interface ChipPlacer {
  /** The page has loaded, at that time of its own, and come to rest: from now on chips may come. */
  start(loadedAtMs: number): void;
  placeSoon(): void;
  /** The page changed something in a block. */
  noteChange(element: Element): void;
  remove(note: Note): void;
  /** Takes a chip away because the page took its text: a block where that happens again and again gets none. */
  repair(note: Note): void;
  /** Takes all chips away, for another density. */
  clear(): void;
  has(element: Element): boolean;
}

/** A block that is still being put together by the page's scripts gets no chip until it has been quiet for this long. */
const QUIET_MS = 1000;
const RETRY_MS = 250;
/** How long chips wait for their figures. */
const FIGURES_WITHIN_MS = 5000;
/** Looking for a place measures the page: for a note that nobody sees it is not done each time. */
const AFAR_FOR_MS = 5000;
/** A block that keeps being rewritten keeps its underlines and gets no chips any more. */
const MOST_REPAIRS = 8;

export const createChipPlacer = (parts: ChipPlacerParts): ChipPlacer => {
  const { notes, splits, views, density, createChip, hasFigures, isReading, onPlaced, signal } = parts;
  const chips = new Set<Element>();
  const repairs = new WeakMap<Element, number>();
  const changedAtMs = new WeakMap<Element, number>();
  let afar = new WeakMap<Note, { readonly hasPlace: boolean; readonly atMs: number }>();
  let isStarted = false;
  let patienceEndsAtMs = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isQuiet = ({ block }: Note, nowMs: number): boolean =>
    nowMs - (changedAtMs.get(block.element) ?? Number.NEGATIVE_INFINITY) >= QUIET_MS;

  const mayCarry = ({ block }: Note): boolean => (repairs.get(block.element) ?? 0) < MOST_REPAIRS;

  const hasPlaceAfar = (note: Note): boolean => {
    const nowMs = performance.now();
    const known = afar.get(note);
    if (known && nowMs - known.atMs < AFAR_FOR_MS) return known.hasPlace;
    const hasPlace = findChipPlace(note, density()) !== null;
    afar.set(note, { hasPlace, atMs: nowMs });
    return hasPlace;
  };

  const remove = (note: Note): void => {
    if (!note.chip) return;
    chips.delete(note.chip.element);
    views.unfollow(note.chip.element);
    note.chip.element.remove();
    note.chip = null;
  };

  /** Behind the chips of earlier notes that stand there already: some come in a later round. */
  const findAnchor = (node: ChildNode, note: Note): ChildNode => {
    // Hardly any place has a chip yet, and a long page has thousands of notes.
    if (!(node.nextSibling instanceof Element && chips.has(node.nextSibling))) return node;
    const all = notes();
    const earlier = new Set<unknown>(all.slice(0, all.indexOf(note)).map(({ chip }) => chip?.element));
    let anchor = node;
    while (anchor.nextSibling && earlier.has(anchor.nextSibling)) anchor = anchor.nextSibling;
    return anchor;
  };

  const place = (): void => {
    const nowMs = performance.now();
    if (isReading()) {
      wait(RETRY_MS);
      return;
    }
    const near = findChipless(notes(), density(), { mayCarry, isNear: views.isNear, hasPlaceAfar });
    if (near.length === 0) return;
    patienceEndsAtMs = Math.min(patienceEndsAtMs, nowMs + FIGURES_WITHIN_MS);
    const seen = near.map(({ note }) => note).filter(views.isInView);
    if (!hasFigures(seen) && nowMs < patienceEndsAtMs) {
      wait(RETRY_MS);
      return;
    }
    patienceEndsAtMs = Number.POSITIVE_INFINITY;
    const ready = near.filter(({ note }) => isQuiet(note, nowMs));
    let placed = 0;
    const endsAtMs = performance.now() + SLICE_MS;
    // From the end backwards, so that no split moves a place that is still to be used.
    for (const { note, place } of ready.reverse()) {
      if (performance.now() > endsAtMs) break;
      placed += 1;
      const chip = createChip(note);
      note.chip = chip;
      chips.add(chip.element);
      if (place.kind === 'after-node') findAnchor(place.node, note).after(chip.element);
      else splits.insert(place.node, place.offset, chip.element);
      views.followChip(chip.element);
    }
    if (placed > 0) onPlaced();
    if (placed < ready.length) wait(0);
    else if (ready.length < near.length) wait(QUIET_MS);
  };

  const wait = (ms: number): void => {
    if (!isStarted || signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      place();
    }, ms);
  };

  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    start(loadedAtMs) {
      isStarted = true;
      wait(Math.max(0, loadedAtMs + QUIET_MS - performance.now()));
    },
    placeSoon: () => wait(RETRY_MS),
    noteChange: (element) => void changedAtMs.set(element, performance.now()),
    remove,
    repair(note) {
      if (note.chip) repairs.set(note.block.element, (repairs.get(note.block.element) ?? 0) + 1);
      remove(note);
    },
    clear() {
      afar = new WeakMap();
      for (const note of notes()) remove(note);
    },
    has: (element) => chips.has(element),
  };
};
