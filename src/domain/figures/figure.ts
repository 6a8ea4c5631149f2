import type { CoinId } from '../coins/coin.ts';
import type { LiquidationSide } from '../liquidations/liquidation.ts';
import type { SubjectId } from '../mentions/mention.ts';

/**
 * What a stated figure measures. `liquidations` is a total, of the market or, with a venue, of that venue;
 * `largest-order` one forced order; `since` a claim such as `largest since October`, which has no value of its own.
 * `open-interest`, `funding`, `market-cap` and `etf-flow` are found so that they are not taken for anything else.
 */
export type FigureKind =
  | 'price'
  | 'move'
  | 'liquidations'
  | 'largest-order'
  | 'since'
  | 'open-interest'
  | 'funding'
  | 'market-cap'
  | 'etf-flow';

/** Sums of positions that were closed by force have a side, a window and an exchange. */
export const isForced = ({ kind }: { readonly kind: FigureKind }): boolean =>
  kind === 'liquidations' || kind === 'largest-order';

/** How the text hedges a figure. `nearly` is just under it; `about` may be either side. */
export type Approximation = 'about' | 'nearly' | 'over' | 'under' | 'up to';

/** Units of the currency, or a signed fraction for moves and funding; a range is its low and its high end. */
export type FigureValue = number | readonly [number, number];

/** A figure as its words alone state it. Offsets are UTF-16 units into the block's text. */
export interface StatedFigure {
  readonly start: number;
  readonly end: number;
  readonly kind: FigureKind;
  /** Null for a claim without a number. */
  readonly value: FigureValue | null;
  /** ISO 4217 code, or the ticker of the coin in which a price is quoted; null where there is none or none is said. */
  readonly currency: string | null;
  readonly approx: Approximation | null;
  /**
   * A span that ends when the text was written (`15min`, `24h`, `7d`, `3mo`, `1y`), a running calendar period (`day`,
   * `week`, `month`, `year`), or a start (`since October`, `since March 2020`). Null where the text says none.
   */
  readonly window: string | null;
  /** Side of the positions that were closed by force. */
  readonly side: LiquidationSide | null;
}

/** A stated figure and what it is about. Without coins and venue it is about the market, or in doubt. */
export interface Figure extends StatedFigure {
  readonly coins: readonly CoinId[];
  /** The exchange as a subject, `venue:bybit`. */
  readonly venue: SubjectId | null;
}
