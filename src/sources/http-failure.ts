import type { FailureCode } from '../domain/market/absence.ts';

/** Why a source gave no usable answer. `retryAfterMs` is the wait the host asked for, when it named one. */
export interface HttpFailure {
  readonly code: FailureCode;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}
