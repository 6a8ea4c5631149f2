import type { Instrument } from '../../src/domain/coins/instrument.ts';
import type { KeyedOrder } from '../../src/domain/liquidations/keyed-order.ts';
import type { LiquidationSide } from '../../src/domain/liquidations/liquidation.ts';
import { parseBinanceOrders } from '../../src/sources/liquidations/binance.ts';
import { parseBitfinexOrders } from '../../src/sources/liquidations/bitfinex.ts';
import { parseBitgetOrders } from '../../src/sources/liquidations/bitget.ts';
import { parseBybitOrders } from '../../src/sources/liquidations/bybit.ts';
import { parseGateContracts, parseGateOrders, parseGateStats } from '../../src/sources/liquidations/gate.ts';
import { parseHtxOrders } from '../../src/sources/liquidations/htx.ts';
import { parseOkxInstruments, parseOkxOrders } from '../../src/sources/liquidations/okx.ts';

export interface NormalizedEvent {
  readonly venue: string;
  readonly coin: string;
  readonly side: LiquidationSide;
  readonly notionalUsd: number;
  readonly atMs: number;
  /** The end of the bucket, for sums. */
  readonly untilMs?: number;
}

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** What a recording wraps a message in, with notes about it. */
const WRAPPERS: readonly string[] = ['payload', 'response'];

const unwrap = (message: unknown): unknown => {
  const wrapper = isRecord(message) ? WRAPPERS.find((key) => key in message) : undefined;
  return isRecord(message) && wrapper ? message[wrapper] : message;
};

/** The venue's messages in a file: one, or several in a list, wrapped or bare. */
const toMessages = (file: unknown): readonly unknown[] => toList(unwrap(file)).map(unwrap);

/** The rows under a key of each message, or the messages themselves where they are bare rows. */
const toRows = (file: unknown, ...keys: readonly string[]): readonly unknown[] =>
  toMessages(file).flatMap((message) => {
    let inner = message;
    for (const key of keys) inner = isRecord(inner) && key in inner ? inner[key] : inner;
    return toList(inner);
  });

const toEvents = (orders: readonly KeyedOrder[]): NormalizedEvent[] =>
  orders.map(({ venueId, coinId, side, notionalUsd, atMs }) => ({
    venue: venueId,
    coin: coinId,
    side,
    notionalUsd,
    atMs,
  }));

const toFinder = (instruments: readonly Instrument[]) => {
  const bySymbol = new Map(instruments.map((instrument) => [instrument.symbol, instrument]));
  return (symbol: string): Instrument | null => bySymbol.get(symbol) ?? null;
};

const numberAt = (row: unknown, key: string): number => (isRecord(row) ? Number(row[key]) : Number.NaN);

/** Rows of `contract_stats` do not name their contract: it is known by its multiplier and mark price. */
const findStatsInstrument = (
  rows: readonly unknown[],
  instruments: readonly Instrument[],
): Instrument | undefined => {
  const row = rows.find((candidate) => numberAt(candidate, 'open_interest') > 0);
  const markUsd = numberAt(row, 'mark_price');
  const multiplier = numberAt(row, 'open_interest_usd') / numberAt(row, 'open_interest') / markUsd;
  const isNear = (value: number, of: number): boolean => Math.abs(value / of - 1) < 0.25;
  return instruments.find(
    ({ contractSize, markPriceUsd }) =>
      isNear(contractSize, multiplier) && isNear(markPriceUsd ?? 0, markUsd),
  );
};

/** The length of a bucket: the step between rows, an hour where there is only one. */
const toBucketMs = (startsMs: readonly number[]): number => {
  const sorted = [...startsMs].sort((a, b) => a - b);
  const steps = sorted.slice(1).flatMap((startMs, at) => startMs - (sorted[at] ?? startMs) || []);
  return steps.length === 0 ? 3_600_000 : Math.min(...steps);
};

const normalizeStats = (file: unknown, meta: unknown, contract: string | null): NormalizedEvent[] => {
  const rows = toRows(file);
  const instruments = parseGateContracts(toRows(meta));
  const name = contract ?? findStatsInstrument(rows, instruments)?.symbol ?? 'BTC_USDT';
  const coinId =
    toFinder(instruments)(name)?.coinId ?? parseGateContracts([{ name, quanto_multiplier: 1 }])[0]?.coinId;
  if (!coinId) throw new Error(`No coin is known for the contract ${name}`);
  const sums = parseGateStats(rows, coinId);
  const bucketMs = toBucketMs(sums.map(({ startMs }) => startMs));
  return sums.flatMap(({ venueId, startMs, coins }) =>
    (['long', 'short'] as const).flatMap((side) => {
      const cents = coins[coinId]?.[`${side}Cents`] ?? 0;
      if (cents === 0) return [];
      const times = { atMs: startMs, untilMs: startMs + bucketMs };
      return [{ venue: venueId, coin: coinId, side, notionalUsd: cents / 100, ...times }];
    }),
  );
};

const needMeta = (meta: unknown): unknown => {
  if (meta === null) throw new Error("Sizes of this source are in contracts: --meta FILE, the venue's list");
  return meta;
};

const NORMALIZERS: Readonly<
  Record<string, (file: unknown, meta: unknown, contract: string | null) => NormalizedEvent[]>
> = {
  'gate:liq_orders': (file, meta) =>
    toEvents(parseGateOrders(toRows(file), toFinder(parseGateContracts(toRows(needMeta(meta)))))),
  'gate:contract_stats': normalizeStats,
  'okx:liquidation-orders': (file, meta) => {
    const instruments = parseOkxInstruments(toRows(needMeta(meta), 'data'));
    return toEvents(parseOkxOrders({ code: '0', data: [...toRows(file, 'data')] }, toFinder(instruments)));
  },
  'htx:liquidation_orders': (file) => toEvents(parseHtxOrders(toRows(file, 'data'))),
  'bitfinex:liquidations': (file) => toEvents(parseBitfinexOrders(toBitfinexRows(file))),
  'bitget:liquidations': (file, meta) =>
    toEvents(
      parseBitgetOrders(toRows(file, 'data', 'list'), (symbol) => findLot(toRows(meta, 'data'), symbol)),
    ),
  'binance:forceOrder': (file) => toEvents(parseBinanceOrders(toMessages(file))),
  'bybit:allLiquidation': (file) => toEvents(parseBybitOrders(toRows(file, 'data'))),
};

/** Over REST a list of one-row lists, over the stream [channel, row] or [channel, [row, …]]. */
const toBitfinexRows = (file: unknown): readonly unknown[] => {
  const list = toRows(file, 'rows');
  if (list[0] === 'pos') return [list];
  return list.flatMap((entry) => {
    if (!Array.isArray(entry)) return [];
    if (entry[0] === 'pos') return [entry];
    return entry.flatMap((inner) => (Array.isArray(inner) && Array.isArray(inner[0]) ? inner : [inner]));
  });
};

const findLot = (contracts: readonly unknown[], symbol: string): Instrument | null => {
  const contract = contracts.find((row) => isRecord(row) && row['symbol'] === symbol);
  const contractSize = numberAt(contract, 'sizeMultiplier');
  if (!Number.isFinite(contractSize)) return null;
  return { symbol, coinId: '', contractSize, inverse: false, coinsPerUnit: 1, markPriceUsd: null };
};

export const LIQUIDATION_SOURCES: readonly string[] = Object.keys(NORMALIZERS);

/**
 * What a source reads in a venue's answer, message, or list of messages. `meta` is the venue's own list of contracts.
 * @throws when the source is unknown, or needs a list of contracts that is not there.
 */
export const normalizeLiquidations = (
  source: string,
  file: unknown,
  meta: unknown = null,
  contract: string | null = null,
): NormalizedEvent[] => {
  const normalizer = NORMALIZERS[source];
  if (!normalizer) throw new Error(`No source ${source}; there are: ${LIQUIDATION_SOURCES.join(', ')}`);
  return normalizer(file, meta, contract);
};
