import type { Chip } from './annotate/chip.ts';
import type { Note } from './annotate/note.ts';

const isAfter = (element: Element, other: Element): boolean =>
  (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/**
 * The chip to which the keyboard goes next: the one behind the chip that has it, the first of the window when none has
 * it, and after the last the first again. Null on a page without chips.
 */
export const findNextChip = (notes: readonly Note[]): Chip | null => {
  const chips = notes
    .flatMap(({ chip }) => chip ?? [])
    .sort((one, other) => (isAfter(other.element, one.element) ? -1 : 1));
  const active = document.activeElement;
  const next = chips.some(({ element }) => element === active)
    ? chips.find(({ element }) => active !== null && isAfter(element, active))
    : chips.find(({ element }) => element.getBoundingClientRect().top >= 0);
  return next ?? chips[0] ?? null;
};
