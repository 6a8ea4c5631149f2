import type { CoinId } from '../coins/coin.ts';
import type { LiquidationTotal } from '../liquidations/liquidation.ts';
import { type LiquidationSum, mergeSums, sumTotals } from '../liquidations/window.ts';
import type { Currency, Money } from '../market/money.ts';
import type { Quote } from '../market/quote.ts';

/** What is known of the market when alerts are looked at; what is unknown is left out. */
export interface AlertMarket {
  readonly quotes: ReadonlyMap<CoinId, Quote>;
  /** By coin, and under null of the whole market: 24 hours. */
  readonly liquidations: ReadonlyMap<CoinId | null, LiquidationSum>;
  /** How much of a currency one US dollar is. Without dollars themselves. */
  readonly perUsd: ReadonlyMap<Currency, number>;
}

export interface AlertMarketParts {
  readonly coins: readonly { readonly coinId: CoinId; readonly quote: Quote | null }[];
  /** Of every venue that is read: its sum over all coins, and its totals of those above at least. */
  readonly venues: readonly {
    readonly sum: LiquidationSum | null;
    readonly totals: readonly LiquidationTotal[];
  }[];
  readonly money: Money;
}

/** The market as alerts look at it, made of what sources and venues said. */
export const toAlertMarket = ({ coins, venues, money }: AlertMarketParts): AlertMarket => {
  const totals = venues.flatMap((venue) => venue.totals);
  const sums = coins.map(
    ({ coinId }) => [coinId, sumTotals(totals.filter((total) => total.coinId === coinId))] as const,
  );
  const ofMarket = mergeSums(venues.flatMap(({ sum }) => sum ?? []));
  return {
    quotes: new Map(coins.flatMap(({ coinId, quote }) => (quote ? [[coinId, quote] as const] : []))),
    liquidations: new Map(
      [...sums, [null, ofMarket] as const].flatMap(([coinId, sum]) => (sum ? [[coinId, sum] as const] : [])),
    ),
    perUsd: new Map([[money.currency, money.perUsd]]),
  };
};
