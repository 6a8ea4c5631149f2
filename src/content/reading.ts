import { type AnnotatorParts, createAnnotator } from './annotate/annotator.ts';
import type { Note } from './annotate/note.ts';
import { type Article, findArticle } from './read/article.ts';

export interface ReadingParts extends Omit<AnnotatorParts, 'article'> {
  /** Called with each article before its notes are made, and again when its address changes. The signal ends with it. */
  readonly onArticle: (article: Article, signal: AbortSignal) => void;
}

/** The reading of whatever article the page holds now. */
export interface Reading {
  /** What is read now; null before there is an article. */
  article(): Article | null;
  notes(): readonly Note[];
  notesNear(): readonly Note[];
  isInView(note: Note): boolean;
  /** Density or wishes have changed. */
  update(): void;
  /** Starts anew when the page has put another article in the place of the one that was read. */
  check(): void;
}

/** How often an article is looked for again that came late, or that follows a new address. */
const LOOKS = 20;
const LOOKS_AFTER_MOVE = 5;

const readAddress = (): string => location.href.split('#', 1)[0] ?? '';

/** Annotates the page's article, and the next one when the page exchanges it without loading. */
export const createReading = (parts: ReadingParts): Reading => {
  let current: Pick<Reading, 'notes' | 'notesNear' | 'isInView' | 'update'> | null = null;
  let article: Article | null = null;
  let ofArticle = new AbortController();
  let signal = ofArticle.signal;
  let address = readAddress();
  let looksLeft = LOOKS;
  let hasMoved = false;

  const start = (found: Article | null): void => {
    ofArticle.abort();
    ofArticle = new AbortController();
    article = found;
    current = null;
    if (!article) return;
    signal = AbortSignal.any([ofArticle.signal, parts.signal]);
    parts.onArticle(article, signal);
    current = createAnnotator({ ...parts, article, signal });
  };

  /** An address that changes while the article stays is a live blog's or an endless page's: the notes stay too. */
  const look = (): void => {
    const found = findArticle();
    if (found?.root !== article?.root || !article?.root.isConnected) {
      start(found);
      parts.onChange();
    } else {
      parts.onArticle(article, signal);
    }
  };

  start(findArticle());

  return {
    article: () => article,
    notes: () => current?.notes() ?? [],
    notesNear: () => current?.notesNear() ?? [],
    isInView: (note) => current?.isInView(note) ?? false,
    update: () => (current ? current.update() : parts.onChange()),
    check() {
      if (readAddress() !== address) {
        address = readAddress();
        looksLeft = LOOKS_AFTER_MOVE;
        hasMoved = true;
      }
      const isSought = looksLeft > 0 && (hasMoved || !current || current.notes().length === 0);
      if (article?.root.isConnected && !isSought) return;
      looksLeft = Math.max(0, looksLeft - 1);
      look();
    },
  };
};
