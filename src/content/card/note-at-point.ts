import type { Note } from '../annotate/annotator.ts';

/** Finds the note under the pointer. Highlights are no elements: nothing of them receives events. */
export interface NoteFinder {
  findAt(point: PointerEvent | MouseEvent): Note | null;
}

const covers = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );

export const createNoteFinder = (notes: () => readonly Note[]): NoteFinder => ({
  findAt({ target, clientX, clientY }) {
    if (!(target instanceof Element)) return null;
    const known = notes();
    const ofChip = known.find((note) => note.chip?.element === target);
    if (ofChip) return ofChip;
    // Only notes that begin or end in the element under the pointer are measured.
    const near = known.filter(
      ({ range }) =>
        range.startContainer.parentElement === target || range.endContainer.parentElement === target,
    );
    return near.find(({ range }) => covers(range, clientX, clientY)) ?? null;
  },
});
