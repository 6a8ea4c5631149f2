import type { EventLog, LogState } from './event-log.ts';

/** A log that goes on when the disk does not. */
export interface SafeLog extends EventLog {
  readonly state: LogState;
}

export interface SafeLogParts {
  readonly disk: EventLog;
  readonly memory: EventLog;
  readonly now: () => number;
}

const TRY_DISK_AGAIN_MS = 60_000;

/**
 * The log on disk, and one in memory beside it for the time in which the disk refuses: full, forbidden, or cleared under
 * our feet. What was logged in memory stays there until the background ends; the disk is tried again every minute.
 */
export const createSafeLog = ({ disk, memory, now }: SafeLogParts): SafeLog => {
  let refusedAtMs: number | null = null;

  const attempt = async <T>(use: (log: EventLog) => Promise<T>): Promise<T> => {
    if (refusedAtMs !== null && now() - refusedAtMs < TRY_DISK_AGAIN_MS) return use(memory);
    try {
      const result = await use(disk);
      refusedAtMs = null;
      return result;
    } catch (error) {
      if (refusedAtMs === null) {
        console.warn('Margin Notes: the liquidation log cannot be stored; it is kept in memory.', error);
      }
      refusedAtMs = now();
      return use(memory);
    }
  };

  return {
    get state() {
      return refusedAtMs === null ? 'disk' : 'memory';
    },
    record: (batch) => attempt((log) => log.record(batch)),
    readVenue: (venueId, window) => attempt((log) => log.readVenue(venueId, window)),
    readOrders: (venueId, window) => attempt((log) => log.readOrders(venueId, window)),
    readDays: (venueId) => attempt((log) => log.readDays(venueId)),
    prune: (nowMs) => attempt((log) => log.prune(nowMs)),
    countOrders: () => attempt((log) => log.countOrders()),
  };
};
