import type { CoinId } from '../domain/coins/coin.ts';
import type { Instrument } from '../domain/coins/instrument.ts';
import type { LogBatch } from '../domain/liquidations/log-batch.ts';
import type { Absence } from '../domain/market/absence.ts';
import type { LiquidationVenue } from '../sources/liquidations/liquidation-venue.ts';
import { createStreamLine, type Socket, type StreamLine } from '../sources/liquidations/stream-line.ts';
import type { IsSwitchedOff } from './switched-off.ts';

/** The venues' streams, open while somebody reads. */
export interface Streams {
  /** Somebody looks, and these coins are wanted. Holds for the next 45 seconds. */
  attend(coinIds: readonly CoinId[]): Promise<void>;
  /** Why a venue's stream brings nothing now; null while it is heard. */
  findAbsence(venueId: string): Promise<Absence | null>;
  findRetryAtMs(venueId: string): number | null;
  /** Closes what nobody wants any more, and lets the others go on. Called by the timer. */
  tick(): Promise<void>;
}

export interface StreamsParts {
  readonly venues: readonly LiquidationVenue[];
  readonly openSocket: (url: string) => Socket;
  readonly record: (batch: LogBatch) => Promise<void>;
  readonly readInstruments: (venueId: string) => Promise<readonly Instrument[]>;
  /** The reader's setting. Read from storage at every tick: see `TICK_EVERY_MS`. */
  readonly readEnabled: () => Promise<boolean>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly startTimer: (tick: () => void, everyMs: number) => () => void;
  readonly now: () => number;
  readonly random: () => number;
}

/** A page in view asks every ten seconds. */
const ATTENDED_MS = 45_000;

/**
 * The background is stopped after thirty seconds without an event. Messages of a socket count as one in Chromium only,
 * calls of an extension API in both engines: reading the setting from storage at each tick is such a call.
 */
const TICK_EVERY_MS = 5000;

export const createStreams = (parts: StreamsParts): Streams => {
  const { venues, openSocket, record, readInstruments, readEnabled, startTimer, now, random } = parts;
  const { isSwitchedOff } = parts;
  const lines = new Map<string, StreamLine>(
    venues.flatMap(({ venueId, stream: feed }) =>
      feed ? [[venueId, createStreamLine({ venueId, feed, openSocket, record, now, random })] as const] : [],
    ),
  );
  let attendedMs = Number.NEGATIVE_INFINITY;
  let wanted: ReadonlySet<CoinId> = new Set();
  let stopTimer: (() => void) | null = null;
  let ticking: Promise<void> | null = null;

  const isAttended = (): boolean => now() - attendedMs < ATTENDED_MS;

  const tickAll = async (): Promise<void> => {
    if (!(isAttended() && (await readEnabled()))) {
      stopTimer?.();
      stopTimer = null;
      await Promise.all([...lines.values()].map((line) => line.close()));
      return;
    }
    await Promise.all(
      [...lines].map(async ([venueId, line]) => {
        if (await isSwitchedOff(venueId)) {
          await line.close();
          return;
        }
        const instruments = await readInstruments(venueId);
        await line.tick(instruments.filter(({ coinId }) => wanted.has(coinId)));
      }),
    );
  };

  const tick = (): Promise<void> => {
    ticking ??= tickAll().finally(() => {
      ticking = null;
    });
    return ticking;
  };

  return {
    tick,

    async attend(coinIds) {
      attendedMs = now();
      wanted = new Set(coinIds);
      if (stopTimer || !(await readEnabled())) return;
      stopTimer ??= startTimer(() => void tick(), TICK_EVERY_MS);
      await tick();
    },

    async findAbsence(venueId) {
      if (!(await readEnabled())) return 'streams-off';
      const line = lines.get(venueId);
      if (line?.failure) return line.failure;
      return line?.isOpen && line.heardAtMs !== null ? null : 'pending';
    },

    findRetryAtMs: (venueId) => lines.get(venueId)?.retryAtMs ?? null,
  };
};
