import { absenceMessage } from '../../ui/absence-message.ts';
import { toListText } from '../../ui/list-text.ts';
import { uiDirection, uiLocale } from '../../ui/locale.ts';
import { message } from '../../ui/strings.ts';
import { mayEndWithNote } from '../annotate/chip-place.ts';
import { createClosedHost } from '../closed-host.ts';
import { groupByBlock } from '../group-by-block.ts';
import type { PageFacts } from '../page-facts.ts';
import besideCss from './beside.css?inline';
import { type Comparison, compareFigure } from './compare-figure.ts';
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

/** `“over $93,500” now $93,612`: of a figure about several coins each is named. */
const toLine = ({ told, now }: Comparison): string => {
  const figures = now.map(({ name, value }) =>
    [now.length > 1 ? name : null, value ?? '—'].filter((part) => part !== null).join(' '),
  );
  return message('figureBeside', told.value, toListText(figures));
};

/** Where each figure comes from and how old it is, or why there is none. */
const toTitle = ({ now }: Comparison): string =>
  now.map(({ note, absence }) => (absence === null ? note : absenceMessage(absence))).join('; ');

export const createBesideNotes = (facts: PageFacts): BesideNotes => {
  // What was at publication is not told here, and so not asked for.
  const present: PageFacts = { ...facts, publishedAtMs: () => null };
  const placed = new Map<Element, Placed>();

  const place = (block: Element): Placed | null => {
    if (!mayEndWithNote(block)) return null;
    const { element, root } = createClosedHost('mn-figure', [besideCss]);
    const text = document.createElement('span');
    text.className = 'beside';
    text.dir = uiDirection();
    text.lang = uiLocale();
    root.append(text);
    block.append(element);
    return { element, text };
  };

  const write = ({ text }: Placed, notes: readonly FigureNote[]): void => {
    const compared = notes.map((note) => compareFigure(note, present));
    const line = compared.map(toLine).join(' · ');
    const title = compared.map(toTitle).join(' · ');
    if (text.textContent !== line) text.textContent = line;
    // Ages grow while a figure stays the same.
    if (text.title !== title) text.title = title;
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
