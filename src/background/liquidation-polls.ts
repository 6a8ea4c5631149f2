import type { CoinId } from '../domain/coins/coin.ts';
import { type Instrument, isOfCoin } from '../domain/coins/instrument.ts';
import type { Interval } from '../domain/liquidations/coverage.ts';
import { mergeBatches } from '../domain/liquidations/log-batch.ts';
import { EVERY_COIN, type VenueRecord } from '../domain/liquidations/window.ts';
import { WINDOW_MS } from '../domain/liquidations/window-length.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import type { VenueSnapshot } from '../platform/background-items.ts';
import type { EventLog } from '../platform/event-log.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http, HttpOutcome } from '../sources/http.ts';
import type { CoinInstruments, LiquidationVenue } from '../sources/liquidations/liquidation-venue.ts';
import { isDue, type Pace } from './due.ts';
import { NEVER_ASKED } from './never-asked.ts';
import { renewInstruments } from './renew-instruments.ts';
import { type IsSwitchedOff, withoutSwitchedOff } from './switched-off.ts';

/** The asking of venues that keep a record of their liquidations. */
export interface LiquidationPolls {
  /** Asks each venue whose record is due. One round at a time. */
  refresh(coinIds: readonly CoinId[]): Promise<void>;
  /** The venue's contracts, as they were last listed and as far as their price fits their coin. */
  readInstruments(venueId: string): Promise<readonly Instrument[]>;
  /** What was asked for is lost: all of it is to be asked for again. */
  forget(): Promise<void>;
  /** Whether one of the coins is still to be asked for: the venue lists it, and no answer has covered it yet. */
  isPending(venue: LiquidationVenue, record: VenueRecord, coinIds: readonly CoinId[]): Promise<boolean>;
}

export interface LiquidationPollsParts {
  readonly venues: readonly LiquidationVenue[];
  readonly http: Http;
  readonly log: EventLog;
  readonly snapshots: StoredItem<Record<string, VenueSnapshot>>;
  readonly readPricesUsd: (coinIds: readonly CoinId[]) => Promise<ReadonlyMap<CoinId, number>>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

const PACE: Pace = { everyMs: 5 * 60_000, forUnaskedMs: 5 * 60_000 };
/** Hosts count requests by the second: a round of twenty coins goes out a few at a time. */
const AT_ONCE = 4;
/** Venues write their newest rows late, OKX up to 69 minutes: so much is read again each time. */
const READ_AGAIN_MS = 90 * 60_000;

/** The instruments of each wanted coin that the venue lists. */
const groupByCoin = (instruments: readonly Instrument[], coinIds: readonly CoinId[]): CoinInstruments[] =>
  coinIds.flatMap((coinId) => {
    const [first, ...others] = instruments.filter((instrument) => instrument.coinId === coinId);
    return first ? [[first, ...others] as const] : [];
  });

/** What ends a round: anything but a no to one instrument, which may have been delisted since the list was read. */
const findFailure = (outcomes: readonly HttpOutcome<unknown>[]): FailureCode | null => {
  const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.code]));
  return codes.find((code) => code !== 'refused') ?? null;
};

/** From where a scope is asked: on from what is covered, or the whole window when nothing new is. */
const toAskedFrom = (covered: readonly Interval[] | undefined, window: Interval): number => {
  const last = covered?.at(-1);
  if (!last || last.untilMs <= window.fromMs) return window.fromMs;
  return Math.max(window.fromMs, last.untilMs - READ_AGAIN_MS);
};

/** The wanted coins that the venue lists and that no answer has covered yet. */
const findUncovered = (
  venue: LiquidationVenue,
  { instruments }: VenueSnapshot,
  { covered }: VenueRecord,
  coinIds: readonly CoinId[],
): CoinId[] =>
  venue.fetchCoin
    ? groupByCoin(instruments, coinIds)
        .map(([{ coinId }]) => coinId)
        .filter((coinId) => !covered[coinId])
    : [];

export const createLiquidationPolls = (parts: LiquidationPollsParts): LiquidationPolls => {
  const { venues, http, log, snapshots, readPricesUsd, isSwitchedOff, now } = parts;
  let underWay: Promise<void> | null = null;
  const triedCoins = new Map<string, ReadonlySet<CoinId>>();

  const toWindow = (): Interval => ({ fromMs: now() - WINDOW_MS, untilMs: now() });

  const change = (venueId: string, patch: (before: VenueSnapshot) => Partial<VenueSnapshot>) =>
    snapshots.update((all) => {
      const before = all[venueId] ?? NEVER_ASKED;
      return { ...all, [venueId]: { ...before, ...patch(before) } };
    });

  const readSnapshot = async (venueId: string): Promise<VenueSnapshot> =>
    (await snapshots.read())[venueId] ?? NEVER_ASKED;

  const readInstruments = async (venueId: string): Promise<readonly Instrument[]> => {
    const { instruments } = await readSnapshot(venueId);
    const prices = await readPricesUsd([...new Set(instruments.map(({ coinId }) => coinId))]);
    return instruments.filter((each) => isOfCoin(each, prices.get(each.coinId) ?? null));
  };

  const renew = async (venue: LiquidationVenue): Promise<FailureCode | null> => {
    const { venueId, fetchInstruments } = venue;
    if (!fetchInstruments) return null;
    return renewInstruments({
      known: await readSnapshot(venueId),
      list: () => fetchInstruments(http),
      keep: (listed) => change(venueId, () => listed),
      now,
    });
  };

  const askCoins = async (
    venue: LiquidationVenue,
    { covered }: VenueRecord,
    coinIds: readonly CoinId[],
  ): Promise<FailureCode | null> => {
    const { fetchCoin, venueId } = venue;
    if (!fetchCoin) return null;
    const wanted = groupByCoin(await readInstruments(venueId), coinIds);
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const outcomes = await Promise.all(
        wanted.slice(at, at + AT_ONCE).map((ofCoin) => {
          const fromMs = toAskedFrom(covered[ofCoin[0].coinId], toWindow());
          return fetchCoin(http, ofCoin, { fromMs, nowMs: now() });
        }),
      );
      await log.record(mergeBatches(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))));
      const failure = findFailure(outcomes);
      if (failure) return failure;
    }
    return null;
  };

  const askMarket = async (
    venue: LiquidationVenue,
    { covered }: VenueRecord,
  ): Promise<FailureCode | null> => {
    const { fetchMarket, venueId } = venue;
    if (!fetchMarket) return null;
    const bySymbol = new Map((await readInstruments(venueId)).map((each) => [each.symbol, each]));
    const outcome = await fetchMarket(http, (symbol) => bySymbol.get(symbol) ?? null, {
      fromMs: toAskedFrom(covered[EVERY_COIN], toWindow()),
      nowMs: now(),
    });
    if (!outcome.ok) return outcome.failure.code;
    await log.record(outcome.value);
    return null;
  };

  /** Coins that were wanted between two rounds are asked for at once; what was tried is not until the next round. */
  const askUncovered = async (venue: LiquidationVenue, coinIds: readonly CoinId[]): Promise<void> => {
    const { venueId } = venue;
    const tried = triedCoins.get(venueId) ?? new Set();
    const untried = coinIds.filter((coinId) => !tried.has(coinId));
    if (!venue.fetchCoin || untried.length === 0) return;
    const record = await log.readVenue(venueId, toWindow());
    await askCoins(venue, record, findUncovered(venue, await readSnapshot(venueId), record, untried));
    triedCoins.set(venueId, new Set([...tried, ...untried]));
  };

  const askVenue = async (venue: LiquidationVenue, coinIds: readonly CoinId[]): Promise<void> => {
    const { venueId } = venue;
    const known = await readSnapshot(venueId);
    if (!isDue(known, PACE, false, now())) {
      if (known.failure === null) await askUncovered(venue, coinIds);
      return;
    }
    const record = await log.readVenue(venueId, toWindow());
    const failure =
      (await renew(venue)) ?? (await askCoins(venue, record, coinIds)) ?? (await askMarket(venue, record));
    if (!failure) triedCoins.set(venueId, new Set(coinIds));
    await change(venueId, ({ lastGoodAtMs }) => ({
      attemptedAtMs: now(),
      lastGoodAtMs: failure ? lastGoodAtMs : now(),
      failure,
    }));
  };

  return {
    readInstruments,

    refresh(coinIds) {
      underWay ??= withoutSwitchedOff(venues, ({ venueId }) => venueId, isSwitchedOff)
        .then((asked) => Promise.all(asked.map((venue) => askVenue(venue, coinIds))))
        .then(() => undefined)
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },

    async forget() {
      triedCoins.clear();
      await snapshots.update((all) =>
        Object.fromEntries(
          Object.entries(all).map(([id, snapshot]) => [id, { ...snapshot, attemptedAtMs: 0 }]),
        ),
      );
    },

    async isPending(venue, record, coinIds) {
      const uncovered = findUncovered(venue, await readSnapshot(venue.venueId), record, coinIds);
      return uncovered.some((coinId) => !triedCoins.get(venue.venueId)?.has(coinId));
    },
  };
};
