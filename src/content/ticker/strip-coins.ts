import type { Market } from '../../platform/protocol.ts';

/** What every shape of a strip is drawn from. */
export interface StripCoins {
  readonly coinIds: readonly string[];
  readonly market: Market | null;
  readonly nowMs: number;
}
