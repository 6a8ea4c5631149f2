export interface SilenceParts {
  /** The page's own text node. */
  readonly sentence: Text;
  /** The node before which the strip belongs. */
  readonly place: ChildNode;
  /** The strip's element, not in the page yet, and its closed root. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** The page removed the strip, or wrote there itself. */
  readonly onTaken: () => void;
}

/** The strips of this page: copies that the page made of them are told apart by not being here. */
const strips = new WeakSet<Element>();

/** A page that rewrote its markup copied our empty element instead of its sentence: the sentence takes its place. */
const replaceCopies = (within: Node, sentence: string): void => {
  if (!(within instanceof Element)) return;
  for (const copy of within.querySelectorAll('mn-ticker')) if (!strips.has(copy)) copy.replaceWith(sentence);
};

/**
 * Puts a strip where a sentence stands. The page's text node stays where it is and is only emptied, so that putting it
 * back is exact. Returns the way to put it back.
 */
export const silenceSentence = ({ sentence, place, element, root, onTaken }: SilenceParts): (() => void) => {
  const original = sentence.data;
  // Seen again when the extension is removed and no script is left to put the page's own node back.
  const fallback = document.createElement('span');
  fallback.className = 'sentence';
  fallback.textContent = original;
  root.prepend(fallback);
  strips.add(element);
  place.before(element);
  sentence.data = '';
  const parents = new Set([element.parentNode, sentence.parentNode]);

  const observer = new MutationObserver(() => {
    if (!element.isConnected || sentence.data !== '') onTaken();
  });
  for (const parent of parents) if (parent) observer.observe(parent, { childList: true });
  observer.observe(sentence, { characterData: true });

  return () => {
    observer.disconnect();
    // Tidying pages drop empty text nodes.
    if (!sentence.isConnected && element.isConnected) element.after(sentence);
    element.remove();
    if (sentence.data === '') sentence.data = original;
    for (const parent of parents) if (parent) replaceCopies(parent, original);
  };
};
