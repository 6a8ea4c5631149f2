import type { Mention } from '../../domain/mentions/mention.ts';
import type { Market, PastReading } from '../../platform/protocol.ts';

/** When the story was published, and what the coin cost then. */
export interface Publication {
  readonly atMs: number;
  readonly past: PastReading;
}

/** What a card is drawn from. */
export interface CardSubject {
  readonly mention: Mention;
  readonly market: Market | null;
  readonly nowMs: number;
  readonly isWatched: boolean;
  /** Null where the page does not say when it was published, and for an exchange. */
  readonly publication: Publication | null;
}
