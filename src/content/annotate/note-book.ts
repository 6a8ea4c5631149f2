import type { Mention } from '../../domain/mentions/mention.ts';
import { compareStarts } from '../read/composed-tree.ts';
import { type TextBlock, toRange } from '../read/text-blocks.ts';
import { isIntact, mend, type Note } from './note.ts';
import type { Underlines } from './underline.ts';

export interface NoteBookParts {
  readonly underlines: Underlines;
  /** False for a mention that the reader does not want on this site. */
  readonly isWanted: (mention: Mention) => boolean;
  /** Called with each note that goes. */
  readonly onGone: (note: Note) => void;
}

/** Which blocks of an article were read, and the notes found in them. */
export interface NoteBook {
  /** The notes that the reader wants, in document order. */
  notes(): readonly Note[];
  /** Every element that holds notes. */
  elements(): readonly Element[];
  notesIn(element: Element): readonly Note[];
  /** Whether what the element says there was read and has not been forgotten since. */
  isRead(block: TextBlock): boolean;
  setRead(block: TextBlock): void;
  /** Makes the mentions the block's notes. Those that it has already stay the same. */
  write(block: TextBlock, mentions: readonly Mention[]): void;
  /**
   * Notes of blocks that still say what they said keep their place, also where the page moved them or wrote them anew. Of a
   * block that says more behind it they are that block's, and stay until it is read.
   */
  follow(element: Element, blocks: readonly TextBlock[]): void;
  /** Drops notes; their blocks count as unread. */
  forget(element: Element, isGone: (note: Note) => boolean): void;
  /** Asks again which notes are wanted. */
  sift(): void;
}

const isSamePlace = (note: Note, mention: Mention, range: Range): boolean =>
  note.mention.id === mention.id &&
  note.range.startContainer === range.startContainer &&
  note.range.startOffset === range.startOffset &&
  note.range.endContainer === range.endContainer &&
  note.range.endOffset === range.endOffset;

export const createNoteBook = ({ underlines, isWanted, onGone }: NoteBookParts): NoteBook => {
  const readTexts = new WeakMap<Element, Set<string>>();
  const byElement = new Map<Element, Note[]>();
  let sorted: Note[] | null = null;
  /** Notes of elements that had none when notes were last put in order: of a page that grows they all stand at the end. */
  let added: Note[] = [];

  const compare = (a: Note, b: Note): number => compareStarts(a.range, b.range);
  const toOrder = (notes: readonly Note[]): Note[] =>
    notes.filter(({ mention }) => isWanted(mention)).sort(compare);

  /** The notes in order with those that were added, where these stand behind them; else null. */
  const append = (known: readonly Note[]): Note[] | null => {
    const more = toOrder(added);
    const [last, first] = [known.at(-1), more[0]];
    return !last || !first || compare(last, first) < 0 ? [...known, ...more] : null;
  };

  const hide = (note: Note): void => {
    underlines.remove(note.range);
    onGone(note);
  };

  const toNote = (block: TextBlock, mention: Mention, known: readonly Note[]): Note | null => {
    const range = toRange(block, mention.start, mention.end);
    // The page may have written since the block was read.
    if (!range || range.toString() !== mention.surface) return null;
    const same = known.find((note) => isSamePlace(note, mention, range));
    if (same) return same;
    if (isWanted(mention)) underlines.add(range);
    return { mention, range, block, chip: null };
  };

  const setNotes = (element: Element, notes: readonly Note[]): void => {
    if (sorted && !byElement.has(element)) added.push(...notes);
    else sorted = null;
    if (notes.length > 0) byElement.set(element, [...notes]);
    else byElement.delete(element);
  };

  return {
    notes() {
      if (sorted && added.length > 0) sorted = append(sorted);
      added = [];
      sorted ??= toOrder([...byElement.values()].flat());
      return sorted;
    },

    elements: () => [...byElement.keys()],
    notesIn: (element) => byElement.get(element) ?? [],
    isRead: ({ element, text }) => readTexts.get(element)?.has(text) ?? false,

    setRead({ element, text }) {
      const texts = readTexts.get(element);
      if (texts) texts.add(text);
      else readTexts.set(element, new Set([text]));
    },

    write(block, mentions) {
      const known = byElement.get(block.element) ?? [];
      if (mentions.length === 0 && known.length === 0) return;
      const here = mentions.flatMap((mention) => toNote(block, mention, known) ?? []);
      const isElsewhere = (note: Note): boolean => note.block.text !== block.text;
      for (const note of known) if (!isElsewhere(note) && !here.includes(note)) hide(note);
      setNotes(block.element, [...known.filter(isElsewhere), ...here]);
    },

    follow(element, blocks) {
      sorted = null;
      for (const note of byElement.get(element) ?? []) {
        const { text } = note.block;
        const same = blocks.filter((block) => block.text.startsWith(text));
        const block = isIntact(note)
          ? same.find(({ pieces }) => pieces.some(({ node }) => node === note.range.endContainer))
          : same.find((moved) => mend(note, moved));
        if (!block || block.text === text) continue;
        readTexts.get(element)?.delete(text);
        note.block = block;
      }
    },

    forget(element, isGone) {
      const known = byElement.get(element) ?? [];
      const gone = known.filter(isGone);
      if (gone.length === 0) return;
      for (const note of gone) {
        hide(note);
        readTexts.get(element)?.delete(note.block.text);
      }
      setNotes(
        element,
        known.filter((note) => !gone.includes(note)),
      );
    },

    sift() {
      sorted = null;
      for (const note of [...byElement.values()].flat()) {
        if (isWanted(note.mention)) underlines.add(note.range);
        else hide(note);
      }
    },
  };
};
