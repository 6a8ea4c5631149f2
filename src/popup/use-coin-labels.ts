import { useEffect, useReducer } from 'preact/hooks';
import type { CoinId } from '../domain/coins/coin.ts';
import { loadCoinLabels } from './coin-label.ts';

/** Draws anew once the names of these coins are known. */
export const useCoinLabels = (coinIds: readonly CoinId[]): void => {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const asked = coinIds.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal coins, listed anew by each render, are asked for once
  useEffect(() => {
    void loadCoinLabels(coinIds).then((isNews) => isNews && redraw(undefined));
  }, [asked]);
};
