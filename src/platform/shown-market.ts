import * as v from 'valibot';
import { type Market, MarketSchema } from './protocol.ts';
import { storedItem } from './stored-item.ts';

/** What the popup showed last. */
export const shownMarketItem = storedItem<{ readonly market: Market | null }>({
  key: 'mn-shown-market',
  area: 'session',
  version: 1,
  schema: v.object({ market: v.nullable(MarketSchema) }),
  fallback: { market: null },
});
