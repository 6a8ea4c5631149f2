import type { CoinId } from '../domain/coins/coin.ts';
import type { StoredItem } from '../platform/stored-item.ts';

/** Which coins readers look at now. Kept outside the worker, so that a woken one goes on with the same set. */
export interface Demand {
  note(coinIds: readonly CoinId[]): Promise<void>;
  /** Coins asked for within the last ten minutes. */
  findCoins(): Promise<CoinId[]>;
  /** Coins that some page or popup in view asks for. */
  findCoinsInView(): Promise<CoinId[]>;
  /** True while some page or popup is in view: they ask several times a minute. */
  isWatched(): Promise<boolean>;
}

const REMEMBER_MS = 10 * 60_000;
const WATCHED_MS = 45_000;
/** Pages ask every few seconds; writing each time would be work without news. */
const WRITE_EVERY_MS = 20_000;

/** An entry without a coin: somebody looks, if only at the watch-list. */
const ANYBODY = 'anybody';

export const createDemand = (item: StoredItem<Record<string, number>>, now: () => number): Demand => {
  const findSince = async (sinceMs: number): Promise<CoinId[]> => {
    const asked = await item.read();
    return Object.keys(asked).filter((id) => id !== ANYBODY && now() - (asked[id] ?? 0) < sinceMs);
  };

  return {
    async note(coinIds) {
      await item.update((asked) => {
        const due = [ANYBODY, ...coinIds].filter((id) => now() - (asked[id] ?? 0) > WRITE_EVERY_MS);
        if (due.length === 0) return asked;
        const remembered = Object.entries(asked).filter(([, atMs]) => now() - atMs < REMEMBER_MS);
        return Object.fromEntries([...remembered, ...due.map((id) => [id, now()] as const)]);
      });
    },

    findCoins: () => findSince(REMEMBER_MS),
    findCoinsInView: () => findSince(WATCHED_MS),

    async isWatched() {
      return now() - ((await item.read())[ANYBODY] ?? 0) < WATCHED_MS;
    },
  };
};
