import type { Instrument } from '../domain/coins/instrument.ts';
import { HOUR_MS } from '../domain/liquidations/tally.ts';
import type { FailureCode } from '../domain/market/absence.ts';
import type { VenueSnapshot } from '../platform/background-items.ts';
import type { HttpOutcome } from '../sources/http.ts';

const DUE_AFTER_MS = 24 * HOUR_MS;

type Listed = Pick<VenueSnapshot, 'instruments' | 'instrumentsAtMs'>;

export interface RenewalParts {
  readonly known: Listed;
  readonly list: () => Promise<HttpOutcome<Instrument[]>>;
  readonly keep: (listed: Listed) => Promise<unknown>;
  readonly now: () => number;
}

/**
 * Lists a venue's contracts anew once a day. A list that fails, or in which no contract is of a coin, leaves the old ones
 * and is asked for again in the next round. Gives why there is nothing to ask about; null when there is something.
 */
export const renewInstruments = async (parts: RenewalParts): Promise<FailureCode | null> => {
  const { known, list, keep, now } = parts;
  if (now() - known.instrumentsAtMs < DUE_AFTER_MS) return null;
  const outcome = await list();
  if (outcome.ok && outcome.value.length > 0) {
    await keep({ instruments: outcome.value, instrumentsAtMs: now() });
    return null;
  }
  if (known.instruments.length > 0) return null;
  return outcome.ok ? 'bad-payload' : outcome.failure.code;
};
