import * as v from 'valibot';
import { isSameJson } from '../same-json.ts';

/** The parts of a value that change on their own, by name, as JSON knows them. */
export type Parts = Readonly<Record<string, unknown>>;

const CellSchema = v.object({
  /** When it was changed: ms of the machine that did, but later than every change it knew of. 0: never. */
  t: v.number(),
  /** The part; left out when it was taken away. */
  v: v.optional(v.unknown()),
});

/** The parts of a value with the time of each one's last change, those that are gone included. */
export const CellsSchema = v.record(v.string(), CellSchema);
export type Cells = v.InferOutput<typeof CellsSchema>;
type Cell = Cells[string];

/** Gone parts are remembered, so that a machine that was off does not bring them back; the oldest are forgotten. */
const MOST_GONE = 200;

const isGone = ({ v: part }: Cell): boolean => part === undefined;

const toText = (part: unknown): string => JSON.stringify(part) ?? '';

/** Of two changes at one time the same one wins on every machine, and what is there wins over what is gone. */
const isLater = (one: Cell, other: Cell): boolean =>
  one.t !== other.t ? one.t > other.t : toText(one.v) > toText(other.v);

const forgetOldest = (cells: Cells): Cells => {
  const gone = Object.entries(cells)
    .filter(([, cell]) => isGone(cell))
    .sort(([, one], [, other]) => other.t - one.t);
  const forgotten = new Set(gone.slice(MOST_GONE).map(([name]) => name));
  return Object.fromEntries(Object.entries(cells).filter(([name]) => !forgotten.has(name)));
};

/** The later change of every part: the same in whatever order and however often copies are merged. */
export const mergeCells = (one: Cells, other: Cells): Cells => {
  const merged: Record<string, Cell> = { ...one };
  for (const [name, cell] of Object.entries(other)) {
    const known = merged[name];
    if (!known || isLater(cell, known)) merged[name] = cell;
  }
  return forgetOldest(merged);
};

/** The cells after a value with the parts `before` became one with the parts `after`. */
export const stampChanges = (cells: Cells, before: Parts, after: Parts, atMs: number): Cells => {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSameJson(before[name], after[name]),
  );
  const t = Math.max(atMs, ...Object.values(cells).map((cell) => cell.t + 1));
  const stamped = changed.map((name) => {
    const part = after[name];
    return [name, part === undefined ? { t } : { t, v: part }] as const;
  });
  return { ...cells, ...Object.fromEntries(stamped) };
};

export const toCells = (parts: Parts, t: number): Cells =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { t, v: part }]));

export const toParts = (cells: Cells): Parts =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (isGone(cell) ? [] : [[name, cell.v] as const])),
  );

/** Two copies that hold the same changes, in whatever order. */
export const isSameCells = (one: Cells, other: Cells): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => isSameJson([one[name]?.t, one[name]?.v], [other[name]?.t, other[name]?.v]))
  );
};
