import * as v from 'valibot';
import { type FailureCode, FailureCodeSchema } from './absence.ts';

/** How often in a row a host failed, how it failed last, and until when it is left alone. */
export const HostWaitSchema = v.object({
  failures: v.number(),
  code: FailureCodeSchema,
  retryAtMs: v.number(),
});
export type HostWait = v.InferOutput<typeof HostWaitSchema>;

/** By host. A host that answers well has no entry. */
export const HostWaitsSchema = v.record(v.string(), HostWaitSchema);
export type HostWaits = v.InferOutput<typeof HostWaitsSchema>;

const FIRST_WAIT_MS = 15_000;
/** CoinGecko's keyless limit is counted by the minute: a shorter wait only earns another refusal. */
const FIRST_RATE_LIMITED_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A host that refuses this network will refuse it in an hour too. */
const BLOCKED_WAIT_MS = 24 * 3_600_000;
const JITTER = 0.25;

/**
 * How long to leave a host alone after its nth failure in a row, in ms. Doubles from 15 s (60 s after 429) to 15 min;
 * never shorter than what the host itself asked for. `random` in [0, 1) spreads clients that failed together.
 */
export const toWaitMs = (
  code: FailureCode,
  failures: number,
  askedForMs: number | null,
  random: number,
): number => {
  if (code === 'blocked') return BLOCKED_WAIT_MS;
  const firstMs = code === 'rate-limited' ? FIRST_RATE_LIMITED_WAIT_MS : FIRST_WAIT_MS;
  const backOffMs = Math.min(LONGEST_WAIT_MS, firstMs * 2 ** Math.min(failures - 1, 10));
  return Math.max(backOffMs * (1 + JITTER * random), askedForMs ?? 0);
};
