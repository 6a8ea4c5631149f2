import type { Coin, CoinId } from '../domain/coins/coin.ts';
import type { Quote } from '../domain/market/quote.ts';
import { askBackground } from '../platform/messenger.ts';

export interface CoinLabel {
  readonly symbol: string;
  readonly name: string;
}

/** The coins whose names the background told so far: its table is too large to be loaded here, too. */
const known = new Map<CoinId, CoinLabel>();

export const rememberCoins = (coins: readonly Coin[]): void => {
  for (const coin of coins) known.set(coin.id, coin);
};

/** Asks for the names of those coins that have none yet. True when there are more names than before. */
export const loadCoinLabels = async (coinIds: readonly CoinId[]): Promise<boolean> => {
  const unknown = coinIds.filter((coinId) => !known.has(coinId));
  if (unknown.length === 0) return false;
  const outcome = await askBackground('readCoins', { coinIds: unknown });
  if (!outcome.ok) return false;
  rememberCoins(outcome.reply);
  return outcome.reply.length > 0;
};

/** How a coin is called. The table comes first, so that no name changes when a quote arrives; the id is the last resort. */
export const toCoinLabel = (coinId: CoinId, quote: Quote | null = null): CoinLabel => {
  const label = known.get(coinId) ?? quote;
  return { symbol: label?.symbol ?? '', name: label?.name ?? coinId };
};
