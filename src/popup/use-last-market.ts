import { useEffect } from 'preact/hooks';
import type { Market } from '../platform/protocol.ts';
import { shownMarketItem } from '../platform/shown-market.ts';

/** A tab is as tall as its window, and says nothing of a popup's height. */
const isInTab = (): boolean => document.documentElement.classList.contains('in-tab');

/**
 * The market, and until its first answer what the popup showed last: it opens with figures, each with its own age, and does
 * not wait for a background that the browser has put to sleep.
 */
export const useLastMarket = (market: Market | null, shownLast: Market | null): Market | null => {
  useEffect(() => {
    if (market)
      void shownMarketItem.update(() => ({ market, heightPx: isInTab() ? 0 : document.body.offsetHeight }));
  }, [market]);
  return market ?? shownLast;
};
