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

/** A document without a browsing context: no custom element of the page is ever defined in it. */
let inert: Document | null = null;

/**
 * Makes `<mn-…>` with a closed root. The root is attached before the page's document sees the element: a page that defines
 * the tag itself would otherwise have its constructor run inside ours, and could ask `attachInternals()` for the root.
 * Sheets come as constructed ones, because a page's CSP may forbid style elements;
 * `look` is one that stands over them and may change.
 */
export const createClosedHost = (
  tag: `mn-${string}`,
  css: readonly string[],
  look?: CSSStyleSheet,
): ClosedHost => {
  inert ??= document.implementation.createHTMLDocument('');
  const element = inert.createElement(tag);
  const root = element.attachShadow({ mode: 'closed' });
  document.adoptNode(element);
  root.adoptedStyleSheets = [...css.map(sharedSheet), ...(look ? [look] : [])];
  return { element, root };
};
