import type { CoinId } from '../domain/coins/coin.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import { type PriceAt, toGranularity, toMinuteMs } from '../domain/market/price-at.ts';
import type { PastReading } from '../platform/protocol.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import type { HistorySource } from '../sources/prices/history-source.ts';
import type { Pair } from '../sources/prices/price-source.ts';

/** What coins cost in minutes of the past. */
export interface History {
  /** The price at the end of the minute in which `atMs` lies, from memory or from the first source that has it. */
  readPriceAt(coinId: CoinId, atMs: number): Promise<PastReading>;
}

/** How a source of the past names a coin, and in what it counts. */
export interface HistoryPart {
  readonly source: HistorySource;
  readonly findPair: (coinId: CoinId) => Promise<Pair | null>;
  readonly isInUsdt: boolean;
}

export interface HistoryParts {
  /** The most exact first. */
  readonly sources: readonly HistoryPart[];
  readonly http: Http;
  readonly prices: StoredItem<Record<string, PriceAt>>;
  readonly now: () => number;
}

const MINUTE_MS = 60_000;
/** Some 150 bytes each: what is kept for good has a bound all the same, and the longest unasked goes first. */
const MOST_KEPT = 4000;

const toKey = (coinId: CoinId, minuteMs: number): string => `${coinId} ${minuteMs / MINUTE_MS}`;

const USDT: CoinId = 'tether';

export const createHistory = ({ sources, http, prices, now }: HistoryParts): History => {
  const underWay = new Map<string, Promise<PastReading>>();

  const keep = (key: string, price: PriceAt) =>
    prices.update((before) => {
      const { [key]: _known, ...others } = before;
      const kept = Object.entries(others).slice(-(MOST_KEPT - 1));
      return Object.fromEntries([...kept, [key, price]]);
    });

  const findUsdtUsd = async (minuteMs: number): Promise<number | null> => {
    const { price } = await read(USDT, minuteMs);
    return price?.priceUsd ?? null;
  };

  const askOne = async (
    { source, findPair, isInUsdt }: HistoryPart,
    coinId: CoinId,
    minuteMs: number,
  ): Promise<PriceAt | FailureCode | null> => {
    const pair = await findPair(coinId);
    if (!pair) return null;
    const outcome = await source.fetchPriceAt(http, pair, minuteMs);
    if (!outcome.ok) return outcome.failure.code === 'refused' ? null : outcome.failure.code;
    if (!outcome.value) return null;
    const { price, atMs, spacingMs } = outcome.value;
    if (!(price > 0)) return null;
    const usdtUsd = isInUsdt ? await findUsdtUsd(minuteMs) : undefined;
    return {
      priceUsd: price * (usdtUsd ?? 1),
      atMs,
      granularity: toGranularity(spacingMs),
      source: source.id,
      ...(usdtUsd === undefined ? {} : { usdtUsd }),
    };
  };

  const ask = async (coinId: CoinId, minuteMs: number): Promise<PastReading> => {
    let failure: FailureCode | null = null;
    for (const part of sources) {
      const answer = await askOne(part, coinId, minuteMs);
      if (typeof answer === 'string') failure ??= answer;
      else if (answer) {
        await keep(toKey(coinId, minuteMs), answer);
        return { price: answer, absence: null };
      }
    }
    return { price: null, absence: failure ?? 'not-listed' };
  };

  const read = async (coinId: CoinId, minuteMs: number): Promise<PastReading> => {
    const key = toKey(coinId, minuteMs);
    const known = (await prices.read())[key];
    if (known) return { price: known, absence: null };
    const asked = underWay.get(key) ?? ask(coinId, minuteMs).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };

  return {
    async readPriceAt(coinId, atMs) {
      const minuteMs = toMinuteMs(atMs);
      // A minute that is not over has no price at its end, and one to come has none at all.
      if (minuteMs + MINUTE_MS > now()) return { price: null, absence: 'pending' };
      return read(coinId, minuteMs);
    },
  };
};
