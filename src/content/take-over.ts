import { isExtensionAlive } from '../platform/messenger.ts';
import { removeCutIn } from './annotate/cut-in.ts';

/** Scripts of an older and of a newer copy of the extension share nothing but the document. */
const TAKEN_OVER = 'mn-taken-over';

const OURS = 'mn-chip, mn-figure, mn-ticker, mn-card, mn-panel';

/** Firefox opens closed roots to content scripts, and only there strips are left behind. */
interface OpenedElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Gives the text node that a strip silenced its sentence back, or puts the sentence where the strip stands. */
const restoreSentence = (strip: OpenedElement): void => {
  const sentence = strip.openOrClosedShadowRoot?.querySelector('.sentence')?.textContent;
  if (!sentence || !strip.parentNode) return;
  const texts = document.createTreeWalker(strip.parentNode, NodeFilter.SHOW_TEXT);
  texts.currentNode = strip;
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data !== '') continue;
    text.data = sentence;
    return;
  }
  strip.before(sentence);
};

/**
 * Makes this script the only one of ours in the page. An update leaves an older one behind: in Chromium it still runs and
 * is told to end; in Firefox it is dead, and what it left is taken out of the page, whose own nodes become whole again.
 */
export const takeOverPage = (session: AbortController): void => {
  document.dispatchEvent(new Event(TAKEN_OVER));
  for (const element of document.querySelectorAll(OURS)) {
    restoreSentence(element);
    removeCutIn(element);
  }
  // A page that sends this event ends nothing: only a script whose extension is gone heeds it.
  document.addEventListener(TAKEN_OVER, () => isExtensionAlive() || session.abort(), {
    signal: session.signal,
  });
};
