/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place in a sorted list from which on items start at or after a limit. */
export const findFirst = (sorted: readonly Span[], limit: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The items of a sorted list that start in [from, to). */
export const startingIn = <Item extends Span>(sorted: readonly Item[], from: number, to: number): Item[] =>
  sorted.slice(findFirst(sorted, from), findFirst(sorted, to));

/** How many of a sorted list start in [from, to). */
export const countIn = (sorted: readonly Span[], from: number, to: number): number =>
  Math.max(0, findFirst(sorted, to) - findFirst(sorted, from));
