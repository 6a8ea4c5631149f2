import { findDeadTickers } from './dead-tickers.ts';
import type { StripProps } from './Strip.tsx';
import { fillDeadTicker, type Ticker } from './ticker.ts';

/** The live strips of one page. */
export interface Tickers {
  show(props: Omit<StripProps, 'onClose'>): void;
  count(): number;
}

/**
 * Fills every dead ticker of the page once it has loaded: earlier, a framework may still be taking over the markup. Puts
 * all back when the signal aborts.
 */
export const createTickers = (onFilled: () => void, signal: AbortSignal): Tickers => {
  const tickers = new Set<Ticker>();
  let latest: Omit<StripProps, 'onClose'> | null = null;

  const fillAll = (): void => {
    if (signal.aborted || !document.body) return;
    for (const dead of findDeadTickers(document.body)) {
      const ticker = fillDeadTicker(dead, () => tickers.delete(ticker));
      tickers.add(ticker);
      if (latest) ticker.show(latest);
    }
    if (tickers.size > 0) onFilled();
  };

  if (document.readyState === 'complete') queueMicrotask(fillAll);
  else window.addEventListener('load', fillAll, { once: true, signal });
  signal.addEventListener('abort', () => {
    for (const ticker of tickers) ticker.restore();
    tickers.clear();
  });

  return {
    show(props) {
      latest = props;
      for (const ticker of tickers) ticker.show(props);
    },
    count: () => tickers.size,
  };
};
