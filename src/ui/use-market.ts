import { useLayoutEffect, useState } from 'preact/hooks';
import type { Currency } from '../domain/market/money.ts';
import { createMarketFeed, type MarketSubjects } from '../platform/market-feed.ts';
import type { Market } from '../platform/protocol.ts';

/** Pages of the extension are closed by the browser together with it. */
const onGone = (): void => undefined;

/**
 * The market for these subjects while the page is visible, or null before the first answer. Null subjects: not yet known.
 * Another `currency` is asked for at once.
 */
export const useMarket = (subjects: MarketSubjects | null, currency?: Currency): Market | null => {
  const [market, setMarket] = useState<Market | null>(null);
  const asked = JSON.stringify([subjects, currency]);

  // A layout effect asks before the next paint and not after it: a frame sooner.
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal subjects, made anew by each render, go on with one feed
  useLayoutEffect(() => {
    if (!subjects) return;
    const shown = new AbortController();
    createMarketFeed({ subjects: () => subjects, onMarket: setMarket, onGone, signal: shown.signal });
    return () => shown.abort();
  }, [asked]);
  return market;
};
