import {
  findCountedSince,
  type RequestCounts,
  sumLastHour,
  toCountsWith,
} from '../domain/market/request-counts.ts';
import type { Reply } from '../platform/protocol.ts';
import type { StoredItem } from '../platform/stored-item.ts';

/** Something that is asked over HTTP, under the id by which the reader knows it. */
export interface AskedSource {
  readonly sourceId: string;
  /** The match pattern of its host; null where it is only heard. */
  readonly origin: string | null;
}

export interface RequestsParts {
  readonly counts: StoredItem<RequestCounts>;
  readonly sources: readonly AskedSource[];
  readonly now: () => number;
}

/** How often each source was asked. Kept outside the worker: one that is killed forgets nothing that it counted. */
export const createRequests = ({ counts, sources, now }: RequestsParts) => ({
  /** Hears how a host answered. */
  note(host: string, isGood: boolean): void {
    void counts.update((before) => toCountsWith(before, host, isGood, now()));
  },

  async read(): Promise<Reply<'readRequests'>> {
    const known = await counts.read();
    const ids = [...new Set(sources.map(({ sourceId }) => sourceId))];
    const toHosts = (id: string): string[] => [
      ...new Set(
        sources.flatMap(({ sourceId, origin }) => (sourceId === id && origin ? [new URL(origin).host] : [])),
      ),
    ];
    return {
      countedSinceMs: findCountedSince(known, now()),
      sources: ids.map((sourceId) => ({ sourceId, ...sumLastHour(known, toHosts(sourceId), now()) })),
    };
  },
});
