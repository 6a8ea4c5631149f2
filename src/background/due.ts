/** When a source was last asked, and whether that went well. */
export interface Attempt {
  readonly attemptedAtMs: number;
  readonly failure: string | null;
}

/** How often a source is asked: in the rule, and when something is wanted that it was never asked for. */
export interface Pace {
  readonly everyMs: number;
  readonly forUnaskedMs: number;
}

/** After a failure the wait of the host decides; this only keeps a refusal without a wait from being repeated at once. */
const AFTER_FAILURE_MS = 15_000;

/** Whether a source is to be asked now. A clock that was set back counts as due: it must not stop the polling. */
export const isDue = (
  { attemptedAtMs, failure }: Attempt,
  pace: Pace,
  hasUnasked: boolean,
  nowMs: number,
): boolean => {
  const sinceMs = nowMs - attemptedAtMs;
  if (sinceMs < 0) return true;
  if (failure !== null) return sinceMs >= AFTER_FAILURE_MS;
  return sinceMs >= (hasUnasked ? pace.forUnaskedMs : pace.everyMs);
};
