import type { CoinId } from '../domain/coins/coin.ts';
import type { Instrument } from '../domain/coins/instrument.ts';
import type { Interval } from '../domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../domain/liquidations/liquidation.ts';
import { toVenueTotals } from '../domain/liquidations/window.ts';
import { WINDOW_MS } from '../domain/liquidations/window-length.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { VenueSnapshot } from '../platform/background-items.ts';
import type { EventLog } from '../platform/event-log.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import { COINALYZE_BATCH, coinalyze, keyedVenues } from '../sources/liquidations/coinalyze.ts';
import { NEVER_ASKED } from './never-asked.ts';
import { renewInstruments } from './renew-instruments.ts';
import type { IsSwitchedOff } from './switched-off.ts';

/** The sums that come with the reader's own key, for exchanges that keep no record of their own. */
export interface KeyedSums {
  /** Asks for those that are due, the first coins first; nothing without a key. One round at a time. */
  refresh(coinIds: readonly CoinId[]): Promise<void>;
  /** What is known of a venue in a window; nothing without a key. */
  readTotals(venueId: string, window: Interval): Promise<LiquidationTotal[]>;
  /** Null without a key. */
  readState(): Promise<SourceState | null>;
}

export interface KeyedSumsParts {
  readonly http: Http;
  readonly log: EventLog;
  readonly snapshots: StoredItem<Record<string, VenueSnapshot>>;
  readonly readKey: () => Promise<string>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

/** Hours move slowly, and each symbol counts against the reader's own 40 calls a minute. */
const EVERY_MS = 10 * 60_000;
const MOST_SYMBOLS = 36;

export const createKeyedSums = (parts: KeyedSumsParts): KeyedSums => {
  const { http, log, snapshots, readKey, findRetryAtMs, isSwitchedOff, now } = parts;
  const { id, origin } = coinalyze;
  let underWay: Promise<void> | null = null;

  const readSnapshot = async (): Promise<VenueSnapshot> => (await snapshots.read())[id] ?? NEVER_ASKED;
  const change = (patch: Partial<VenueSnapshot>) =>
    snapshots.update((all) => ({ ...all, [id]: { ...(all[id] ?? NEVER_ASKED), ...patch } }));

  const isUsable = async (): Promise<boolean> => (await readKey()) !== '' && !(await isSwitchedOff(id));

  const renew = async (): Promise<FailureCode | null> =>
    renewInstruments({
      known: await readSnapshot(),
      list: () => coinalyze.fetchInstruments(http),
      keep: change,
      now,
    });

  const listWanted = async (coinIds: readonly CoinId[]): Promise<Instrument[]> => {
    const { instruments } = await readSnapshot();
    return coinIds
      .flatMap((coinId) => instruments.filter((instrument) => instrument.coinId === coinId))
      .slice(0, MOST_SYMBOLS);
  };

  const askHours = async (coinIds: readonly CoinId[]): Promise<FailureCode | null> => {
    const wanted = await listWanted(coinIds);
    for (let at = 0; at < wanted.length; at += COINALYZE_BATCH) {
      const asked = { fromMs: now() - WINDOW_MS, nowMs: now() };
      const outcome = await coinalyze.fetchHours(http, wanted.slice(at, at + COINALYZE_BATCH), asked);
      if (!outcome.ok) return outcome.failure.code;
      await log.record(outcome.value);
    }
    return null;
  };

  const ask = async (coinIds: readonly CoinId[]): Promise<void> => {
    const sinceMs = now() - (await readSnapshot()).attemptedAtMs;
    if (!(await isUsable()) || (sinceMs >= 0 && sinceMs < EVERY_MS)) return;
    await change({ attemptedAtMs: now() });
    const failure = (await renew()) ?? (await askHours(coinIds));
    await change(failure ? { failure } : { failure, lastGoodAtMs: now() });
  };

  return {
    refresh(coinIds) {
      underWay ??= ask(coinIds).finally(() => {
        underWay = null;
      });
      return underWay;
    },

    async readTotals(venueId, window) {
      const venue = keyedVenues.find((each) => each.venueId === venueId);
      if (!venue || !(await isUsable())) return [];
      return toVenueTotals(venue, await log.readVenue(venue.logId, window), window);
    },

    async readState() {
      if ((await readKey()) === '') return null;
      const { failure, lastGoodAtMs } = await readSnapshot();
      const isOff = await isSwitchedOff(id);
      return {
        sourceId: id,
        kind: 'liquidations',
        lastGoodAtMs,
        failure: isOff ? 'switched-off' : failure,
        retryAtMs: await findRetryAtMs(origin),
      };
    },
  };
};
