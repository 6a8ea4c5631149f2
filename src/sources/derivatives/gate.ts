import * as v from 'valibot';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import type { Derivatives } from '../../domain/market/derivatives.ts';
import { Amount } from '../decimal.ts';
import { parseRows } from '../parse-rows.ts';
import type { DerivativesSource } from './derivatives-source.ts';

const ContractSchema = v.object({
  name: v.string(),
  quanto_multiplier: Amount,
  mark_price: Amount,
  position_size: Amount,
  funding_rate: v.pipe(v.string(), v.nonEmpty(), v.transform(Number), v.number(), v.finite()),
  funding_interval: v.pipe(v.number(), v.minValue(1)),
  contract_type: v.optional(v.string(), ''),
});

/** The plain contracts of coins in the rows of `contracts`; they carry no time of their own. */
export const parseGateDerivatives = (rows: readonly unknown[], atMs: number): Derivatives[] =>
  parseRows(ContractSchema, rows).flatMap((row) => {
    const [base = '', quote] = row.name.split('_');
    const coin = findBaseCoin(base);
    if (!coin || quote !== 'USDT' || row.contract_type !== '') return [];
    return [
      {
        venueId: 'gate',
        coinId: coin.coinId,
        openInterestUsd: row.position_size * row.quanto_multiplier * row.mark_price,
        fundingRate: row.funding_rate,
        fundingIntervalMs: row.funding_interval * 1000,
        atMs,
      },
    ];
  });

/**
 * Gate, all contracts in one call, keyless. `position_size` is one-sided and in contracts (`open_interest` of the stats is
 * twice that): dollars are position_size x quanto_multiplier x mark_price. `funding_interval` is in seconds.
 */
export const gateDerivatives: DerivativesSource = {
  venueId: 'gate',
  origin: 'https://api.gateio.ws/*',

  async fetchAll(http, nowMs) {
    const outcome = await http({
      url: 'https://api.gateio.ws/api/v4/futures/usdt/contracts',
      schema: v.array(v.unknown()),
    });
    return outcome.ok ? { ...outcome, value: parseGateDerivatives(outcome.value, nowMs) } : outcome;
  },
};
