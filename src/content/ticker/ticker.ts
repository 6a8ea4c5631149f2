import { h, render } from 'preact';
import type { Look } from '../../ui/look.ts';
import themeCss from '../../ui/theme.css?inline';
import { createClosedHost } from '../closed-host.ts';
import { pageLook } from '../page-look.ts';
import type { DeadTicker } from './dead-tickers.ts';
import { Strip, type StripProps } from './Strip.tsx';
import { silenceSentence } from './silence-sentence.ts';
import { standInFor } from './stand-in.ts';
import tickerCss from './ticker.css?inline';

/** What a strip shows, and how the reader wants it to look. */
export interface TickerContent extends Omit<StripProps, 'shape' | 'onClose'> {
  readonly look: Look;
}

/** A live strip in the place of a dead ticker. */
export interface Ticker {
  /** What is seen of it: its element has no box. */
  readonly box: Element;
  show(content: TickerContent): void;
  /** Puts back what the page showed and takes the strip away. */
  restore(): void;
}

/** Fills a dead ticker. When the page removes the strip or writes there itself, what the page did stands. */
export const fillDeadTicker = ({ sentence, place, shape }: DeadTicker, onClosed: () => void): Ticker => {
  const { element, root } = createClosedHost('mn-ticker', [themeCss, tickerCss], pageLook.sheet);
  const strip = document.createElement('div');
  strip.className = 'ground';
  root.append(strip);

  const restore = (): void => {
    render(null, strip);
    putBack();
  };

  const close = (): void => {
    restore();
    onClosed();
  };

  const putBack = sentence
    ? silenceSentence({ sentence, place, element, root, onTaken: close })
    : standInFor({ widget: place, element, onTaken: close });

  return {
    box: strip,
    show({ look, ...props }) {
      pageLook.show(look);
      render(h(Strip, { ...props, shape, onClose: close }), strip);
    },
    restore,
  };
};
