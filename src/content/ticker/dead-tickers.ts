import { findBlockElement } from '../read/text-blocks.ts';

/** A widget of the page that shows nothing but the sentence that no currency was chosen. */
export interface DeadTicker {
  /** The page's own text node with the sentence. */
  readonly sentence: Text;
  /** The node before which the widget would stand: the sentence, or the comment that marks its place. */
  readonly place: ChildNode;
}

/**
 * What the "Cryptocurrency Widgets" plugins for WordPress print for an empty widget: free edition and its CoinGecko
 * sister (all versions), Pro, Pro without data. Read in the plugins' public sources.
 */
const SENTENCES: readonly string[] = [
  'You have not selected any currencies to display',
  'You have not selected any currency to display',
];
const SHORTEST = Math.min(...SENTENCES.map((sentence) => sentence.length));

/** The mark that versions 2.0.2 and the CoinGecko sister leave in the widget's place while the sentence goes elsewhere. */
const PLACE_COMMENT = /^\s*Cryptocurrency Widget ID:\s*\d+\s*!?\s*$/;

/** Where a text about the sentence would quote it. */
const QUOTING =
  'code, pre, kbd, samp, blockquote, q, cite, a, textarea, script, style, noscript, template, [contenteditable]';

const isSentence = (text: string): boolean => text.length >= SHORTEST && SENTENCES.includes(text.trim());

/** A paragraph, or any block that holds the sentence in an inline tag, must say nothing else: else it is somebody's text. */
const isDeadSentence = (node: Text): boolean => {
  const parent = node.parentElement;
  if (!isSentence(node.data) || !parent || parent.closest(QUOTING)) return false;
  const block = findBlockElement(node);
  const mustBeAlone = block !== parent || parent.tagName === 'P';
  return !mustBeAlone || isSentence(block?.textContent ?? '');
};

const followsDirectly = (sentence: Text, comment: Comment): boolean => sentence.nextSibling === comment;

/**
 * The dead tickers below `root`, in document order. Where a comment marks a place away from the sentence (the plugin
 * printed the sentence early), the ticker belongs in that place.
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
    return { sentence, place: inPlace ? sentence : (strays.shift() ?? sentence) };
  });
};
