import type { CoinId } from '../../domain/coins/coin.ts';
import { findCoin } from '../../domain/coins/coin-table.ts';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';

/**
 * The ticker that exchanges most likely mean the coin by; null when a larger coin has the same, or the ticker has other
 * characters than theirs. A guess all the same: whoever uses it checks the price against CoinGecko's.
 */
export const findBase = (coinId: CoinId): string | null => {
  const symbol = findCoin(coinId)?.symbol.toUpperCase() ?? '';
  if (!/^[A-Z0-9]{1,20}$/.test(symbol)) return null;
  const base = findBaseCoin(symbol);
  return base?.coinId === coinId && base.coinsPerUnit === 1 ? symbol : null;
};

/** What an exchange's quote cannot know by itself. */
export const toCoinLabels = (coinId: CoinId): { symbol: string; name: string; rank: null } => {
  const coin = findCoin(coinId);
  return { symbol: coin?.symbol ?? '', name: coin?.name ?? coinId, rank: null };
};
