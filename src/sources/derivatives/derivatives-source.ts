import type { Derivatives } from '../../domain/market/derivatives.ts';
import type { Http, HttpOutcome } from '../http.ts';

/** A venue that tells the open interest and funding of all its perpetuals at once. The list is in index.ts. */
export interface DerivativesSource {
  readonly venueId: string;
  /** Match pattern of the API's host, for the manifest's host permissions. */
  readonly origin: string;
  fetchAll(http: Http, nowMs: number): Promise<HttpOutcome<Derivatives[]>>;
}
