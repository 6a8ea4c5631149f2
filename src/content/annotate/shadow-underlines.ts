/** Sheets of the document do not reach into a site's shadow roots: each gets the rule of page.css that underlines. */
const RULES = `::highlight(mn-mention) {
  text-decoration: underline dotted 1px color-mix(in srgb, currentColor 55%, transparent);
  text-underline-offset: 0.18em;
}
@media print { ::highlight(mn-mention) { text-decoration: none; } }`;

/** Makes underlines show in a shadow root of the site, until the signal aborts. */
export const underlineIn = (root: ShadowRoot, signal: AbortSignal): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  signal.addEventListener('abort', () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  });
};
