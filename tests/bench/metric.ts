import type { CDPSession } from 'playwright-core';

/** Milliseconds that a page has spent so far, by the browser's own count, which `Performance.enable` starts. */
export const readMetricMs = async (
  session: CDPSession,
  metric: 'ThreadTime' | 'ScriptDuration',
): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === metric)?.value ?? Number.NaN) * 1000;
};
