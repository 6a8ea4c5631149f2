import { type AnnotatorParts, createAnnotator, type Note } from './annotate/annotator.ts';
import { type Article, findArticle } from './read/article.ts';

export interface ReadingParts extends Omit<AnnotatorParts, 'article'> {
  /** Called with each article before its notes are made. The signal ends with the article. */
  readonly onStart: (article: Article, signal: AbortSignal) => void;
}

/** The reading of whatever article the page holds now. */
export interface Reading {
  notes(): readonly Note[];
  /** Starts anew when the page has put another article in the place of the one that was read. */
  check(): void;
}

/** Annotates the page's article, and the next one when the page exchanges it without loading. */
export const createReading = (parts: ReadingParts): Reading => {
  let current: { root: Element; notes: () => readonly Note[]; controller: AbortController } | null = null;

  const start = (): void => {
    const article = findArticle();
    if (!article) return;
    const controller = new AbortController();
    const signal = AbortSignal.any([controller.signal, parts.signal]);
    parts.onStart(article, signal);
    const { notes } = createAnnotator({ ...parts, article, signal });
    current = { root: article.root, notes, controller };
  };

  start();

  return {
    notes: () => current?.notes() ?? [],
    check() {
      if (current?.root.isConnected) return;
      current?.controller.abort();
      current = null;
      start();
      parts.onChange();
    },
  };
};
