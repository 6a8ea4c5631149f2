import { toClockSkewMs } from '../domain/market/clock-skew.ts';
import type { StoredItem } from '../platform/stored-item.ts';

/** The true time, as far as the hosts that answer agree on it: ages are then right on a machine whose clock is wrong. */
export interface Clock {
  now(): number;
  /** What the machine's clock is behind. */
  skewMs(): number;
  /** Hears what time a host has. */
  note(host: string, hostTimeMs: number): void;
  /** Remembers what an earlier worker heard. To be awaited before the first question is answered. */
  load(): Promise<void>;
}

/** Hosts count whole seconds: smaller news is none. */
const WRITE_FROM_MS = 2000;

export const createClock = (item: StoredItem<Record<string, number>>, machineNow: () => number): Clock => {
  let samples: Record<string, number> = {};
  let loading: Promise<void> | null = null;
  const skewMs = (): number => toClockSkewMs(Object.values(samples));

  return {
    now: () => machineNow() + skewMs(),
    skewMs,

    note(host, hostTimeMs) {
      const sampleMs = hostTimeMs - machineNow();
      const knownMs = samples[host];
      samples = { ...samples, [host]: sampleMs };
      if (knownMs !== undefined && Math.abs(knownMs - sampleMs) < WRITE_FROM_MS) return;
      void item.update((before) => ({ ...before, [host]: sampleMs }));
    },

    load() {
      loading ??= item.read().then((stored) => {
        samples = { ...stored, ...samples };
      });
      return loading;
    },
  };
};
