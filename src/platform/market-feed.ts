import { askBackground } from './messenger.ts';
import type { Market } from './protocol.ts';

/** What a surface shows and therefore asks about. */
export interface MarketSubjects {
  readonly coinIds: readonly string[];
  readonly venueIds: readonly string[];
  /** Those of the coins that the reader can see now; all of them when left out. */
  readonly inViewIds?: readonly string[];
}

export interface MarketFeedParts {
  /** Read anew for every question, so that the surface may change what it shows at any time. */
  readonly subjects: () => MarketSubjects;
  /** Every answer, also one that brings nothing new: ages grow between answers. */
  readonly onMarket: (market: Market) => void;
  /** This copy of the extension was updated or removed: no answer will ever come again. Called once at most. */
  readonly onGone: () => void;
  readonly signal: AbortSignal;
}

export interface MarketFeed {
  /** Asks at once, for instance because the subjects changed. While a question is open, the next follows its answer. */
  ask(): void;
}

/** Short waits while a first answer is on its way from a source. */
const PENDING_WAITS_MS = [300, 600, 1200, 2400] as const;
const CALM_WAIT_MS = 10_000;

/** The protocol's limits: a longer question would not be answered at all. */
const MOST_COINS = 400;
const MOST_VENUES = 200;

/** Whether something that the reader can see is on its way. */
const isPending = ({ coins, venues }: Market, inViewIds: readonly string[]): boolean =>
  coins.some(({ coinId, absence }) => absence === 'pending' && inViewIds.includes(coinId)) ||
  venues.some(({ absence }) => absence === 'pending');

/**
 * Asks the background for the market as long as the document is visible: at once when made, when the document becomes
 * visible and on `ask()`; soon again while something is pending; every ten seconds otherwise. Questions never overlap.
 * A feed without subjects asks too, because the answer also tells how the sources are doing. Ends with the signal.
 */
export const createMarketFeed = ({ subjects, onMarket, onGone, signal }: MarketFeedParts): MarketFeed => {
  const gone = new AbortController();
  const ended = AbortSignal.any([signal, gone.signal]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pendingAnswers = 0;
  let isAsking = false;
  let isAskedAgain = false;

  const nextWaitMs = (): number => PENDING_WAITS_MS[pendingAnswers - 1] ?? CALM_WAIT_MS;

  const askOnce = async (): Promise<void> => {
    const { coinIds, venueIds, inViewIds = coinIds } = subjects();
    const outcome = await askBackground('readMarket', {
      coinIds: coinIds.slice(0, MOST_COINS),
      inViewIds: inViewIds.slice(0, MOST_COINS),
      venueIds: venueIds.slice(0, MOST_VENUES),
    });
    if (ended.aborted) return;
    if (outcome.ok) {
      pendingAnswers = isPending(outcome.reply, inViewIds) ? pendingAnswers + 1 : 0;
      onMarket(outcome.reply);
    } else if (outcome.code === 'gone') {
      gone.abort();
      onGone();
    } else {
      // The worker may just be starting: the same short waits apply.
      pendingAnswers += 1;
    }
  };

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (isAsking || ended.aborted || document.hidden) return;
    isAsking = true;
    try {
      do {
        isAskedAgain = false;
        await askOnce();
      } while (isAskedAgain && !ended.aborted && !document.hidden);
    } finally {
      isAsking = false;
      if (!ended.aborted && !document.hidden) timer = setTimeout(run, nextWaitMs());
    }
  };

  const ask = (): void => {
    pendingAnswers = 0;
    isAskedAgain = isAsking;
    void run();
  };

  let wasHidden = document.hidden;
  const onVisibilityChange = (): void => {
    // A page can make the event up as often as it likes, and would have us ask each time.
    if (document.hidden === wasHidden) return;
    wasHidden = document.hidden;
    if (document.hidden) clearTimeout(timer);
    else ask();
  };

  document.addEventListener('visibilitychange', onVisibilityChange, { signal: ended });
  ended.addEventListener('abort', () => clearTimeout(timer));
  void run();
  return { ask };
};
