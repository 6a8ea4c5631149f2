/** The value that this part of the values does not exceed; 0 of none. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
};

/** The middle of some values; 0 of none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
