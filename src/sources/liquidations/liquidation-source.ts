import type { Instrument } from '../../domain/coins/instrument.ts';
import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import type { Http, HttpOutcome } from '../http.ts';

/** A venue whose liquidations can be asked for. One file each, with its units and side rule; the list is in index.ts. */
export interface LiquidationSource {
  /** The venue's id; it is also the source's. */
  readonly venueId: string;
  /** Match pattern of the API's host, for the manifest's host permissions. */
  readonly origin: string;
  /** The venue's perpetuals whose coin is known. Changes rarely: asked for once a day. */
  fetchInstruments(http: Http): Promise<HttpOutcome<Instrument[]>>;
  /** What the venue saw of one coin in the window that ends at `nowMs`. The instruments are those of one coin. */
  fetchTotal(
    http: Http,
    instruments: readonly [Instrument, ...Instrument[]],
    nowMs: number,
  ): Promise<HttpOutcome<LiquidationTotal>>;
}
