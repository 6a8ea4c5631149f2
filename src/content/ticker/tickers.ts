import { findDeadTickers } from './dead-tickers.ts';
import type { StripProps } from './Strip.tsx';
import { fillDeadTicker, type Ticker } from './ticker.ts';

/** The live strips of one page. */
export interface Tickers {
  show(props: Omit<StripProps, 'onClose'>): void;
  count(): number;
}

/** Fills every dead ticker of the page, also those that are printed late; puts all back when the signal aborts. */
export const createTickers = (signal: AbortSignal): Tickers => {
  const tickers = new Set<Ticker>();
  let latest: Omit<StripProps, 'onClose'> | null = null;

  const fillAll = (): void => {
    if (signal.aborted || !document.body) return;
    for (const dead of findDeadTickers(document.body)) {
      const ticker = fillDeadTicker(dead, () => tickers.delete(ticker));
      tickers.add(ticker);
      if (latest) ticker.show(latest);
    }
  };

  fillAll();
  if (document.readyState !== 'complete') window.addEventListener('load', fillAll, { once: true, signal });
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
