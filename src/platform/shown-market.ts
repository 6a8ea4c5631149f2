import * as v from 'valibot';
import { type Market, MarketSchema } from './protocol.ts';
import { storedItem } from './stored-item.ts';

/** What the popup showed last, and how tall it was then, in CSS pixels. */
export const shownMarketItem = storedItem<{ readonly market: Market | null; readonly heightPx: number }>({
  key: 'mn-shown-market',
  area: 'session',
  version: 1,
  schema: v.object({ market: v.nullable(MarketSchema), heightPx: v.optional(v.number(), 0) }),
  fallback: { market: null, heightPx: 0 },
});
