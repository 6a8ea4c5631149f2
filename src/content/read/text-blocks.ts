/**
 * A stretch of text that a reader sees as one: all text nodes between two block boundaries, inline tags ignored, so that
 * a name that is split over tags (`<b>Bit</b>coin`) is whole again. `element` is the block that holds it.
 */
export interface TextBlock {
  readonly element: Element;
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** One text node and where its first character stands in the block's text. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
}

const BLOCK_TAGS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

/** Not prose, not the article's own, or not ours to touch. */
const SKIPPED_TAGS = new Set(
  (
    'AUDIO BUTTON CANVAS CODE DATALIST DIALOG EMBED IFRAME INPUT KBD MATH MATH-FIELD NAV NOSCRIPT OBJECT OPTION PRE ' +
    'SAMP SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VAR VIDEO'
  ).split(' '),
);

export const isOurs = (element: Element): boolean => element.localName.startsWith('mn-');

/** True for an element that brings or takes no text: scripts, pictures, empty slots. */
export const isWithoutText = (element: Element): boolean =>
  isSkipped(element) || (element.tagName !== 'BR' && (element.textContent ?? '').trim() === '');

const SKIPPED_ROLES = new Set([
  'navigation',
  'textbox',
  'searchbox',
  'combobox',
  'menu',
  'menubar',
  'toolbar',
]);

const isEditable = (element: Element): boolean => {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
};

/** The attributes that decide whether text is read, for who watches the page. */
export const DECIDING_ATTRIBUTES = ['contenteditable', 'hidden', 'role'];

const isSkipped = (element: Element): boolean =>
  SKIPPED_TAGS.has(element.tagName.toUpperCase()) ||
  element.hasAttribute('hidden') ||
  isEditable(element) ||
  SKIPPED_ROLES.has(element.getAttribute('role') ?? '');

/** True for an element whose text is never read, whoever asks; its descendants are out with it. */
const isInSkipped = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isSkipped(at)) return true;
  }
  return false;
};

export const isBlock = (element: Element): boolean => BLOCK_TAGS.has(element.tagName.toUpperCase());

/** The nearest block around a node, itself included; null outside any element. */
export const findBlockElement = (node: Node): Element | null => {
  let at: Element | null = node instanceof Element ? node : node.parentElement;
  while (at && !isBlock(at)) at = at.parentElement;
  return at;
};

/** Every block of text below `root`, in document order. Reads the page and changes nothing. */
export const findTextBlocks = (root: Element): TextBlock[] => {
  const blocks: TextBlock[] = [];
  let pieces: TextPiece[] = [];
  let text = '';

  const flush = (element: Element): void => {
    if (text.trim() !== '') blocks.push({ element, text, pieces });
    pieces = [];
    text = '';
  };

  const visit = (node: Node, block: Element): void => {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof Element && !isOurs(node)) {
      visitElement(node, block);
    }
  };

  const visitElement = (element: Element, block: Element): void => {
    const skipped = isSkipped(element);
    const isBoundary = skipped || isBlock(element) || element.tagName === 'BR';
    if (isBoundary) flush(block);
    if (skipped) return;
    const inner = isBlock(element) ? element : block;
    for (const child of element.childNodes) visit(child, inner);
    if (isBoundary) flush(inner);
  };

  if (isInSkipped(root) || document.designMode === 'on') return [];
  for (const child of root.childNodes) visit(child, root);
  flush(root);
  return blocks;
};

/** The text node and offset of a position in the block's text. At a seam of two nodes, `end` picks the earlier one. */
const locate = (block: TextBlock, offset: number, end: boolean): { node: Text; offset: number } | null => {
  for (const { node, start } of block.pieces) {
    const stop = start + node.data.length;
    if (end ? offset > start && offset <= stop : offset >= start && offset < stop)
      return { node, offset: offset - start };
  }
  return null;
};

/** A live range over part of the block's text; null when the page has changed the text since it was read. */
export const toRange = (block: TextBlock, start: number, end: number): Range | null => {
  const from = locate(block, start, false);
  const to = locate(block, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
};
