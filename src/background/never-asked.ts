import type { VenueSnapshot } from '../platform/background-items.ts';

/** What is known of asking a venue that was never asked. */
export const NEVER_ASKED: VenueSnapshot = {
  attemptedAtMs: 0,
  lastGoodAtMs: null,
  failure: null,
  instruments: [],
  instrumentsAtMs: 0,
};
