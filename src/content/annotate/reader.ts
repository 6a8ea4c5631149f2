import type { NewCoin } from '../../domain/mentions/extend-gazetteer.ts';
import { startMentionScan } from '../../domain/mentions/index.ts';
import type { Article } from '../read/article.ts';
import { findBlocksInView } from '../read/blocks-in-view.ts';
import { type Reach, type TextBlock, walkTextBlocks } from '../read/text-blocks.ts';
import { runInSlices } from '../slices.ts';
import { type Changes, isTouched, toOutermost } from './changed-blocks.ts';
import type { Note } from './note.ts';
import type { NoteBook } from './note-book.ts';

export interface ReaderParts {
  readonly article: Article;
  readonly newCoins: readonly NewCoin[];
  readonly book: NoteBook;
  /** Called before changed blocks are read: what they held must be whole again, and forgotten where it is old. */
  readonly prepare: (changes: Changes) => void;
  /** Called with every shadow root that the walk passes through. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  readonly onRead: () => void;
  readonly signal: AbortSignal;
}

/** Reads the article's blocks into the book. */
export interface Reader {
  /** Reads the blocks that the reader sees at once, then the whole article in slices. */
  start(): void;
  /** Reads again, soon, what changed. */
  readSoon(changes: Changes): void;
  isReading(): boolean;
}

const AGAIN_AFTER_MS = 250;
/** How many mentions of the article are read once more beside a changed block: what they name is evidence for it. */
const MOST_WITNESSES = 24;
/** How much is read with such a mention on each side, in UTF-16 units: what decided for it stands there. */
const WITNESS_REACH = 100;

const toWitness = ({ mention: { start, end }, block: { text } }: Note): string => {
  const from = text.lastIndexOf(' ', Math.max(0, start - WITNESS_REACH));
  const to = text.indexOf(' ', end + WITNESS_REACH);
  return text.slice(from + 1, to < 0 ? text.length : to);
};

export const createReader = (parts: ReaderParts): Reader => {
  const { article, newCoins, book, prepare, onShadowRoot, onRead, signal } = parts;
  const { title, tags, language } = article;
  const context = { title, tags, ...(language ? { language } : {}) };
  const waiting: Changes = new Map();
  let isReading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is said around the article's subjects, once for each. */
  const listWitnesses = (): string[] => {
    const bySubject = new Map(book.notes().map((note) => [note.mention.id, note]));
    return [...new Set([...bySubject.values()].slice(0, MOST_WITNESSES).map(toWitness))];
  };

  /** Underlines what is in view before the long walk. What the whole article says of it, comes with that. */
  function* readView(): Generator<void> {
    const elements = findBlocksInView(article.root);
    yield;
    const scan = startMentionScan(context, newCoins);
    yield;
    const blocks = elements.flatMap((element) => [...walkTextBlocks(element, 'own')]);
    for (const { text } of blocks) {
      scan.readBlock(text);
      yield;
    }
    const found = yield* scan.decideInSteps();
    for (const [at, block] of blocks.entries()) book.write(block, found[at] ?? []);
    yield;
  }

  function* collect(element: Element, reach: Reach, fresh: TextBlock[]): Generator<void> {
    const walk = walkTextBlocks(element, reach, onShadowRoot);
    for (;;) {
      const step = walk.next();
      if (step.done) {
        if (!step.value) waiting.set(element, reach);
        return;
      }
      if (!book.isRead(step.value)) fresh.push(step.value);
      yield;
    }
  }

  function* read(changes: Changes): Generator<void> {
    const witnesses = changes.has(article.root) ? [] : listWitnesses();
    const fresh: TextBlock[] = [];
    for (const [element, reach] of changes) yield* collect(element, reach, fresh);
    const scan = startMentionScan(context, newCoins);
    for (const { text } of fresh) {
      scan.readBlock(text);
      yield;
    }
    for (const text of witnesses) scan.readBlock(text);
    const found = yield* scan.decideInSteps();
    for (const [at, block] of fresh.entries()) {
      // What changed while we read is read once more.
      if (!block.element.isConnected || isTouched(waiting, block.element)) continue;
      book.setRead(block);
      book.write(block, found[at] ?? []);
      yield;
    }
  }

  function* readFirst(): Generator<void> {
    yield* readView();
    yield* read(toWaiting());
  }

  /** What waits to be read, from now on in work. */
  const toWaiting = (): Changes => {
    const changes = toOutermost(waiting);
    waiting.clear();
    prepare(changes);
    return changes;
  };

  const run = async (steps: Iterator<void>): Promise<void> => {
    isReading = true;
    await runInSlices(steps, signal);
    isReading = false;
    if (signal.aborted) return;
    onRead();
    if (waiting.size > 0) readSoon(waiting);
  };

  const readSoon = (changes: Changes): void => {
    for (const [element, reach] of changes) if (waiting.get(element) !== 'all') waiting.set(element, reach);
    if (isReading || signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void run(read(toWaiting()));
    }, AGAIN_AFTER_MS);
  };

  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    start() {
      waiting.set(article.root, 'all');
      void run(readFirst());
    },
    readSoon,
    isReading: () => isReading,
  };
};
