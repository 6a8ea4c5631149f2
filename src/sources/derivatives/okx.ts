import * as v from 'valibot';
import { findBaseCoin } from '../../domain/coins/instrument-base.ts';
import type { Derivatives } from '../../domain/market/derivatives.ts';
import { Amount, TimeMs } from '../decimal.ts';
import { findOkxRefusal } from '../liquidations/okx.ts';
import { parseRows } from '../parse-rows.ts';
import type { DerivativesSource } from './derivatives-source.ts';

const API = 'https://www.okx.com/api/v5/public';

const AnswerSchema = v.object({ code: v.string(), data: v.array(v.unknown()) });

const InterestSchema = v.object({ instId: v.string(), oiUsd: Amount });

const FundingSchema = v.object({
  instId: v.string(),
  fundingRate: v.pipe(v.string(), v.nonEmpty(), v.transform(Number), v.number(), v.finite()),
  fundingTime: TimeMs,
  nextFundingTime: TimeMs,
  ts: TimeMs,
});

/** The coin of `BTC-USDT-SWAP` and `BTC-USD-SWAP`. */
const findCoinId = (instId: string): string | null =>
  findBaseCoin(instId.split('-')[0] ?? '')?.coinId ?? null;

/** The swaps in dollars of each coin, with the funding of the one that is settled in USDT. */
export const parseOkxDerivatives = (
  interest: readonly unknown[],
  funding: readonly unknown[],
): Derivatives[] => {
  const usdByCoin = new Map<string, number>();
  for (const { instId, oiUsd } of parseRows(InterestSchema, interest)) {
    const coinId = findCoinId(instId);
    if (coinId) usdByCoin.set(coinId, (usdByCoin.get(coinId) ?? 0) + oiUsd);
  }
  return parseRows(FundingSchema, funding).flatMap((row) => {
    const coinId = findCoinId(row.instId);
    const openInterestUsd = coinId === null ? undefined : usdByCoin.get(coinId);
    const fundingIntervalMs = row.nextFundingTime - row.fundingTime;
    if (coinId === null || openInterestUsd === undefined || fundingIntervalMs <= 0) return [];
    if (!row.instId.endsWith('-USDT-SWAP')) return [];
    const { fundingRate, ts: atMs } = row;
    return [{ venueId: 'okx', coinId, openInterestUsd, fundingRate, fundingIntervalMs, atMs }];
  });
};

/**
 * OKX, all swaps in two calls, keyless. `oiUsd` is one-sided and in dollars. `fundingRate` is that of the running
 * interval, whose length is nextFundingTime - fundingTime; `nextFundingRate` is empty by design. Limit 10 in 2 s.
 */
export const okxDerivatives: DerivativesSource = {
  venueId: 'okx',
  origin: 'https://www.okx.com/*',

  async fetchAll(http) {
    const interest = await http({
      url: `${API}/open-interest?instType=SWAP`,
      schema: AnswerSchema,
      findRefusal: findOkxRefusal,
    });
    if (!interest.ok) return interest;
    const funding = await http({
      url: `${API}/funding-rate?instId=ANY`,
      schema: AnswerSchema,
      findRefusal: findOkxRefusal,
    });
    if (!funding.ok) return funding;
    return { ...funding, value: parseOkxDerivatives(interest.value.data, funding.value.data) };
  },
};
