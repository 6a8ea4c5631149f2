import { findParent } from './composed-tree.ts';
import { isSkippedBySite } from './site-rules.ts';

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

/** The attributes that decide whether text is read, for who watches the page. What a site's rule names is looked at once. */
export const DECIDING_ATTRIBUTES = ['contenteditable', 'hidden', 'role'];

const isSkipped = (element: Element): boolean =>
  SKIPPED_TAGS.has(element.tagName.toUpperCase()) ||
  element.hasAttribute('hidden') ||
  isEditable(element) ||
  SKIPPED_ROLES.has(element.getAttribute('role') ?? '') ||
  isSkippedBySite(element);

/** True for an element whose text is never read, whoever asks; its descendants are out with it. */
const isInSkipped = (element: Element): boolean => {
  for (let at: Node | null = element; at; at = findParent(at)) {
    if (at instanceof Element && isSkipped(at)) return true;
  }
  return false;
};

export const isBlock = (element: Element): boolean => BLOCK_TAGS.has(element.tagName.toUpperCase());

/** The nearest block around a node, itself included; null outside any element. */
export const findBlockElement = (node: Node): Element | null => {
  let at: Node | null = node;
  while (at && !(at instanceof Element && isBlock(at))) at = findParent(at);
  return at;
};

/** `all`: with every block inside. `own`: only the text that belongs to the element itself. */
export type Reach = 'own' | 'all';

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** An open shadow root of the site, drawn in place of its host's children. */
const findOpenRoot = (element: Element): ShadowRoot | null =>
  element.localName.includes('-') ? element.shadowRoot : null;

const findFirst = (element: Element): Node | null => findOpenRoot(element)?.firstChild ?? element.firstChild;

/**
 * The node after all that is in `node`: `root` at the end, null where the page took `node` out of it. Of a host, the
 * children in its shadow root come first. `onLeave` is told what ends on the way.
 */
const findNext = (node: Node, root: Node, onLeave: (left: Node, isShadow: boolean) => void): Node | null => {
  let at = node;
  while (at !== root) {
    if (at.nextSibling) return at.nextSibling;
    const { parentNode } = at;
    if (!parentNode) return null;
    const isShadow = parentNode instanceof ShadowRoot;
    const parent = isShadow ? parentNode.host : parentNode;
    onLeave(parent, isShadow);
    if (isShadow && parent.firstChild) return parent.firstChild;
    at = parent;
  }
  return root;
};

/**
 * Every block of text below `root`, one by one, in document order. Reads the page and changes nothing, and may be left
 * standing while the page changes. `onShadowRoot` is told of the site's open roots on the way. Ends with false when the page took the place away from which it would go on.
 */
export function* walkTextBlocks(
  root: Element,
  reach: Reach,
  onShadowRoot: (root: ShadowRoot) => void = () => {},
): Generator<TextBlock, boolean> {
  if (isInSkipped(root) || document.designMode === 'on') return true;
  let pieces: TextPiece[] = [];
  let text = '';
  const cut = (): TextBlock | null => {
    const first = pieces[0]?.node;
    const element = first && text.trim() !== '' ? findBlockElement(first) : null;
    const block = element && { element, text, pieces };
    pieces = [];
    text = '';
    return block;
  };

  let node: Node | null = findFirst(root) ?? root;
  while (node && node !== root) {
    let isBoundary = false;
    let inner: Node | null = null;
    if (isText(node)) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (isElement(node) && !isOurs(node)) {
      const isInnerBlock = isBlock(node);
      const skipped = isSkipped(node);
      const shadow = skipped ? null : findOpenRoot(node);
      if (shadow) onShadowRoot(shadow);
      isBoundary = isInnerBlock || skipped || shadow !== null || node.tagName === 'BR';
      if (!skipped && !(isInnerBlock && reach === 'own')) inner = findFirst(node);
    }
    if (isBoundary) {
      const block = cut();
      if (block) yield block;
    }
    if (inner) {
      node = inner;
      continue;
    }
    let isEnd = false;
    node = findNext(node, root, (left, isShadow) => {
      isEnd ||= isShadow || (isElement(left) && isBlock(left));
    });
    if (isEnd || node === root) {
      const block = cut();
      if (block) yield block;
    }
  }
  return node === root;
}

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
