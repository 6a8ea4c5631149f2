import type { MarketRequest } from '../market/market.ts';
import type { ExtensionBrowser } from '../support/browser.ts';
import type { FaultWorld } from './fault-world.ts';

/** One fault, and what must come of it. */
export interface FaultCase {
  readonly name: string;
  /** Both browsers when left out. */
  readonly only?: ExtensionBrowser['name'];
  /** Runs in `npm test` too: in one browser, or in both. */
  readonly short?: ExtensionBrowser['name'] | 'both';
  /** Does what it names in a world as on the first day, and tells what was seen. @throws when that is not right. */
  run(world: FaultWorld): Promise<string>;
}

/** @throws with what was wrong, unless it holds. */
export function ensure(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** @throws when any one host got more requests than that. */
export const ensureBounded = (requests: readonly MarketRequest[], most: number): void => {
  const counts = new Map<string, number>();
  for (const { host } of requests) counts.set(host, (counts.get(host) ?? 0) + 1);
  for (const [host, count] of counts) ensure(count <= most, `${host} was asked ${count} times`);
};
