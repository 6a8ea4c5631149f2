const NAME = 'mn-mention';

/** Underlines as CSS custom highlights: no node of the page is touched, nothing moves. The style is in page.css. */
export interface Underlines {
  add(range: Range): void;
  remove(range: Range): void;
}

/**
 * The underlines of one page, until the signal aborts. Under forced colours there are none: browsers paint every highlight
 * like a selection there, whatever its style says.
 */
export const createUnderlines = (signal: AbortSignal): Underlines => {
  const highlight = new Highlight();
  const forcedColors = matchMedia('(forced-colors: active)');
  const register = (): void => {
    if (forcedColors.matches) CSS.highlights.delete(NAME);
    else CSS.highlights.set(NAME, highlight);
  };
  register();
  forcedColors.addEventListener('change', register, { signal });
  signal.addEventListener('abort', () => CSS.highlights.delete(NAME));
  return {
    add: (range) => void highlight.add(range),
    remove: (range) => void highlight.delete(range),
  };
};
