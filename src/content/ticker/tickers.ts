import { toCoinReading } from '../../ui/reading.ts';
import type { Details } from '../details.ts';
import type { LoadDetails } from '../load-details.ts';
import { createViewObserver } from '../view-observer.ts';
import { mayHoldSentence } from './dead-sentences.ts';
import type { DeadTicker } from './dead-tickers.ts';
import type { Ticker, TickerContent } from './ticker.ts';
import { WIDGET_MARKS } from './widget-marks.ts';

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

/** Strips are drawn before they scroll into view. */
const NEAR_MARGIN = '50% 0px';
/** Whoever has the page read aloud meets strips out of sight, too: their ages must hold. */
const AFAR_MS = 60_000;

/** A widget that has no coins this long after the page has loaded will get none. */
const LATE_MS = 5000;

/**
 * Fills every dead ticker of the page once it has loaded: earlier, a framework may still be taking over the markup. What
 * says that it is dead is filled at once, what only stands empty a little later. Puts all back when the signal aborts.
 */
export const createTickers = ({ load, onFilled, signal }: TickersParts): Tickers => {
  /** Each with what all its figures were drawn from last; null until they were. */
  const tickers = new Map<Ticker, TickerContent | null>();
  let latest: TickerContent | null = null;
  const near = createViewObserver(NEAR_MARGIN, () => drawAll(), signal);

  /** A strip far out of sight is drawn again now and then only: its band alone takes longer than all else. */
  const drawAll = (): void => {
    if (!latest) return;
    const { coinIds, market, look, nowMs } = latest;
    const isWhole = coinIds.every((id) => toCoinReading(market, id).absence !== 'pending');
    for (const [ticker, drawn] of tickers) {
      const isFresh = drawn?.look === look && nowMs - drawn.nowMs < AFAR_MS;
      if (isFresh && near.isIn(ticker.box) === false) continue;
      ticker.show(latest);
      tickers.set(ticker, isWhole ? latest : null);
    }
  };

  const fill = (details: Details, found: readonly DeadTicker[]): void => {
    for (const dead of found) {
      const ticker = details.fillDeadTicker(dead, () => {
        tickers.delete(ticker);
        near.unfollow(ticker.box);
      });
      tickers.set(ticker, null);
      near.follow(ticker.box);
    }
    drawAll();
    if (found.length > 0) onFilled();
  };

  /** Brings the second script where `isWorthwhile`, and lets it fill what is still there to be found. */
  const fillAll = async (
    isWorthwhile: () => boolean,
    find: (details: Details) => readonly DeadTicker[],
  ): Promise<void> => {
    if (signal.aborted || !document.body || !isWorthwhile()) return;
    const details = await load();
    if (!signal.aborted && details) fill(details, find(details));
  };

  const onLoaded = (): void => {
    const maySpeak = () => mayHoldSentence(document.body);
    void fillAll(maySpeak, ({ findDeadTickers }) => findDeadTickers(document.body));
    setTimeout(() => {
      const hasWidget = () => document.querySelector(WIDGET_MARKS) !== null;
      void fillAll(hasWidget, ({ findDeadWidgets }) => findDeadWidgets(document.body));
    }, LATE_MS);
  };

  if (document.readyState === 'complete') queueMicrotask(onLoaded);
  else window.addEventListener('load', onLoaded, { once: true, signal });
  signal.addEventListener('abort', () => {
    for (const ticker of tickers.keys()) ticker.restore();
    tickers.clear();
  });

  return {
    show(content) {
      latest = content;
      drawAll();
    },
    count: () => tickers.size,
  };
};
