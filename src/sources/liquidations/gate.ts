import * as v from 'valibot';
import { findCoinIdOfBase, type Instrument } from '../../domain/coins/instrument.ts';
import type { LiquidationTotal } from '../../domain/liquidations/liquidation.ts';
import { WINDOW_MS } from '../../domain/liquidations/window.ts';
import { Amount } from '../decimal.ts';
import type { LiquidationSource } from './liquidation-source.ts';

const API = 'https://api.gateio.ws/api/v4/futures/usdt';
const HOUR_MS = 3_600_000;

const ContractSchema = v.object({
  name: v.string(),
  quanto_multiplier: Amount,
  contract_type: v.optional(v.string(), ''),
});

const HourSchema = v.object({
  time: v.pipe(v.number(), v.integer()),
  long_liq_usd: Amount,
  short_liq_usd: Amount,
});
type Hour = v.InferOutput<typeof HourSchema>;

/** Gate lists shares and metals beside coins, some under the ticker of a coin: only plain contracts are coins. */
const toInstrument = (contract: v.InferOutput<typeof ContractSchema>): Instrument | null => {
  const [base = '', quote] = contract.name.split('_');
  const coinId = findCoinIdOfBase(base);
  if (!coinId || quote !== 'USDT' || contract.contract_type !== '' || contract.quanto_multiplier === 0)
    return null;
  return { symbol: contract.name, coinId, contractSize: contract.quanto_multiplier, inverse: false };
};

/**
 * Sums the hours that began inside the window. The hour that began before it is left out whole: the total stays a
 * floor. `fromMs` is the first counted hour, so that the reader is told what is really covered.
 */
const toTotal = (
  hours: readonly Hour[],
  coinId: string,
  nowMs: number,
  receivedAtMs: number,
): LiquidationTotal => {
  const counted = hours.filter((hour) => hour.time * 1000 >= nowMs - WINDOW_MS);
  return {
    venueId: 'gate',
    coinId,
    longUsd: counted.reduce((sum, hour) => sum + hour.long_liq_usd, 0),
    shortUsd: counted.reduce((sum, hour) => sum + hour.short_liq_usd, 0),
    largest: null,
    fromMs: Math.min(nowMs, ...counted.map((hour) => hour.time * 1000)),
    untilMs: nowMs,
    coverage: 'full-window',
    receivedAtMs,
  };
};

/**
 * Gate, hourly sums per contract from `contract_stats`, keyless; `time` is the hour's start in seconds.
 * Units: `long_liq_usd` and `short_liq_usd` are US dollars at mark price (size x quanto_multiplier x mark_price, exact
 * on recorded rows). Side: `long_liq_*` counts long positions closed by force; recorded shorts fall into times in which
 * the mark price rises. No single orders, so no largest one. Limit 200 requests in 10 s.
 */
export const gate: LiquidationSource = {
  venueId: 'gate',
  origin: 'https://api.gateio.ws/*',

  async fetchInstruments(http) {
    const outcome = await http({ url: `${API}/contracts`, schema: v.array(v.unknown()) });
    if (!outcome.ok) return outcome;
    const instruments = outcome.value.flatMap((row) => {
      const contract = v.safeParse(ContractSchema, row);
      return (contract.success && toInstrument(contract.output)) || [];
    });
    return { ...outcome, value: instruments };
  },

  async fetchTotal(http, [{ symbol, coinId }], nowMs) {
    const query = new URLSearchParams({
      contract: symbol,
      interval: '1h',
      limit: String(WINDOW_MS / HOUR_MS + 1),
    });
    const outcome = await http({ url: `${API}/contract_stats?${query}`, schema: v.array(HourSchema) });
    if (!outcome.ok) return outcome;
    return { ...outcome, value: toTotal(outcome.value, coinId, nowMs, outcome.receivedAtMs) };
  },
};
