/** An element of ours in the page: empty to the page, its content in a closed root with its own sheets. */
export interface ClosedHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

const sheets = new Map<string, CSSStyleSheet>();

/** One sheet for all roots with the same rules: a sheet of its own in every chip would cost more than the chip. */
const sharedSheet = (css: string): CSSStyleSheet => {
  const known = sheets.get(css);
  if (known) return known;
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  sheets.set(css, made);
  return made;
};

/**
 * Makes `<mn-…>` with a closed root. `customElements` does not exist in content scripts: the tag stays unregistered,
 * which is enough for a shadow root. Sheets come as constructed ones, because a page's CSP may forbid style elements.
 */
export const createClosedHost = (tag: `mn-${string}`, css: readonly string[]): ClosedHost => {
  const element = document.createElement(tag);
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = css.map(sharedSheet);
  return { element, root };
};
