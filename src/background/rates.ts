import type { Currency, Money } from '../domain/market/money.ts';
import { US_DOLLARS } from '../domain/market/money.ts';
import type { Rates as StoredRates } from '../platform/background-items.ts';
import type { StoredItem } from '../platform/stored-item.ts';
import type { Http } from '../sources/http.ts';
import { fetchRatesPerUsd } from '../sources/prices/coingecko.ts';
import { isDue, type Pace } from './due.ts';

/** The reader's currency and its rate. */
export interface Rates {
  /** The money that prices can be shown in now: dollars as long as no rate of the chosen currency was ever heard. */
  readMoney(): Promise<Money>;
  /** Asks for the rates when the reader's currency needs one. One call at a time. */
  refresh(): Promise<void>;
}

export interface RatesParts {
  readonly http: Http;
  readonly rates: StoredItem<StoredRates>;
  /** Whether CoinGecko, which tells the rates, may not be asked. */
  readonly isSwitchedOff: () => Promise<boolean>;
  readonly readCurrency: () => Promise<Currency>;
  /** Dollars of one bitcoin as last seen; null when not known. */
  readonly findBitcoinUsd: () => Promise<number | null>;
  readonly now: () => number;
}

/** Currencies of states move little in an hour. Bitcoin does not: its own price is better, this only stands in. */
const FIAT_PACE: Pace = { everyMs: 3_600_000, forUnaskedMs: 60_000 };
const BITCOIN_PACE: Pace = { everyMs: 900_000, forUnaskedMs: 60_000 };
const SATS_PER_BITCOIN = 100_000_000;

const isBitcoin = (currency: Currency): boolean => currency === 'btc' || currency === 'sats';

export const createRates = ({
  http,
  rates,
  isSwitchedOff,
  readCurrency,
  findBitcoinUsd,
  now,
}: RatesParts): Rates => {
  let underWay: Promise<void> | null = null;

  const ask = async (): Promise<void> => {
    const currency = await readCurrency();
    const known = await rates.read();
    const pace = isBitcoin(currency) ? BITCOIN_PACE : FIAT_PACE;
    if (currency === 'usd' || !isDue(known, pace, known.perUsd[currency] === undefined, now())) return;
    if (await isSwitchedOff()) return;
    const outcome = await fetchRatesPerUsd(http);
    await rates.update((before) =>
      outcome.ok
        ? {
            attemptedAtMs: now(),
            lastGoodAtMs: now(),
            failure: null,
            perUsd: { ...before.perUsd, ...outcome.value },
          }
        : { ...before, attemptedAtMs: now(), failure: outcome.failure.code },
    );
  };

  return {
    async readMoney() {
      const currency = await readCurrency();
      const bitcoinUsd = isBitcoin(currency) ? await findBitcoinUsd() : null;
      if (bitcoinUsd) {
        return { currency, perUsd: (currency === 'sats' ? SATS_PER_BITCOIN : 1) / bitcoinUsd };
      }
      const perUsd = (await rates.read()).perUsd[currency];
      return perUsd === undefined ? US_DOLLARS : { currency, perUsd };
    },

    refresh() {
      underWay ??= ask().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
};
