import type { Approximation } from './figure.ts';

/** What a word does for the figures around it. */
export type CueKind =
  | 'rise'
  | 'fall'
  | 'price'
  | 'liquidation'
  | 'long'
  | 'short'
  | 'open-interest'
  | 'funding'
  | 'market-cap'
  | 'etf-flow'
  /** A sum or a share of something that is none of our kinds: fees, hacks, odds, yields. */
  | 'other'
  /** A subject outside crypto: shares, indices, metals. */
  | 'foreign'
  /** Crypto at large, or a coin that is not named: `altcoins`, `the token`. */
  | 'market'
  /** A word that stands for the subject before it: `it`, `the token`, `prices`. */
  | 'anaphora'
  | 'break'
  /** A phrase that means nothing here, though a word in it would: `made up`. */
  | 'neutral';

/** Length of a window's unit: minute, hour, day, week, month, year. */
export type WindowUnit = 'min' | 'h' | 'd' | 'w' | 'mo' | 'y';

export type ApproximationWords = Partial<Readonly<Record<Approximation, string>>>;

/**
 * What the engine knows of one language. Word lists are separated by white space; `_` stands for a space or hyphen
 * inside a phrase and a final `*` for any ending.
 */
export interface Lexicon {
  readonly decimal: '.' | ',';
  /** Words are written without spaces between them, so that a word may start and end inside a run of letters. */
  readonly unspaced?: true;
  /** The verb comes last, so that what a figure measures is said after it. */
  readonly verbLast?: true;
  readonly magnitudes: Readonly<Record<string, number>>;
  /** Currency words that follow the number. Symbols and codes are the same everywhere. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly percent: string;
  /** Percent signs and words that stand before the number. */
  readonly percentBefore?: string;
  readonly cues: Readonly<Partial<Record<CueKind, string>>>;
  /** Right before a sum: a price stands here. */
  readonly levelBefore: string;
  /** Right after a sum. */
  readonly levelAfter?: string;
  /** Right before a percentage: a level that was reached, not a change. */
  readonly shareBefore?: string;
  /** Right after a percentage: a part of something, not a change. */
  readonly shareAfter?: string;
  /** Before a side that most of a sum, and not all of it, was on: `mostly longs`. */
  readonly mostly?: string;
  /** Moves as nouns: what they have come `to` is no level. */
  readonly moveNouns?: string;
  /** Between two sums: the first is a part of the second. */
  readonly partOf?: string;
  /** After a comma and before a figure: its clause goes on (`Bybit led, with $310 million`). */
  readonly goesOn?: string;
  readonly multiples?: Readonly<Record<string, number>>;
  readonly approxBefore: ApproximationWords;
  readonly approxAfter?: ApproximationWords;
  /** Words that may stand between a figure and what governs it: articles and particles. */
  readonly fillers: string;
  /** `to` of `5% to 7%`. */
  readonly rangeJoins: string;
  /** `between` and `and` of `between 5% and 7%`. */
  readonly rangePair?: readonly [string, string];
  /** With these before it, `a to b` is a movement and not a range. */
  readonly moveStarts: string;
  /** Directly after a coin: the coin only describes something else (`bitcoin miner`, `Solana ETF`). */
  readonly heads: string;
  /** Before a coin that is only compared with (`outperformed ether`). */
  readonly obliques?: string;
  /** After a comma: a clause that only tells more of the noun before it. */
  readonly relatives?: string;
  /** Between a figure and the coin after it (`7% for solana`). */
  readonly linksAfter: string;
  /** Before an exchange that an event took place on. */
  readonly places: string;
  /** Before an exchange that is only cited. */
  readonly sources: string;
  /** Regular expressions of `largest single liquidation`. */
  readonly largestOrder: readonly string[];
  readonly superlatives: string;
  readonly since: string;
  /** January first, alternatives separated by `|`; languages that number their months give their month sign instead. */
  readonly months: readonly string[] | string;
  readonly windowUnits: Readonly<Record<string, WindowUnit>>;
  /** Before a unit without a number: `past week`. */
  readonly windowMarkers: string;
  readonly numerals?: Readonly<Record<string, number>>;
  readonly windowPhrases: Readonly<Record<string, string>>;
}
