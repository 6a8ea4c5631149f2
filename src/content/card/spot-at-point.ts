import type { CardSpot } from './card-spot.ts';

/** Finds what is under the pointer. Highlights are no elements: nothing of them receives events. */
export interface SpotFinder {
  findAt(point: PointerEvent | MouseEvent): CardSpot | null;
}

const covers = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );

/** Of two that cover the point, the earlier of the list wins. */
export const createSpotFinder = (spots: () => readonly CardSpot[]): SpotFinder => ({
  findAt({ target, clientX, clientY }) {
    if (!(target instanceof Element)) return null;
    const known = spots();
    const ofChip = known.find((spot) => spot.chip?.element === target);
    if (ofChip) return ofChip;
    // Only what begins or ends in the element under the pointer is measured.
    const near = known.filter(
      ({ range }) =>
        range.startContainer.parentElement === target || range.endContainer.parentElement === target,
    );
    return near.find(({ range }) => covers(range, clientX, clientY)) ?? null;
  },
});
