import { findCoin } from '../domain/coins/coin-table.ts';
import type { NewCoin } from '../domain/mentions/extend-gazetteer.ts';
import { parseNewCoins } from '../domain/mentions/parse-new-coins.ts';
import type { NewCoinList } from '../platform/new-coin-list.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import { fetchLargestCoins } from '../sources/prices/coingecko.ts';

/** Keeps the list of coins that have come among the largest since the embedded table was built. */
export interface NewCoins {
  /** Asks once a day. The question is the same for every reader. */
  refresh(): Promise<void>;
}

export interface NewCoinsParts {
  readonly http: Http;
  readonly item: StoredItem<NewCoinList>;
  /** Whether CoinGecko may not be asked. */
  readonly isSwitchedOff: () => Promise<boolean>;
  readonly now: () => number;
}

/** Of 250 coins each: stories name what is large, and further down names are mostly everyday words. */
const PAGES = [1, 2] as const;
const EVERY_MS = 24 * 3_600_000;
const AFTER_FAILURE_MS = 3_600_000;
/** The list is long, and every page in view brings us here every few seconds. */
const LOOK_EVERY_MS = 600_000;

const isKnown = (id: string): boolean => findCoin(id) !== null;

export const createNewCoins = ({ http, item, isSwitchedOff, now }: NewCoinsParts): NewCoins => {
  let underWay: Promise<void> | null = null;
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const isDue = async (): Promise<boolean> => {
    const sinceLookMs = now() - lookedAtMs;
    if (sinceLookMs >= 0 && sinceLookMs < LOOK_EVERY_MS) return false;
    lookedAtMs = now();
    const { attemptedAtMs, failure } = await item.read();
    const sinceMs = now() - attemptedAtMs;
    return sinceMs < 0 || sinceMs >= (failure === null ? EVERY_MS : AFTER_FAILURE_MS);
  };

  const ask = async (): Promise<void> => {
    if (!(await isDue()) || (await isSwitchedOff())) return;
    const found: NewCoin[] = [];
    for (const page of PAGES) {
      const outcome = await fetchLargestCoins(http, page);
      const coins = outcome.ok ? parseNewCoins(outcome.value, isKnown) : null;
      if (coins === null) {
        const failure = outcome.ok ? 'bad-payload' : outcome.failure.code;
        await item.update((before) => ({ ...before, attemptedAtMs: now(), failure }));
        return;
      }
      found.push(...coins);
    }
    await item.update(() => ({ attemptedAtMs: now(), failure: null, coins: found }));
  };

  return {
    refresh() {
      underWay ??= ask().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
};
