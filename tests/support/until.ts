const POLL_MS = 50;

/**
 * Asks again until the answer is neither null, undefined nor false, and gives it.
 * @throws after `timeoutMs`, naming what was waited for.
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | null | undefined | false>,
  timeoutMs = 20_000,
): Promise<Value> {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > endMs) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(POLL_MS);
  }
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
