import { uiDirection } from '../../ui/locale.ts';
import { message } from '../../ui/strings.ts';
import { findBlockEnd } from '../annotate/chip-place.ts';
import { createClosedHost } from '../closed-host.ts';
import type { PageFacts } from '../page-facts.ts';
import besideCss from './beside.css?inline';
import { compareFigure } from './compare-figure.ts';
import type { FigureNote } from './figure-note.ts';

/** What a figure is now, at the end of each block that states figures: no text is split for them. */
export interface BesideNotes {
  /** Puts notes where they are missing, writes what changed, takes away those of other blocks. */
  show(notes: readonly FigureNote[]): void;
  clear(): void;
}

interface Placed {
  readonly element: HTMLElement;
  readonly text: HTMLElement;
}

const groupByBlock = (notes: readonly FigureNote[]): Map<Element, FigureNote[]> => {
  const groups = new Map<Element, FigureNote[]>();
  for (const note of notes) {
    const { element } = note.block;
    groups.set(element, [...(groups.get(element) ?? []), note]);
  }
  return groups;
};

/** `“over $93,500” now $93,612`: of a figure about several coins each is named. */
const toLine = (note: FigureNote, facts: PageFacts): string => {
  const { told, now } = compareFigure(note, facts);
  const figures = now.map(({ name, value }) =>
    [now.length > 1 ? name : null, value ?? '—'].filter((part) => part !== null).join(' '),
  );
  return message('figureBeside', told.value, figures.join(', '));
};

const toTitle = (note: FigureNote, facts: PageFacts): string =>
  compareFigure(note, facts)
    .now.map(({ note: origin }) => origin)
    .join('; ');

export const createBesideNotes = (facts: PageFacts): BesideNotes => {
  const placed = new Map<Element, Placed>();

  const place = (block: Element): Placed | null => {
    if (!findBlockEnd(block)) return null;
    const { element, root } = createClosedHost('mn-figure', [besideCss]);
    const text = document.createElement('span');
    text.className = 'beside';
    text.dir = uiDirection();
    root.append(text);
    block.append(element);
    return { element, text };
  };

  const write = ({ text }: Placed, notes: readonly FigureNote[]): void => {
    const lines = notes.map((note) => toLine(note, facts)).join(' · ');
    if (text.textContent === lines) return;
    text.textContent = lines;
    text.title = notes.map((note) => toTitle(note, facts)).join(' · ');
  };

  const take = (block: Element): void => {
    placed.get(block)?.element.remove();
    placed.delete(block);
  };

  return {
    show(notes) {
      const groups = groupByBlock(notes);
      for (const block of placed.keys()) if (!groups.has(block)) take(block);
      for (const [block, ofBlock] of groups) {
        const known = placed.get(block);
        const note = known?.element.isConnected ? known : place(block);
        if (!note) continue;
        placed.set(block, note);
        write(note, ofBlock);
      }
    },
    clear: () => [...placed.keys()].forEach(take),
  };
};
