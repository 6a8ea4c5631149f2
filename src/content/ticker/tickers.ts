import type { LoadDetails } from '../load-details.ts';
import { type DeadTicker, findDeadTickers } from './dead-tickers.ts';
import { findDeadWidgets } from './dead-widgets.ts';
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

/** A widget that has no coins this long after the page has loaded will get none. */
const LATE_MS = 5000;

/**
 * Fills every dead ticker of the page once it has loaded: earlier, a framework may still be taking over the markup. What
 * says that it is dead is filled at once, what only stands empty a little later. Puts all back when the signal aborts.
 */
export const createTickers = ({ load, onFilled, signal }: TickersParts): Tickers => {
  const tickers = new Set<Ticker>();
  let latest: TickerContent | null = null;

  const fillAll = async (find: (root: HTMLElement) => readonly DeadTicker[]): Promise<void> => {
    if (signal.aborted || !document.body || find(document.body).length === 0) return;
    const details = await load();
    if (signal.aborted || !details) return;
    for (const dead of find(document.body)) {
      const ticker = details.fillDeadTicker(dead, () => tickers.delete(ticker));
      tickers.add(ticker);
      if (latest) ticker.show(latest);
    }
    if (tickers.size > 0) onFilled();
  };

  const onLoaded = (): void => {
    void fillAll(findDeadTickers);
    setTimeout(() => void fillAll(findDeadWidgets), LATE_MS);
  };

  if (document.readyState === 'complete') queueMicrotask(onLoaded);
  else window.addEventListener('load', onLoaded, { once: true, signal });
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
