import type { CoinId } from '../domain/coins/coin.ts';
import type { DemandRecord } from '../platform/background-items.ts';
import type { StoredItem } from '../platform/stored-item.ts';

/** Which coins readers look at now. Kept outside the worker, so that a woken one goes on with the same set. */
export interface Demand {
  /** A page or popup in view names `coinIds`; `inViewIds` are those that its reader can see. */
  note(coinIds: readonly CoinId[], inViewIds: readonly CoinId[]): Promise<void>;
  /** Coins named within the last ten minutes. */
  findCoins(): Promise<CoinId[]>;
  /** Coins that somebody can see. */
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

type Asked = Readonly<Record<string, number>>;

const toNextAsked = (asked: Asked, ids: readonly string[], nowMs: number): Record<string, number> | null => {
  const due = ids.filter((id) => nowMs - (asked[id] ?? 0) > WRITE_EVERY_MS);
  if (due.length === 0) return null;
  const remembered = Object.entries(asked).filter(([, atMs]) => nowMs - atMs < REMEMBER_MS);
  return Object.fromEntries([...remembered, ...due.map((id) => [id, nowMs] as const)]);
};

export const createDemand = (item: StoredItem<DemandRecord>, now: () => number): Demand => {
  const findSince = (asked: Asked, sinceMs: number): CoinId[] =>
    Object.keys(asked).filter((id) => id !== ANYBODY && now() - (asked[id] ?? 0) < sinceMs);

  return {
    async note(coinIds, inViewIds) {
      await item.update((before) => {
        const named = toNextAsked(before.named, [ANYBODY, ...coinIds], now());
        const inView = toNextAsked(before.inView, inViewIds, now());
        return named || inView ? { named: named ?? before.named, inView: inView ?? before.inView } : before;
      });
    },

    findCoins: async () => findSince((await item.read()).named, REMEMBER_MS),
    findCoinsInView: async () => findSince((await item.read()).inView, WATCHED_MS),

    async isWatched() {
      return now() - ((await item.read()).named[ANYBODY] ?? 0) < WATCHED_MS;
    },
  };
};
