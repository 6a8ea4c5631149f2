const NAME = 'mn-mention';

/** Underlines as CSS custom highlights: no node of the page is touched, nothing moves. The style is in page.css. */
export interface Underlines {
  add(range: Range): void;
  remove(range: Range): void;
  clear(): void;
}

export const createUnderlines = (): Underlines => {
  const highlight = new Highlight();
  CSS.highlights.set(NAME, highlight);
  return {
    add: (range) => void highlight.add(range),
    remove: (range) => void highlight.delete(range),
    clear() {
      highlight.clear();
      CSS.highlights.delete(NAME);
    },
  };
};
