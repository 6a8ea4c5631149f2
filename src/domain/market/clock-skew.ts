/** A Date header counts whole seconds and answers travel: less than this is no error of the clock. */
const TOLERANCE_MS = 5000;
/** Hosts whose clocks stand this close together confirm each other. */
const AGREEMENT_MS = 30_000;

const median = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;

/**
 * How far this machine's clock is behind the true time, in ms; negative when it is ahead. `samples` holds for each host
 * the difference between its Date header and our clock. One host alone may be the one that is wrong: a correction needs
 * two that agree, and more that agree than disagree. 0 when the clock is right or nothing is certain.
 */
export const toClockSkewMs = (samples: readonly number[]): number => {
  const sorted = samples.toSorted((one, other) => one - other);
  const middle = median(sorted);
  const agreeing = sorted.filter((sample) => Math.abs(sample - middle) <= AGREEMENT_MS);
  if (agreeing.length < 2 || agreeing.length * 2 <= sorted.length) return 0;
  const skewMs = median(agreeing);
  return Math.abs(skewMs) < TOLERANCE_MS ? 0 : skewMs;
};
