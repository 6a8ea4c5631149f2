import type { CoinId } from './coin.ts';
import { coinTable } from './coin-table.ts';
import coinIdByBase from './instrument-bases.json' with { type: 'json' };
import { TRADFI_BASES } from './tradfi-bases.ts';

/** What a unit of a contract's base is. */
export interface BaseCoin {
  readonly coinId: CoinId;
  /** Coins in one unit: 1000 for 1000PEPE. */
  readonly coinsPerUnit: number;
}

const coinIds = new Map<string, CoinId>(Object.entries(coinIdByBase));

/** The best-ranked coin of each ticker, for contracts newer than the list of bases. */
const coinIdBySymbol = new Map<string, CoinId>(
  coinTable.toReversed().map(({ symbol, id }) => [symbol.toUpperCase(), id]),
);

/** How venues write a scale into a name: 1000PEPE, 1MBABYDOGE, kPEPE, SHIB1000. */
const SCALES: readonly (readonly [form: RegExp, coinsPerUnit: number])[] = [
  [/^1000000(?=[A-Z])/, 1_000_000],
  [/^100000(?=[A-Z])/, 100_000],
  [/^10000(?=[A-Z])/, 10_000],
  [/^1000(?=[A-Z])/, 1000],
  [/^1M(?=[A-Z])/, 1_000_000],
  [/^k(?=[A-Z])/, 1000],
  [/(?<=[A-Z])1000$/, 1000],
];

/**
 * The coin behind the base of a contract (`BTC` of `BTC_USDT`), or null for shares, metals and everything else that is no
 * known coin. The whole base goes before its parts, so that 1INCH and BANANAS31 stay what they are; the case counts.
 * Facts: instrument lists of the venues, 2025-12 to 2026-07.
 */
export const findBaseCoin = (base: string): BaseCoin | null => {
  if (TRADFI_BASES.has(base)) return null;
  const listed = coinIds.get(base);
  if (listed) return { coinId: listed, coinsPerUnit: 1 };
  for (const [form, coinsPerUnit] of SCALES) {
    const coinId = form.test(base) ? coinIds.get(base.replace(form, '')) : undefined;
    if (coinId) return { coinId, coinsPerUnit };
  }
  const coinId = coinIdBySymbol.get(base);
  return coinId ? { coinId, coinsPerUnit: 1 } : null;
};
