import type { CoinId } from '../domain/coins/coin.ts';
import type { Instrument } from '../domain/coins/instrument.ts';
import type { LiquidationTotal } from '../domain/liquidations/liquidation.ts';
import { WINDOW_MS } from '../domain/liquidations/window.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import type { SourceState } from '../domain/market/source-state.ts';
import type { VenueReading } from '../platform/protocol.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { VenueSnapshot } from '../platform/stored-items.ts';
import type { Http, HttpOutcome } from '../sources/http.ts';
import type { LiquidationSource } from '../sources/liquidations/liquidation-source.ts';
import { isDue, type Pace } from './due.ts';

/** The last known liquidation totals of the venues that are read, and their refreshing. */
export interface Liquidations {
  /** One reading for each venue that is read and for each that is asked for; totals of all ages and polled coins. */
  read(venueIds: readonly string[]): Promise<VenueReading[]>;
  /** Asks each venue whose totals are due. One round at a time. */
  refresh(coinIds: readonly CoinId[]): Promise<void>;
  readStates(): Promise<SourceState[]>;
}

export interface LiquidationsParts {
  readonly sources: readonly LiquidationSource[];
  readonly http: Http;
  readonly snapshots: StoredItem<Record<string, VenueSnapshot>>;
  readonly findRetryAtMs: (origin: string) => Promise<number | null>;
  readonly now: () => number;
}

const PACE: Pace = { everyMs: 5 * 60_000, forUnaskedMs: 20_000 };
const INSTRUMENTS_DUE_AFTER_MS = 24 * 3_600_000;
/** Hosts count requests by the second: a round of twenty coins goes out a few at a time. */
const AT_ONCE = 4;

/** Venues that publish no liquidations at all, so that no version of ours can show them. Facts of 2026-09. */
const NOT_PUBLISHING: readonly string[] = ['hyperliquid', 'kucoin', 'mexc', 'bingx'];

const NEVER_ASKED: VenueSnapshot = {
  attemptedAtMs: 0,
  lastGoodAtMs: null,
  failure: null,
  totals: {},
  instruments: [],
  instrumentsAtMs: 0,
};

type OneOrMore = readonly [Instrument, ...Instrument[]];

/** The instruments of each wanted coin that the venue lists. */
const groupByCoin = (instruments: readonly Instrument[], coinIds: readonly CoinId[]): OneOrMore[] =>
  coinIds.flatMap((coinId) => {
    const [first, ...others] = instruments.filter((instrument) => instrument.coinId === coinId);
    return first ? [[first, ...others] as const] : [];
  });

const hasUnasked = ({ instruments, totals }: VenueSnapshot, coinIds: readonly CoinId[]): boolean =>
  groupByCoin(instruments, coinIds).some(([{ coinId }]) => !totals[coinId]);

/** What ends a round: anything but a no to one instrument, which may have been delisted since the list was read. */
const findFailure = (outcomes: readonly HttpOutcome<unknown>[]): FailureCode | null => {
  const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.code]));
  return codes.find((code) => code !== 'refused') ?? null;
};

const isInWindow = (total: LiquidationTotal, nowMs: number): boolean => nowMs - total.untilMs < WINDOW_MS;

export const createLiquidations = (parts: LiquidationsParts): Liquidations => {
  const { sources, http, snapshots, findRetryAtMs, now } = parts;
  let underWay: Promise<void> | null = null;

  const change = (venueId: string, patch: (before: VenueSnapshot) => VenueSnapshot) =>
    snapshots.update((all) => ({ ...all, [venueId]: patch(all[venueId] ?? NEVER_ASKED) }));

  const fail = (venueId: string, failure: FailureCode) =>
    change(venueId, (before) => ({ ...before, attemptedAtMs: now(), failure }));

  /** The venue's instruments, asked for again once a day; a failed renewal keeps the old ones. */
  const readInstruments = async (source: LiquidationSource): Promise<FailureCode | readonly Instrument[]> => {
    const known = (await snapshots.read())[source.venueId] ?? NEVER_ASKED;
    if (now() - known.instrumentsAtMs < INSTRUMENTS_DUE_AFTER_MS) return known.instruments;
    const outcome = await source.fetchInstruments(http);
    if (!outcome.ok) return known.instruments.length > 0 ? known.instruments : outcome.failure.code;
    const instruments = outcome.value;
    await change(source.venueId, (before) => ({ ...before, instruments, instrumentsAtMs: now() }));
    return instruments;
  };

  const askVenue = async (source: LiquidationSource, coinIds: readonly CoinId[]): Promise<void> => {
    const { venueId } = source;
    const known = (await snapshots.read())[venueId] ?? NEVER_ASKED;
    if (!isDue(known, PACE, hasUnasked(known, coinIds), now())) return;
    const instruments = await readInstruments(source);
    if (typeof instruments === 'string') {
      await fail(venueId, instruments);
      return;
    }
    const wanted = groupByCoin(instruments, coinIds);
    const arrived: LiquidationTotal[] = [];
    let failure: FailureCode | null = null;
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const outcomes = await Promise.all(
        wanted.slice(at, at + AT_ONCE).map((ofCoin) => source.fetchTotal(http, ofCoin, now())),
      );
      arrived.push(...outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
      failure = findFailure(outcomes);
      if (failure) break;
    }
    await store(venueId, arrived, failure);
  };

  const store = (venueId: string, arrived: readonly LiquidationTotal[], failure: FailureCode | null) =>
    change(venueId, (before) => {
      const totals = [...Object.values(before.totals), ...arrived].filter((total) =>
        isInWindow(total, now()),
      );
      return {
        ...before,
        attemptedAtMs: now(),
        lastGoodAtMs: failure ? before.lastGoodAtMs : now(),
        failure,
        totals: Object.fromEntries(totals.map((total) => [total.coinId, total])),
      };
    });

  return {
    async read(venueIds) {
      const known = await snapshots.read();
      const readVenueIds = sources.map((source) => source.venueId);
      return [...new Set([...readVenueIds, ...venueIds])].map((venueId) => {
        if (!readVenueIds.includes(venueId)) {
          return {
            venueId,
            totals: [],
            absence: NOT_PUBLISHING.includes(venueId) ? 'not-published' : 'no-feed',
          };
        }
        const { totals, failure, lastGoodAtMs } = known[venueId] ?? NEVER_ASKED;
        const absence = failure ?? (lastGoodAtMs === null ? 'pending' : null);
        return {
          venueId,
          totals: Object.values(totals).filter((total) => isInWindow(total, now())),
          absence,
        };
      });
    },

    refresh(coinIds) {
      underWay ??= Promise.all(sources.map((source) => askVenue(source, coinIds)))
        .then(() => undefined)
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },

    async readStates() {
      const known = await snapshots.read();
      return Promise.all(
        sources.map(async ({ venueId, origin }) => {
          const { lastGoodAtMs, failure } = known[venueId] ?? NEVER_ASKED;
          return { sourceId: venueId, lastGoodAtMs, failure, retryAtMs: await findRetryAtMs(origin) };
        }),
      );
    },
  };
};
