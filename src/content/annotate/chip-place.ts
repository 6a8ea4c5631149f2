/** Where a chip goes: into a text node behind an offset, or behind an element. */
export type ChipPlace =
  | { readonly kind: 'in-text'; readonly node: Text; readonly offset: number }
  | { readonly kind: 'after-element'; readonly element: Element };

/** What belongs to the mention's word and must not be torn off: `'s`, `-denominated`, a closing bracket or quote. */
const REST_OF_WORD = /^(?:['’]\p{Script=Latin}{1,2}(?![\p{L}\p{N}])|[-‑]\p{Script=Latin}+|[)\]”"])+/u;

/** The outermost link or button around a node, inside its block: a chip in it would be a control within a control. */
const findControl = (node: Node): Element | null => {
  let control: Element | null = null;
  for (let at = node.parentElement; at; at = at.parentElement) {
    if (at.matches('a, button, summary, label, [role="button"], [role="link"]')) control = at;
    if (at.matches('p, li, td, div, blockquote')) break;
  }
  return control;
};

/** The place for a mention's chip: after the word that the mention ends, or after the link that holds it. */
export const findChipPlace = (range: Range): ChipPlace => {
  const node = range.endContainer as Text;
  const control = findControl(node);
  if (control) return { kind: 'after-element', element: control };
  const rest = REST_OF_WORD.exec(node.data.slice(range.endOffset))?.[0] ?? '';
  return { kind: 'in-text', node, offset: range.endOffset + rest.length };
};
