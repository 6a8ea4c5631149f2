import * as v from 'valibot';
import { MarketSchema } from '../../src/platform/protocol.ts';
import { until } from '../support/until.ts';
import type { FaultWorld } from './fault-world.ts';

const CoinsAndVenues = v.pick(MarketSchema, ['coins', 'venues', 'sources']);
export type MarketAnswer = v.InferOutput<typeof CoinsAndVenues>;

/** Asks as the popup does. Null where the background is just being stopped. */
export const askForMarket = async ({ console }: FaultWorld): Promise<MarketAnswer | null> => {
  const ids = ['bitcoin', 'ethereum'];
  const message = {
    mn: 'readMarket',
    request: { coinIds: ids, inViewIds: ids, venueIds: ['bybit', 'binance', 'gate'] },
  };
  const answer = await console.evaluate(
    `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify(message)}).catch(() => null)`,
  );
  const parsed = v.safeParse(CoinsAndVenues, answer);
  return parsed.success ? parsed.output : null;
};

/** Asks until the answer fits. */
export const waitForMarket = (
  world: FaultWorld,
  what: string,
  fits: (market: MarketAnswer) => boolean,
): Promise<MarketAnswer> =>
  until(
    what,
    async () => {
      const market = await askForMarket(world);
      return market && fits(market) ? market : null;
    },
    40_000,
  );

export const failureOf = (market: MarketAnswer, sourceId: string): string | null =>
  market.sources.find((source) => source.sourceId === sourceId && source.kind !== 'prices')?.failure ?? null;
