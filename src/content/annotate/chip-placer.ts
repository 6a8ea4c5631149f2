import { SLICE_MS } from '../slices.ts';
import type { BlockViews } from './block-views.ts';
import { findChipLine } from './chip-line.ts';
import { type Density, findChipless, type Placement } from './chip-place.ts';
import { type ChipSetterParts, createChipSetter } from './chip-setter.ts';
import type { Note } from './note.ts';

export interface ChipPlacerParts extends ChipSetterParts {
  readonly notes: () => readonly Note[];
  readonly views: BlockViews;
  readonly density: () => Density;
  /** Whether these notes have figures, or reasons why not: a chip that comes empty moves the line when it fills. */
  readonly hasFigures: (notes: readonly Note[]) => boolean;
  /** True while blocks are being read: a split now would pull the text away from under the reading. */
  readonly isReading: () => boolean;
  readonly onPlaced: () => void;
  readonly signal: AbortSignal;
}

/** Puts chips beside notes and takes them away. */
export interface ChipPlacer {
  /** The page has loaded: from now on chips may come. */
  start(): void;
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
/** A block that keeps being rewritten keeps its underlines and gets no chips any more. */
const MOST_REPAIRS = 8;

/** What comes below the window's edge moves nothing that is seen. */
const isBelowWindow = ({ note }: Placement): boolean =>
  note.block.element.getBoundingClientRect().top >= innerHeight;

/** Decides when chips come and go, and which of them. */
export const createChipPlacer = (parts: ChipPlacerParts): ChipPlacer => {
  const { notes, views, density, hasFigures, isReading, onPlaced, signal } = parts;
  const { set, setStill, remove, has } = createChipSetter(parts);
  let crowded = new WeakSet<Note>();
  const repairs = new WeakMap<Element, number>();
  const changedAtMs = new WeakMap<Element, number>();
  let isStarted = false;
  let patienceEndsAtMs = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isQuiet = ({ block }: Note, nowMs: number): boolean =>
    nowMs - (changedAtMs.get(block.element) ?? Number.NEGATIVE_INFINITY) >= QUIET_MS;

  const mayCarry = (note: Note): boolean =>
    !crowded.has(note) && (repairs.get(note.block.element) ?? 0) < MOST_REPAIRS;

  const place = (): void => {
    const nowMs = performance.now();
    if (isReading()) {
      wait(RETRY_MS);
      return;
    }
    const near = findChipless(notes(), density(), mayCarry).filter(({ note }) =>
      views.isNear(note.block.element),
    );
    if (near.length === 0) return;
    patienceEndsAtMs = Math.min(patienceEndsAtMs, nowMs + FIGURES_WITHIN_MS);
    if (!hasFigures(near.map(({ note }) => note)) && nowMs < patienceEndsAtMs) {
      wait(RETRY_MS);
      return;
    }
    patienceEndsAtMs = Number.POSITIVE_INFINITY;
    const ready = near.filter(({ note }) => isQuiet(note, nowMs));
    const below = ready.filter(isBelowWindow);
    const seen = ready.filter((placement) => !below.includes(placement));
    setStill(seen);
    for (const { note } of seen) if (!note.chip) crowded.add(note);
    const placed = placeInSlice(below);
    if (seen.length + placed > 0) onPlaced();
    if (placed < below.length) wait(0);
    else if (ready.length < near.length) wait(QUIET_MS);
  };

  /** From the end backwards, so that no split moves a place that is still to be used. Gives how many it came to. */
  const placeInSlice = (placements: readonly Placement[]): number => {
    const endsAtMs = performance.now() + SLICE_MS;
    const left = [...placements];
    for (let next = left.pop(); next; next = left.pop()) {
      set(next);
      if (performance.now() > endsAtMs) break;
    }
    return placements.length - left.length;
  };

  /** Those below a block: the page put something behind them, or their line has another length. */
  const removeApart = (isGone: (line: Element) => boolean): void => {
    for (const note of notes()) {
      const line = note.chip?.element.parentElement;
      if (line?.localName === 'mn-line' && isGone(line)) remove(note);
    }
  };

  const wait = (ms: number): void => {
    if (!isStarted || signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      place();
    }, ms);
  };

  signal.addEventListener('abort', () => clearTimeout(timer));
  window.addEventListener(
    'resize',
    () => {
      crowded = new WeakSet();
      removeApart(() => true);
      wait(RETRY_MS);
    },
    { signal },
  );

  return {
    start() {
      isStarted = true;
      wait(QUIET_MS);
    },
    placeSoon: () => wait(RETRY_MS),
    noteChange(element) {
      changedAtMs.set(element, performance.now());
      const line = findChipLine(element);
      if (line?.nextSibling) removeApart((of) => of === line);
    },
    remove,
    repair(note) {
      if (note.chip) repairs.set(note.block.element, (repairs.get(note.block.element) ?? 0) + 1);
      remove(note);
    },
    clear() {
      crowded = new WeakSet();
      for (const note of notes()) remove(note);
    },
    has,
  };
};
