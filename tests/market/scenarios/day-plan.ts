/** What happens to one coin, at the anchor and looking back from it. Changes are fractions. */
export interface CoinMove {
  readonly change24h: number;
  readonly change7d?: number;
  /** The lowest price of the last 24 hours; without it, a little under the price 24 hours ago. */
  readonly lowUsd?: number;
}

/** The sums of one exchange over the last 24 hours, in US dollars by side of the position closed. */
export interface VenueTotal {
  readonly venueId: string;
  readonly shortUsd: number;
  readonly longUsd: number;
}

/** One order that must be there as it is. */
export interface NotableOrder {
  readonly venueId: string;
  readonly coinId: string;
  readonly side: 'long' | 'short';
  readonly notionalUsd: number;
  readonly atHours: number;
}

/** A day of the market, as data: the 24 hours that end at the anchor. A new scenario is a new plan. */
export interface DayPlan {
  readonly name: string;
  readonly moves: Readonly<Record<string, CoinMove>>;
  /** How much of the way from low to end is done, at hours before the anchor, in order of time. */
  readonly course: readonly { readonly atHours: number; readonly done: number }[];
  readonly venueTotals: readonly VenueTotal[];
  /** Shares of the forced orders by coin; need not add up to one. A venue uses those that it lists. */
  readonly coinWeights: Readonly<Record<string, number>>;
  readonly notableOrders: readonly NotableOrder[];
  /** Forced orders of a quiet hour before and after the day, all venues together, both sides. */
  readonly quietHourUsd: number;
}
