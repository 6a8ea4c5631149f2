import { groupByBlock } from '../group-by-block.ts';
import type { Chip } from './chip.ts';
import { createChipLine, findChipLine } from './chip-line.ts';
import { mayEndWithNote, type Placement } from './chip-place.ts';
import type { Note } from './note.ts';
import type { SplitTexts } from './split-text.ts';
import { findCovering, findStill, findTooLong } from './still-place.ts';

export interface ChipSetterParts {
  readonly splits: SplitTexts;
  readonly createChip: (note: Note) => Chip;
  /** Writes a note's figure into its chip: what is to be measured has to be there. */
  readonly showFigure: (note: Note) => void;
}

/** Sets chips into the page and takes them out. */
export interface ChipSetter {
  /** Puts the chip at its place, whatever moves for it. */
  set(placement: Placement): void;
  /**
   * Puts the chips of what the reader sees where nothing moves for them: into the text while the last line of their block
   * has room, the others into the white space below it. Those for which neither is there get none.
   */
  setStill(placements: readonly Placement[]): void;
  remove(note: Note): void;
  has(element: Element): boolean;
}

const isFirstOfSubject = (all: readonly Placement[], at: number): boolean =>
  all.findIndex(({ note }) => note.mention.id === all[at]?.note.mention.id) === at;

const toBlocks = (placements: readonly Placement[]): [Element, Placement[]][] => [
  ...groupByBlock(placements.map((placement) => ({ ...placement, block: placement.note.block }))),
];

export const createChipSetter = ({ splits, createChip, showFigure }: ChipSetterParts): ChipSetter => {
  const chips = new Set<Element>();

  const give = (note: Note): Chip => {
    note.chip ??= createChip(note);
    chips.add(note.chip.element);
    return note.chip;
  };

  const set = ({ note, place }: Placement): void => {
    const chip = give(note);
    if (place.kind === 'in-text') splits.insert(place.node, place.offset, chip.element);
    else place.node.after(chip.element);
  };

  const remove = (note: Note): void => {
    if (!note.chip) return;
    const { element } = note.chip;
    const { parentElement: line } = element;
    chips.delete(element);
    element.remove();
    note.chip = null;
    if (line?.localName === 'mn-line' && !line.firstChild) line.remove();
  };

  /** Reading and writing take turns: each turn makes the browser lay the page out anew. */
  const setStill = (placements: readonly Placement[]): void => {
    const lines = toBlocks(placements)
      .filter(([block]) => mayEndWithNote(block))
      .map(([block, ofBlock]) => {
        const line = findChipLine(block) ?? createChipLine(block);
        line.append(...ofBlock.map(({ note }) => give(note).element));
        for (const { note } of ofBlock) showFigure(note);
        return { line, ofBlock };
      });
    const halves = lines.map(({ line, ofBlock }) => {
      const still = findStill(line, ofBlock);
      return { line, still, apart: ofBlock.slice(0, ofBlock.length - still.length) };
    });
    for (const { still, apart } of halves) {
      // From the end backwards, so that no split moves a place that is still to be used.
      for (const placement of still.toReversed()) set(placement);
      for (const [at, { note }] of apart.entries()) {
        if (isFirstOfSubject(apart, at)) note.chip?.setApart('whole');
        else remove(note);
      }
    }
    for (const brief of halves.map(({ line, apart }) => findTooLong(line, apart)))
      for (const { note } of brief) note.chip?.setApart('brief');
    const crowded = halves.map(({ line, apart }) => findCovering(line, apart));
    for (const { note } of crowded.flat()) remove(note);
    for (const { line } of lines) if (!line.firstChild) line.remove();
  };

  return { set, setStill, remove, has: (element) => chips.has(element) };
};
