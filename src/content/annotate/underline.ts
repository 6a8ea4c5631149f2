/** Underlines as CSS custom highlights: no node of the page is touched, nothing moves. The styles are in page.css. */
export interface Underlines {
  add(range: Range): void;
  remove(range: Range): void;
}

/** Mentions and the story's own figures are told apart by their lines. */
export type UnderlineName = 'mn-mention' | 'mn-figure';

/**
 * The underlines of one page, until the signal aborts. Under forced colours there are none: browsers paint every highlight
 * like a selection there, whatever its style says.
 */
export const createUnderlines = (name: UnderlineName, signal: AbortSignal): Underlines => {
  const highlight = new Highlight();
  const forcedColors = matchMedia('(forced-colors: active)');
  const register = (): void => {
    if (forcedColors.matches) CSS.highlights.delete(name);
    else CSS.highlights.set(name, highlight);
  };
  register();
  forcedColors.addEventListener('change', register, { signal });
  signal.addEventListener('abort', () => CSS.highlights.delete(name));
  return {
    add: (range) => void highlight.add(range),
    remove: (range) => void highlight.delete(range),
  };
};
