import type { CoinId } from '../../domain/coins/coin.ts';
import type { LiquidationTable } from '../../domain/liquidations/table.ts';
import { askBackground } from '../../platform/messenger.ts';
import type { Request } from '../../platform/protocol.ts';

type WindowMs = Request<'readLiquidations'>['windowMs'];

/** Liquidations of the whole market by window, asked for as often as they are drawn, and not more than that. */
export interface LiquidationTables {
  read(windowMs: WindowMs): LiquidationTable | null;
  /** The coins that the tables list: their tickers come with their quotes. */
  coinIds(): readonly CoinId[];
}

/** Further down a table of coins is only long. */
export const MOST_TABLE_COINS = 10;
const ASK_EVERY_MS = 10_000;

export const createLiquidationTables = (onAnswer: () => void, signal: AbortSignal): LiquidationTables => {
  const tables = new Map<WindowMs, LiquidationTable>();
  const askedAtMs = new Map<WindowMs, number>();

  const ask = async (windowMs: WindowMs): Promise<void> => {
    askedAtMs.set(windowMs, performance.now());
    const outcome = await askBackground('readLiquidations', { windowMs });
    if (!outcome.ok || signal.aborted) return;
    tables.set(windowMs, outcome.reply);
    onAnswer();
  };

  return {
    read(windowMs) {
      const sinceMs = performance.now() - (askedAtMs.get(windowMs) ?? Number.NEGATIVE_INFINITY);
      if (sinceMs > ASK_EVERY_MS) void ask(windowMs);
      return tables.get(windowMs) ?? null;
    },
    coinIds: () =>
      [...tables.values()].flatMap(({ coins }) =>
        coins.slice(0, MOST_TABLE_COINS).map(({ coinId }) => coinId),
      ),
  };
};
