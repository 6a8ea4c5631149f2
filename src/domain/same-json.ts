/** Whether two values are stored alike: the same members in the same order. A member that is undefined counts as absent. */
export const isSameJson = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
