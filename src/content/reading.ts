import { type Annotator, type AnnotatorParts, createAnnotator, type Note } from './annotate/annotator.ts';
import { type Article, findArticle } from './read/article.ts';

export interface ReadingParts extends Omit<AnnotatorParts, 'article'> {
  /** Called with each article before its notes are made. The signal ends with the article. */
  readonly onStart: (article: Article, signal: AbortSignal) => void;
}

/** The reading of whatever article the page holds now. */
export interface Reading {
  /** What is read now; null before there is an article. */
  article(): Article | null;
  notes(): readonly Note[];
  /** Follows another density, or another list of what is no mention. */
  readAnew(): void;
  /** Starts anew when the page has put another article in the place of the one that was read. */
  check(): void;
}

/** Annotates the page's article, and the next one when the page exchanges it without loading. */
export const createReading = (parts: ReadingParts): Reading => {
  let current: { article: Article; annotator: Annotator; controller: AbortController } | null = null;

  const start = (): void => {
    const article = findArticle();
    if (!article) return;
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, parts.signal]);
    parts.onStart(article, signal);
    current = { article, annotator: createAnnotator({ ...parts, article, signal }), controller };
  };

  start();

  return {
    article: () => current?.article ?? null,
    notes: () => current?.annotator.notes() ?? [],
    readAnew: () => current?.annotator.readAnew(),
    check() {
      if (current?.article.root.isConnected) return;
      current?.controller.abort();
      current = null;
      start();
      parts.onChange();
    },
  };
};
