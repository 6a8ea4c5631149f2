import { type Cells, mergeCells, stampChanges, toParts } from './cells.ts';
import type { Division } from './division.ts';

export interface ReplicaParts<T> {
  readonly division: Division<T>;
  readonly parse: (value: unknown) => T;
  /** What this machine knew of every machine's changes when it looked last. */
  readonly replica: Cells;
  /** The value on this machine now. */
  readonly local: T;
  /** What the other machines have told. */
  readonly remote: Cells;
  readonly nowMs: number;
}

/**
 * The value with the changes of every machine in it, and the cells to remember and to tell. What the reader did here since
 * the last time is what differs from the replica. No order of meetings loses a change to a part that nobody changed later.
 */
export const syncReplica = <T>(parts: ReplicaParts<T>): { readonly value: T; readonly replica: Cells } => {
  const { division, parse, replica, local, remote, nowMs } = parts;
  // Compared as read, so that what a schema leaves out does not look as if the reader had taken it away.
  const read = (cells: Cells): T => parse(division.fromParts(toParts(cells)));
  const stamped = stampChanges(replica, division.toParts(read(replica)), division.toParts(local), nowMs);
  const merged = mergeCells(stamped, remote);
  return { value: read(merged), replica: merged };
};
