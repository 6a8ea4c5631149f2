import type { CoinId } from '../domain/coins/coin.ts';
import type { Derivatives } from '../domain/market/derivatives.ts';
import type { DerivativesSnapshot } from '../platform/background-items.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { DerivativesSource } from '../sources/derivatives/derivatives-source.ts';
import type { Http } from '../sources/http.ts';
import { isDue, type Pace } from './due.ts';
import type { IsSwitchedOff } from './switched-off.ts';

/** The last known open interest and funding, and their refreshing. */
export interface DerivativesService {
  read(coinIds: readonly CoinId[]): Promise<Derivatives[]>;
  /** Asks each venue that is due. One round at a time. */
  refresh(): Promise<void>;
}

export interface DerivativesParts {
  readonly sources: readonly DerivativesSource[];
  readonly http: Http;
  readonly snapshots: StoredItem<Record<string, DerivativesSnapshot>>;
  readonly isSwitchedOff: IsSwitchedOff;
  readonly now: () => number;
}

/** Funding moves by the hour; open interest is context, not news. */
const PACE: Pace = { everyMs: 10 * 60_000, forUnaskedMs: 10 * 60_000 };

const NEVER_ASKED: DerivativesSnapshot = { attemptedAtMs: 0, failure: null, figures: [] };

export const createDerivatives = ({
  sources,
  http,
  snapshots,
  isSwitchedOff,
  now,
}: DerivativesParts): DerivativesService => {
  let underWay: Promise<void> | null = null;

  const ask = async ({ venueId, fetchAll }: DerivativesSource): Promise<void> => {
    const known = (await snapshots.read())[venueId] ?? NEVER_ASKED;
    if (!isDue(known, PACE, false, now()) || (await isSwitchedOff(venueId))) return;
    const outcome = await fetchAll(http, now());
    await snapshots.update((all) => ({
      ...all,
      [venueId]: {
        attemptedAtMs: now(),
        failure: outcome.ok ? null : outcome.failure.code,
        figures: outcome.ok ? outcome.value : known.figures,
      },
    }));
  };

  return {
    async read(coinIds) {
      const known = await snapshots.read();
      const wanted = new Set(coinIds);
      return sources.flatMap(({ venueId }) =>
        (known[venueId] ?? NEVER_ASKED).figures.filter(({ coinId }) => wanted.has(coinId)),
      );
    },

    refresh() {
      underWay ??= Promise.all(sources.map(ask))
        .then(() => undefined)
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },
  };
};
