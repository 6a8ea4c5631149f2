/** Long enough to get on, short enough that nobody feels it. */
export const SLICE_MS = 5;

/** Gives the page its turn. Browsers without `scheduler.yield` make us wait behind all that is queued. */
const yieldToPage = (): Promise<void> =>
  typeof scheduler !== 'undefined' && 'yield' in scheduler
    ? scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve));

/** Runs all steps, the first ones soon, and lets the page have its turn whenever a slice of time is used up. */
export const runInSlices = async (steps: Iterator<unknown>, signal: AbortSignal): Promise<void> => {
  let endsAtMs = 0;
  do {
    if (performance.now() < endsAtMs) continue;
    await yieldToPage();
    endsAtMs = performance.now() + SLICE_MS;
  } while (!signal.aborted && !steps.next().done);
};
