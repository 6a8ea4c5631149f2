import { h, render } from 'preact';
import type { Look } from '../../ui/look.ts';
import themeCss from '../../ui/theme.css?inline';
import { createClosedHost } from '../closed-host.ts';
import { pageLook } from '../page-look.ts';
import type { DeadTicker } from './dead-tickers.ts';
import { Strip, type StripProps } from './Strip.tsx';
import tickerCss from './ticker.css?inline';

/** What a strip shows, and how the reader wants it to look. */
export interface TickerContent extends Omit<StripProps, 'onClose'> {
  readonly look: Look;
}

/** A live strip in the place of a dead ticker. */
export interface Ticker {
  show(content: TickerContent): void;
  /** Puts the page's own sentence back and takes the strip away. */
  restore(): void;
}

/** The strips of this page: copies that the page made of them are told apart by not being here. */
const strips = new WeakSet<Element>();

/** A page that rewrote its markup copied our empty element instead of its sentence: the sentence takes its place. */
const replaceCopies = (within: Node, sentence: string): void => {
  if (!(within instanceof Element)) return;
  for (const copy of within.querySelectorAll('mn-ticker')) if (!strips.has(copy)) copy.replaceWith(sentence);
};

/**
 * Fills a dead ticker. The page's text node stays where it is and is only emptied, so that putting it back is exact.
 * When the page removes the strip or writes the node itself, what the page did stands.
 */
export const fillDeadTicker = ({ sentence, place }: DeadTicker, onClosed: () => void): Ticker => {
  const original = sentence.data;
  const { element, root } = createClosedHost('mn-ticker', [themeCss, tickerCss], pageLook.sheet);
  const strip = document.createElement('div');
  // Seen again when the extension is removed and no script is left to put the page's own node back.
  const fallback = document.createElement('span');
  fallback.className = 'sentence';
  fallback.textContent = original;
  root.append(fallback, strip);
  strips.add(element);
  place.before(element);
  sentence.data = '';
  const parents = new Set([element.parentNode, sentence.parentNode]);

  const restore = (): void => {
    observer.disconnect();
    // Tidying pages drop empty text nodes.
    if (!sentence.isConnected && element.isConnected) element.after(sentence);
    render(null, strip);
    element.remove();
    if (sentence.data === '') sentence.data = original;
    for (const parent of parents) if (parent) replaceCopies(parent, original);
  };

  const close = (): void => {
    restore();
    onClosed();
  };

  const observer = new MutationObserver(() => {
    if (!element.isConnected || sentence.data !== '') close();
  });
  for (const parent of parents) if (parent) observer.observe(parent, { childList: true });
  observer.observe(sentence, { characterData: true });

  return {
    show({ look, ...props }) {
      pageLook.show(look);
      render(h(Strip, { ...props, onClose: close }), strip);
    },
    restore,
  };
};
