import type { PageFacts } from './page-facts.ts';
import { createPastPrices, type PastPrices } from './past-prices.ts';
import { findPublicationTime } from './read/publication-time.ts';

/** A story of the page, as long as its signal lives. The same one after a new address is another. */
export interface Story {
  readonly root: Element;
  readonly signal: AbortSignal;
}

/** What is told of the time when a story was published. */
export type Publication = Pick<PageFacts, 'publishedAtMs' | 'pastPrice'>;

/** Reads when the page's story was published, once for each, when somebody asks. */
export const createPublication = (story: () => Story | null, onAnswer: () => void): Publication => {
  let dated: Story | null = null;
  let atMs: number | null = null;
  let signal: AbortSignal | null = null;
  let prices: PastPrices | null = null;

  const publishedAtMs = (): number | null => {
    const current = story();
    if (!current || current === dated) return atMs;
    dated = current;
    const statedAtMs = findPublicationTime(document, current.root, Date.now());
    if (statedAtMs === atMs && !signal?.aborted) return atMs;
    signal = current.signal;
    atMs = statedAtMs;
    prices = atMs === null ? null : createPastPrices(atMs, onAnswer, signal);
    return atMs;
  };

  return {
    publishedAtMs,
    pastPrice(coinId) {
      publishedAtMs();
      return prices?.read(coinId) ?? { price: null, absence: 'not-published' };
    },
  };
};
