/** A perpetual contract of one exchange, linear and settled in dollars, as far as its forced orders need it. */
export interface Perpetual {
  readonly venueId: string;
  readonly coinId: string;
  /** Base as the exchange writes it; some scale it, such as 1000PEPE. */
  readonly base: string;
  /** Coins in one unit of the exchange's order size. */
  readonly coinsPerUnit: number;
  /** The smallest step of an order, in those units. */
  readonly unitStep: number;
}

type Row = readonly [coinId: string, base: string, coinsPerUnit: number, unitStep: number];

/** Order size in contracts; the third figure is `quanto_multiplier`. */
const GATE: readonly Row[] = [
  ['bitcoin', 'BTC', 0.0001, 1],
  ['ethereum', 'ETH', 0.01, 1],
  ['binancecoin', 'BNB', 0.001, 1],
  ['ripple', 'XRP', 10, 1],
  ['solana', 'SOL', 1, 1],
  ['tron', 'TRX', 100, 1],
  ['hyperliquid', 'HYPE', 0.1, 1],
  ['dogecoin', 'DOGE', 10, 1],
  ['zcash', 'ZEC', 0.01, 1],
  ['cardano', 'ADA', 10, 1],
  ['stellar', 'XLM', 10, 1],
  ['chainlink', 'LINK', 1, 1],
  ['sui', 'SUI', 1, 1],
  ['uniswap', 'UNI', 1, 1],
  ['near', 'NEAR', 1, 1],
  ['mog-coin', 'MOG', 1_000_000, 1],
];

/** Order size in contracts; the third figure is `ctVal`. MOG is not listed there. */
const OKX: readonly Row[] = [
  ['bitcoin', 'BTC', 0.01, 0.01],
  ['ethereum', 'ETH', 0.1, 0.01],
  ['binancecoin', 'BNB', 0.01, 1],
  ['ripple', 'XRP', 100, 0.01],
  ['solana', 'SOL', 1, 0.01],
  ['tron', 'TRX', 1000, 0.1],
  ['hyperliquid', 'HYPE', 0.1, 1],
  ['dogecoin', 'DOGE', 1000, 0.01],
  ['zcash', 'ZEC', 0.01, 1],
  ['cardano', 'ADA', 100, 0.1],
  ['stellar', 'XLM', 100, 1],
  ['chainlink', 'LINK', 1, 0.1],
  ['sui', 'SUI', 1, 1],
  ['uniswap', 'UNI', 1, 1],
  ['near', 'NEAR', 10, 0.1],
];

/** Order size in the base of the symbol. */
const BINANCE_AND_BYBIT: readonly Row[] = [
  ['bitcoin', 'BTC', 1, 0.001],
  ['ethereum', 'ETH', 1, 0.001],
  ['binancecoin', 'BNB', 1, 0.01],
  ['ripple', 'XRP', 1, 0.1],
  ['solana', 'SOL', 1, 0.01],
  ['tron', 'TRX', 1, 1],
  ['hyperliquid', 'HYPE', 1, 0.01],
  ['dogecoin', 'DOGE', 1, 1],
  ['zcash', 'ZEC', 1, 0.001],
  ['cardano', 'ADA', 1, 1],
  ['stellar', 'XLM', 1, 1],
  ['chainlink', 'LINK', 1, 0.01],
  ['bitcoin-cash', 'BCH', 1, 0.001],
  ['litecoin', 'LTC', 1, 0.001],
  ['sui', 'SUI', 1, 0.1],
  ['avalanche-2', 'AVAX', 1, 0.1],
  ['near', 'NEAR', 1, 1],
  ['uniswap', 'UNI', 1, 0.1],
  ['pepe', '1000PEPE', 1000, 1],
  ['mog-coin', '1000000MOG', 1_000_000, 1],
];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  gate: GATE,
  okx: OKX,
  binance: BINANCE_AND_BYBIT,
  bybit: BINANCE_AND_BYBIT,
};

/** Exchanges whose own answers are not simulated still take part in the day, with the four largest coins. */
const SMALL_VENUE: readonly Row[] = BINANCE_AND_BYBIT.filter(([coinId]) =>
  ['bitcoin', 'ethereum', 'solana', 'ripple'].includes(coinId),
);

/** The contracts that an exchange lists in the simulated market. */
export function listPerpetuals(venueId: string): readonly Perpetual[] {
  return (ROWS[venueId] ?? SMALL_VENUE).map(([coinId, base, coinsPerUnit, unitStep]) => ({
    venueId,
    coinId,
    base,
    coinsPerUnit,
    unitStep,
  }));
}
