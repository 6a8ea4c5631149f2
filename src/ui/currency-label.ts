import type { Currency } from '../domain/market/money.ts';

/** What everybody calls it: a code, in capitals, except for the sats. */
export const toCurrencyLabel = (currency: Currency): string =>
  currency === 'sats' ? currency : currency.toUpperCase();
