import * as v from 'valibot';

/** What prices can be shown in: twelve currencies of states, bitcoin, and its hundred-millionth part. */
export const CURRENCIES = [
  'usd',
  'eur',
  'gbp',
  'jpy',
  'krw',
  'cny',
  'inr',
  'brl',
  'try',
  'rub',
  'aud',
  'cad',
  'chf',
  'btc',
  'sats',
] as const;

export const CurrencySchema = v.picklist(CURRENCIES);
export type Currency = v.InferOutput<typeof CurrencySchema>;

/** The currency that prices are shown in, and how many of it one US dollar is. */
export const MoneySchema = v.object({
  currency: CurrencySchema,
  perUsd: v.pipe(v.number(), v.finite(), v.minValue(Number.MIN_VALUE)),
});
export type Money = v.InferOutput<typeof MoneySchema>;

export const US_DOLLARS: Money = { currency: 'usd', perUsd: 1 };

const PEG_TOLERANCE = 0.002;

/** Whether a stablecoin is so far from its dollar that a price converted from it must say so. */
export const isOffPeg = (stablecoinUsd: number): boolean => Math.abs(stablecoinUsd - 1) > PEG_TOLERANCE;
