import { type HostWait, type HostWaits, toWaitMs } from '../domain/market/host-wait.ts';
import type { HttpFailure } from './http-failure.ts';

/** Where the waits are kept: outside the worker, because a killed worker must not forget that it was told to wait. */
export interface HostWaitsStore {
  read(): Promise<HostWaits>;
  update(change: (waits: HostWaits) => HostWaits): Promise<HostWaits>;
}

export interface RateLimit {
  /** The wait that still holds for the host, or null when it may be asked. */
  findWait(host: string): Promise<HostWait | null>;
  /** Notes how the host answered: null for a good answer. */
  record(host: string, failure: HttpFailure | null): Promise<void>;
}

/** Leaves hosts alone that failed. `random` returns a number in [0, 1). */
export const createRateLimit = (
  store: HostWaitsStore,
  now: () => number,
  random: () => number,
): RateLimit => ({
  async findWait(host) {
    const wait = (await store.read())[host];
    return wait && wait.retryAtMs > now() ? wait : null;
  },

  async record(host, failure) {
    // A refusal is about one request (an unknown instrument): the host itself is well.
    const well = !failure || failure.code === 'refused';
    if (well && !(await store.read())[host]) return;
    await store.update((waits) => {
      const { [host]: previous, ...others } = waits;
      if (well) return others;
      // Requests that were under way together fail together: that is one failure.
      if (previous && previous.retryAtMs > now()) return waits;
      const failures = (previous?.failures ?? 0) + 1;
      const waitMs = toWaitMs(failure.code, failures, failure.retryAfterMs, random());
      return { ...others, [host]: { failures, code: failure.code, retryAtMs: now() + waitMs } };
    });
  },
});
