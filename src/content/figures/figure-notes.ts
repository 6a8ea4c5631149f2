import { closeLanguages, findArticleFiguresInSteps } from '../../domain/figures/index.ts';
import type { Mention } from '../../domain/mentions/mention.ts';
import type { Note } from '../annotate/note.ts';
import { createUnderlines } from '../annotate/underline.ts';
import { groupByBlock } from '../group-by-block.ts';
import type { PageFacts } from '../page-facts.ts';
import type { Article } from '../read/article.ts';
import { type TextBlock, toRange, walkTextBlocks } from '../read/text-blocks.ts';
import { runInSlices } from '../slices.ts';
import { createBesideNotes } from './beside-notes.ts';
import type { FigureNote } from './figure-note.ts';
import { hasOwnFigures } from './own-figures.ts';

/** The figures that the story of a page states, underlined while the reader wants them. */
export interface FigureNotes {
  /** In the order of the text. */
  notes(): readonly FigureNote[];
  /** Reads the story again, when idle, if its notes or the words of a figure changed. */
  refresh(): void;
}

export interface FigureNotesParts {
  readonly facts: PageFacts;
  readonly onChange: () => void;
  readonly signal: AbortSignal;
}

/** Nothing is put into a block that the page may still be putting together. */
const SETTLED_AFTER_MS = 1500;
/** A page that never stands still is read so often and not more. */
const READ_EVERY_MS = 2000;
/** A story that has not changed for this long is not about to be read again. */
const CLOSE_AFTER_MS = 8000;

const isIntact = ({ range, surface }: FigureNote): boolean =>
  range.startContainer.isConnected && range.toString() === surface;

const isSameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

/** The mentions of each block, found by its element and its words. */
const toMentionFinder = (notes: readonly Note[]): ((block: TextBlock) => Mention[]) => {
  const byElement = groupByBlock(notes);
  return ({ element, text }) =>
    (byElement.get(element) ?? [])
      .filter(({ block }) => block.text === text)
      .map(({ mention }) => mention)
      .sort((a, b) => a.start - b.start);
};

/** Reads into `notes` step by step; null stands for a figure whose place is gone by the time that it is understood. */
function* readNotes(
  { root, language }: Article,
  mentions: readonly Note[],
  notes: (FigureNote | null)[],
): Generator<void> {
  const mentionsOf = toMentionFinder(mentions);
  const blocks: TextBlock[] = [];
  for (const block of walkTextBlocks(root, 'all')) {
    blocks.push(block);
    yield;
  }
  const found = yield* findArticleFiguresInSteps(
    blocks.map(({ text }) => text),
    blocks.map(mentionsOf),
    language ? { language } : {},
  );
  for (const [at, block] of blocks.entries()) {
    for (const figure of (found[at] ?? []).filter(hasOwnFigures)) {
      const range = toRange(block, figure.start, figure.end);
      const surface = block.text.slice(figure.start, figure.end);
      notes.push(range && { figure, surface, range, block: { element: block.element }, chip: null });
    }
    yield;
  }
}

export const createFigureNotes = ({ facts, onChange, signal }: FigureNotesParts): FigureNotes => {
  const underlines = createUnderlines('mn-figure', signal);
  let notes: readonly FigureNote[] = [];
  let readOf: { article: Article; notes: readonly Note[] } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readAtMs = Number.POSITIVE_INFINITY;
  let isReading = false;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  const beside = createBesideNotes(facts);

  const replace = (next: readonly FigureNote[]): void => {
    for (const { range } of notes) underlines.remove(range);
    for (const { range } of next) underlines.add(range);
    notes = next;
    onChange();
  };

  const read = async (): Promise<void> => {
    const article = facts.article();
    if (signal.aborted || !article) return;
    if (isReading) {
      readSoon(READ_EVERY_MS);
      return;
    }
    readOf = { article, notes: [...facts.notes()] };
    const found: (FigureNote | null)[] = [];
    isReading = true;
    try {
      await runInSlices(readNotes(article, readOf.notes, found), signal);
    } finally {
      isReading = false;
    }
    if (signal.aborted || facts.settings().figures === 'off') return;
    readAtMs = performance.now();
    // The page may have written, and chips may have cut its text, while it was read: what was lost is read again.
    const intact = found.filter((note) => note !== null).filter(isIntact);
    replace(intact);
    if (intact.length < found.length) readSoon(READ_EVERY_MS);
    clearTimeout(settleTimer);
    settleTimer = setTimeout(showBeside, SETTLED_AFTER_MS);
    clearTimeout(closeTimer);
    closeTimer = setTimeout(() => !isReading && closeLanguages(), CLOSE_AFTER_MS);
  };

  const showBeside = (): void => {
    if (signal.aborted || facts.settings().figures !== 'beside') beside.clear();
    else if (document.readyState === 'complete' && performance.now() - readAtMs >= SETTLED_AFTER_MS)
      beside.show(notes.filter(isIntact));
  };

  const isOutdated = (): boolean =>
    readOf?.article.root !== facts.article()?.root ||
    !isSameList(readOf?.notes ?? [], facts.notes()) ||
    !notes.every(isIntact);

  const readSoon = (waitMs: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      requestIdleCallback(() => void read());
    }, waitMs);
  };

  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(settleTimer);
    clearTimeout(closeTimer);
    closeLanguages();
    beside.clear();
  });

  return {
    notes: () => notes,
    refresh() {
      if (facts.settings().figures === 'off') {
        readOf = null;
        if (notes.length > 0) replace([]);
      } else if (isOutdated()) readSoon(readOf ? READ_EVERY_MS : 0);
      showBeside();
    },
  };
};
