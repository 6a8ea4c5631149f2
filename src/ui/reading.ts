import type { CoinReading, Market, VenueReading } from '../platform/protocol.ts';

/** What the market says of a coin; `pending` while no answer has held it yet. */
export const toCoinReading = (market: Market | null, coinId: string): CoinReading =>
  market?.coins.find((reading) => reading.coinId === coinId) ?? { coinId, quote: null, absence: 'pending' };

/** What the market says of an exchange; `pending` while no answer has held it yet. */
export const toVenueReading = (market: Market | null, venueId: string): VenueReading =>
  market?.venues.find((reading) => reading.venueId === venueId) ?? {
    venueId,
    totals: [],
    absence: 'pending',
  };
