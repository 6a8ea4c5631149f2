import type { CoinId } from '../domain/coins/coin.ts';
import type { Mention } from '../domain/mentions/mention.ts';
import type { Settings } from '../domain/settings.ts';
import type { Market, PastReading } from '../platform/protocol.ts';
import type { Note } from './annotate/note.ts';
import type { Article } from './read/article.ts';

/** What card, panel and figures are drawn from. Each is read anew at every drawing. */
export interface PageFacts {
  article(): Article | null;
  /** Every note, in the order in which it was found. */
  notes(): readonly Note[];
  /** Null before the first answer. */
  market(): Market | null;
  nowMs(): number;
  settings(): Settings;
  isWatched(coinId: CoinId): boolean;
  /** Null where the page does not say when its story was published. */
  publishedAtMs(): number | null;
  /** What the coin cost then. The first question for a coin asks the background. */
  pastPrice(coinId: CoinId): PastReading;
}

/** What the reader can do from a card. */
export interface PageActions {
  watch(coinId: CoinId, watched: boolean): void;
  /** On this site these words are no mention of it, or are one again. */
  dismiss(mention: Pick<Mention, 'surface' | 'id'>, dismissed: boolean): void;
  /** Leaves this site alone from now on. */
  blockSite(): void;
  togglePanel(): void;
}
