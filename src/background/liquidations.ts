import type { CoinId } from '../domain/coins/coin.ts';
import { toBetterCovered } from '../domain/liquidations/better-covered.ts';
import { type Interval, isWholeWindow } from '../domain/liquidations/coverage.ts';
import type { LiquidationTotal } from '../domain/liquidations/liquidation.ts';
import { type DayTally, findLargestSince, toDaySums } from '../domain/liquidations/retention.ts';
import { type LiquidationTable, sortBySum, toLiquidationTable } from '../domain/liquidations/table.ts';
import { HOUR_MS } from '../domain/liquidations/tally.ts';
import { sumTotals, toVenueTotals } from '../domain/liquidations/window.ts';
import { WINDOW_MS } from '../domain/liquidations/window-length.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { VenueSnapshot } from '../platform/background-items.ts';
import type { LiquidationDayRecord, VenueReading } from '../platform/protocol.ts';
import type { SafeLog } from '../platform/safe-log.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { LiquidationVenue } from '../sources/liquidations/liquidation-venue.ts';
import type { KeyedSums } from './keyed-sums.ts';
import type { LiquidationPolls } from './liquidation-polls.ts';
import { NEVER_ASKED } from './never-asked.ts';
import type { Streams } from './streams.ts';
import type { IsSwitchedOff } from './switched-off.ts';

/** What is known of liquidations. */
export interface Liquidations {
  /**
   * One reading for each venue that is read and for each that is asked for: its sum over every coin, and its totals of
   * these coins and, at venues that are asked for, of those with most. `pending` while one of the coins is.
   */
  read(venueIds: readonly string[], coinIds: readonly CoinId[]): Promise<VenueReading[]>;
  /** The whole market in one of the windows, by venue and by coin. */
  readTable(windowMs: number): Promise<LiquidationTable>;
  /** Asks each venue whose record is due. */
  refresh(coinIds: readonly CoinId[]): Promise<void>;
  /** The days since which today's sums of these coins are the largest, where that can be told. */
  findRecords(coinIds: readonly CoinId[], readings: readonly VenueReading[]): Promise<LiquidationDayRecord[]>;
  readStates(): Promise<SourceState[]>;
}

export interface LiquidationsParts {
  readonly venues: readonly LiquidationVenue[];
  readonly polls: LiquidationPolls;
  readonly keyed: KeyedSums;
  readonly log: SafeLog;
  readonly snapshots: StoredItem<Record<string, VenueSnapshot>>;
  readonly streams: Pick<Streams, 'findAbsence' | 'findRetryAtMs'>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

const PRUNE_EVERY_MS = HOUR_MS;

/** So many coins of an exchange are named on its card. */
const MOST_OF_VENUE = 6;

/** Venues that publish no liquidations at all, so that no version of ours can show them. Facts of 2026-09. */
const NOT_PUBLISHING: readonly string[] = ['hyperliquid', 'kucoin', 'mexc', 'bingx'];

/** Days are kept of what was heard here: a sum that an aggregator tells has none to be held against. */
const isComparableWithDays = (total: LiquidationTotal): boolean =>
  total.memory !== 'key' && isWholeWindow(total);

const toUnread = (venueId: string): VenueReading => {
  const absence = NOT_PUBLISHING.includes(venueId) ? 'not-published' : 'no-feed';
  return { venueId, sum: null, totals: [], absence };
};

export const createLiquidations = (parts: LiquidationsParts): Liquidations => {
  const { venues, polls, keyed, log, snapshots, streams, findRetryAtMs, isSwitchedOff, now } = parts;
  let prunedAtMs = Number.NEGATIVE_INFINITY;
  let days: { readonly readAtMs: number; readonly read: Promise<readonly DayTally[]> } | null = null;

  const toWindow = (windowMs: number): Interval => ({ fromMs: now() - windowMs, untilMs: now() });

  const readSnapshot = async (venueId: string): Promise<VenueSnapshot> =>
    (await snapshots.read())[venueId] ?? NEVER_ASKED;

  const findAbsence = async ({ venueId, memory }: LiquidationVenue): Promise<Absence | null> => {
    if (await isSwitchedOff(venueId)) return 'switched-off';
    const { failure, lastGoodAtMs } = await readSnapshot(venueId);
    if (memory === 'stream') return failure ?? streams.findAbsence(venueId);
    return failure ?? (lastGoodAtMs === null ? 'pending' : null);
  };

  const readAll = async (
    venue: LiquidationVenue,
    coinIds: readonly CoinId[],
    windowMs: number = WINDOW_MS,
  ) => {
    const window = toWindow(windowMs);
    const record = await log.readVenue(venue.venueId, window);
    const isPending = await polls.isPending(venue, record, coinIds);
    const absence = (await findAbsence(venue)) ?? (isPending ? 'pending' : null);
    const told = await keyed.readTotals(venue.venueId, window);
    const totals = toBetterCovered(toVenueTotals(venue, record, window), told);
    return { venueId: venue.venueId, totals, absence };
  };

  /** Days change once a day: they are read from the log once an hour. */
  const readDays = (): Promise<readonly DayTally[]> => {
    if (!days || now() - days.readAtMs >= PRUNE_EVERY_MS) {
      const all = Promise.all(venues.map(({ venueId }) => log.readDays(venueId)));
      days = { readAtMs: now(), read: all.then((lists) => lists.flat()) };
    }
    return days.read;
  };

  const prune = async (): Promise<void> => {
    if (now() - prunedAtMs < PRUNE_EVERY_MS) return;
    prunedAtMs = now();
    await log.prune(now());
  };

  const toReading = (
    { venueId, totals, absence }: Awaited<ReturnType<typeof readAll>>,
    venueIds: readonly string[],
    coinIds: ReadonlySet<CoinId>,
  ): VenueReading => {
    const top = venueIds.includes(venueId) ? sortBySum(totals).slice(0, MOST_OF_VENUE) : [];
    const isSent = (total: LiquidationTotal): boolean => coinIds.has(total.coinId) || top.includes(total);
    return { venueId, sum: sumTotals(totals), totals: totals.filter(isSent), absence };
  };

  return {
    async read(venueIds, coinIds) {
      const others = [...new Set(venueIds)].filter((id) => !venues.some(({ venueId }) => venueId === id));
      const all = await Promise.all(venues.map((venue) => readAll(venue, coinIds)));
      const wanted = new Set(coinIds);
      return [...all.map((venue) => toReading(venue, venueIds, wanted)), ...others.map(toUnread)];
    },

    async readTable(windowMs) {
      return toLiquidationTable(
        await Promise.all(venues.map((venue) => readAll(venue, [], windowMs))),
        windowMs,
      );
    },

    async refresh(coinIds) {
      await Promise.all([polls.refresh(coinIds), keyed.refresh(coinIds)]);
      await prune();
    },

    async findRecords(coinIds, readings) {
      const known = await readDays();
      if (known.length === 0) return [];
      const all = readings.flatMap(({ totals }) => totals);
      return coinIds.flatMap((coinId) => {
        const whole = all.filter((total) => total.coinId === coinId && isComparableWithDays(total));
        const usd = whole.reduce((sum, { longUsd, shortUsd }) => sum + longUsd + shortUsd, 0);
        const venueIds = whole.map(({ venueId }) => venueId);
        if (usd === 0) return [];
        const sinceMs = findLargestSince(usd, toDaySums(known, coinId, venueIds, now()));
        return sinceMs === null ? [] : [{ coinId, sinceMs }];
      });
    },

    async readStates() {
      const ofKey = await keyed.readState();
      const ofVenues = await Promise.all(
        venues.map(async (venue) => {
          const { venueId, origin, memory } = venue;
          const { lastGoodAtMs } = await readSnapshot(venueId);
          const sum = memory === 'stream' ? sumTotals((await readAll(venue, [])).totals) : null;
          const retryAtMs =
            streams.findRetryAtMs(venueId) ?? (origin === null ? null : await findRetryAtMs(origin));
          const absence = await findAbsence(venue);
          return {
            sourceId: venueId,
            lastGoodAtMs: memory === 'stream' ? (sum?.untilMs ?? null) : lastGoodAtMs,
            failure: absence === 'pending' ? null : absence,
            retryAtMs,
          };
        }),
      );
      return ofKey ? [...ofVenues, ofKey] : ofVenues;
    },
  };
};
