import type { Mention } from '../../domain/mentions/mention.ts';
import type { Market } from '../../platform/protocol.ts';

/** What a card is drawn from. */
export interface CardSubject {
  readonly mention: Mention;
  readonly market: Market | null;
  readonly nowMs: number;
  readonly isWatched: boolean;
}
