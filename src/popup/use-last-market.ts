import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Market } from '../platform/protocol.ts';
import { shownMarketItem } from '../platform/shown-market.ts';

/**
 * The market, and until its first answer what the popup showed last: it opens with figures, each with its own age, and does
 * not wait for a background that the browser has put to sleep.
 */
export const useLastMarket = (market: Market | null): Market | null => {
  const [last, setLast] = useState<Market | null>(null);
  useLayoutEffect(() => {
    void shownMarketItem.read().then((shown) => setLast(shown.market));
  }, []);
  useEffect(() => {
    if (market) void shownMarketItem.update(() => ({ market }));
  }, [market]);
  return market ?? last;
};
