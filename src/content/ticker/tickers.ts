import type { LoadDetails } from '../load-details.ts';
import { findDeadTickers } from './dead-tickers.ts';
import type { Ticker, TickerContent } from './ticker.ts';

export interface TickersParts {
  readonly load: LoadDetails;
  readonly onFilled: () => void;
  readonly signal: AbortSignal;
}

/** The live strips of one page. */
export interface Tickers {
  show(content: TickerContent): void;
  count(): number;
}

/**
 * Fills every dead ticker of the page once it has loaded: earlier, a framework may still be taking over the markup. Puts
 * all back when the signal aborts.
 */
export const createTickers = ({ load, onFilled, signal }: TickersParts): Tickers => {
  const tickers = new Set<Ticker>();
  let latest: TickerContent | null = null;

  const fillAll = async (): Promise<void> => {
    if (signal.aborted || !document.body || findDeadTickers(document.body).length === 0) return;
    const details = await load();
    if (signal.aborted || !details) return;
    for (const dead of findDeadTickers(document.body)) {
      const ticker = details.fillDeadTicker(dead, () => tickers.delete(ticker));
      tickers.add(ticker);
      if (latest) ticker.show(latest);
    }
    if (tickers.size > 0) onFilled();
  };

  if (document.readyState === 'complete') queueMicrotask(() => void fillAll());
  else window.addEventListener('load', () => void fillAll(), { once: true, signal });
  signal.addEventListener('abort', () => {
    for (const ticker of tickers) ticker.restore();
    tickers.clear();
  });

  return {
    show(content) {
      latest = content;
      for (const ticker of tickers) ticker.show(content);
    },
    count: () => tickers.size,
  };
};
