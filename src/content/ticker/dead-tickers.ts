import { findBlockElement } from '../read/text-blocks.ts';
import { type Place, SENTENCES } from './dead-sentences.ts';

/** What the widget would have been, and so what the strip is. */
export type TickerShape = 'marquee' | 'list' | 'label' | 'table';

/** A price widget of the page that has no coins to show. */
export interface DeadTicker {
  /** The page's own text node that says so; null for a widget that only stands there empty. */
  readonly sentence: Text | null;
  /** The node before which the strip belongs: the sentence, the comment that marks its place, or the empty widget. */
  readonly place: ChildNode;
  readonly shape: TickerShape;
}

const isAt = (element: Element | null, { within, besides }: Place): boolean =>
  (within === undefined || Boolean(element?.closest(within))) &&
  (besides === undefined || document.querySelector(besides) !== null);

const SHORTEST = Math.min(...SENTENCES.map(({ text }) => text.length));

/** The mark that versions 2.0.2 and the CoinGecko sister leave in the widget's place while the sentence goes elsewhere. */
const PLACE_COMMENT = /^\s*Cryptocurrency Widget ID:\s*\d+\s*!?\s*$/;

/** Where a text about the sentence would quote it. */
const QUOTING =
  'code, pre, kbd, samp, blockquote, q, cite, a, textarea, script, style, noscript, template, [contenteditable]';

/** What the place or the page's scripts tell of the widget; a band of prices where they tell nothing. */
const SHAPES: readonly (Place & { readonly shape: TickerShape })[] = [
  { shape: 'table', within: '.ccew_html_container' },
  { shape: 'list', within: 'aside, .widget, .ccpw_widget, .ccwca_widget, .sidebar' },
  { shape: 'marquee', besides: '#ccpw_bxslider_js-js' },
  { shape: 'table', besides: '#ccpw-datatable-js' },
];

const toShape = (place: ChildNode): TickerShape =>
  SHAPES.find((rule) => isAt(place.parentElement, rule))?.shape ?? 'marquee';

const isSentence = (text: string, parent: Element): boolean => {
  if (text.length < SHORTEST) return false;
  const trimmed = text.trim();
  return SENTENCES.some((rule) => rule.text === trimmed && isAt(parent, rule));
};

/** A paragraph, or any block that holds the sentence in an inline tag, must say nothing else: else it is somebody's text. */
const isDeadSentence = (node: Text): boolean => {
  const parent = node.parentElement;
  if (!parent || !isSentence(node.data, parent) || parent.closest(QUOTING)) return false;
  const block = findBlockElement(node);
  const mustBeAlone = block !== parent || parent.tagName === 'P';
  return !mustBeAlone || block?.textContent?.trim() === node.data.trim();
};

const followsDirectly = (sentence: Text, comment: Comment): boolean => sentence.nextSibling === comment;

/**
 * The widgets below `root` that say that they have no coins, in document order. Where a comment marks a place away from
 * the sentence (the plugin printed the sentence early), the strip belongs in that place.
 */
export const findDeadTickers = (root: Node): DeadTicker[] => {
  const sentences: Text[] = [];
  const comments: Comment[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (isDeadSentence(node as Text)) sentences.push(node as Text);
    } else if (PLACE_COMMENT.test((node as Comment).data)) {
      comments.push(node as Comment);
    }
  }
  const strays = comments.filter(
    (comment) => !sentences.some((sentence) => followsDirectly(sentence, comment)),
  );
  return sentences.map((sentence) => {
    const next = sentence.nextSibling;
    const inPlace = next !== null && comments.includes(next as Comment);
    const place = inPlace ? sentence : (strays.shift() ?? sentence);
    return { sentence, place, shape: toShape(place) };
  });
};
