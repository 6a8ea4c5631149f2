import type { Currency, Money } from './market/money.ts';
import { rememberFormats } from './remember-formats.ts';

/** Figures as text. Every function takes the BCP 47 locale; all minus signs are the true minus (U+2212). */

const TRUE_MINUS = '−';

const numberFormat = rememberFormats(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

const withTrueMinus = (text: string): string => text.replace('-', TRUE_MINUS);

/** `sats` is no code that Intl knows: its figures are numbers with the word behind them. */
const SATS = 'sats';

/** Digits after the point from one unit up: those that the currency has, and four for bitcoin. */
const unitDigits = (price: number, currency: Currency, locale: string): number => {
  if (currency === 'btc') return 4;
  if (currency === SATS) return price >= 100 ? 0 : 2;
  const { maximumFractionDigits: digits = 2 } = numberFormat(locale, {
    style: 'currency',
    currency,
  }).resolvedOptions();
  // Currencies without a coin for cents: a price of 3.47 is not 3.
  return digits === 0 && price < 100 ? 2 : digits;
};

/**
 * The currency's own digits from one unit up, four significant ones below, so that 0.0000001234 says as much as 93,512.34.
 * Always as many, zeros too: a price that ticks from 0.4481 to 0.4480 keeps its width.
 */
const priceDigits = (price: number, currency: Currency, locale: string): Intl.NumberFormatOptions => {
  // What rounds up to one is written like one: 0.99995 is 1.00.
  if (Number(price.toPrecision(4)) < 1) return { minimumSignificantDigits: 4, maximumSignificantDigits: 4 };
  const digits = unitDigits(price, currency, locale);
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
};

const formatMoney = (
  amount: number,
  currency: Currency,
  locale: string,
  digits: Intl.NumberFormatOptions,
): string =>
  currency === SATS
    ? `${numberFormat(locale, digits).format(amount)} ${SATS}`
    : numberFormat(locale, { style: 'currency', currency, ...digits }).format(amount);

/** A price in dollars as the reader's money: `$93,512.34`, `€0.00001234`, `₩136,528,016`, `231 sats`. */
export const formatPrice = (priceUsd: number, { currency, perUsd }: Money, locale: string): string => {
  const price = priceUsd * perUsd;
  return formatMoney(price, currency, locale, priceDigits(price, currency, locale));
};

/** The price for a place with little room: nothing behind the point from a thousand units up. */
export const formatPriceShort = (priceUsd: number, money: Money, locale: string): string => {
  const price = priceUsd * money.perUsd;
  return price >= 1000
    ? formatMoney(price, money.currency, locale, { minimumFractionDigits: 0, maximumFractionDigits: 0 })
    : formatPrice(priceUsd, money, locale);
};

/** The short price for a voice: `93,512 US dollars`, `2.41 euros`, `231 sats`. */
export const formatPriceSpoken = (priceUsd: number, { currency, perUsd }: Money, locale: string): string => {
  const price = priceUsd * perUsd;
  const digits = price >= 1000 ? { maximumFractionDigits: 0 } : priceDigits(price, currency, locale);
  return currency === SATS
    ? formatMoney(price, currency, locale, digits)
    : numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name', ...digits }).format(price);
};

/** The size of a change for a voice, without its sign: `6.2 percent`. */
export const formatChangeSpoken = (fraction: number, locale: string): string =>
  numberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    unitDisplay: 'long',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(Math.abs(fraction) * 100);

/** A fraction as a signed percentage: `+6.2%`, `−0.3%`, `0.0%`. */
export const formatChange = (fraction: number, locale: string): string =>
  withTrueMinus(
    numberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(fraction),
  );

/** A fraction as a percentage without a sign: `12.4%`. */
export const formatPercent = (fraction: number, locale: string): string =>
  numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(fraction);
/** A part as a whole percentage without a sign: `4%`; less than one is `<1%`. */
export const formatWholePercent = (fraction: number, locale: string): string => {
  const format = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return fraction > 0 && fraction < 0.01 ? `<${format.format(0.01)}` : format.format(fraction);
};

/** A funding rate as a signed percentage with the four decimals that venues quote: `+0.0059%`. */
export const formatFundingRate = (fraction: number, locale: string): string =>
  withTrueMinus(
    numberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      minimumFractionDigits: 4,
      maximumFractionDigits: 4,
    }).format(fraction),
  );

/** A sum in dollars with three significant digits and a magnitude: `$69.8M`, `$77.0M`; whole dollars below 1,000. */
export const formatNotionalUsd = (notionalUsd: number, locale: string): string =>
  numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    ...(notionalUsd < 1000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
  }).format(notionalUsd);

/** A sum in dollars for a voice: `234 million US dollars`. */
export const formatNotionalUsdSpoken = (notionalUsd: number, locale: string): string =>
  numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'name',
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  }).format(notionalUsd);

const AGE_UNITS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
] as const;

/** An age in its largest whole unit: `12 sec`, `3 min`, `2 hr`, `5 days`. */
export const formatAge = (ageMs: number, locale: string): string => {
  const { unit, ms } = AGE_UNITS.find((candidate) => ageMs >= candidate.ms) ?? AGE_UNITS[3];
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(ageMs / ms));
};

const BADGE_UNITS = [
  { from: 999_500_000, unit: 'B', size: 1e9 },
  { from: 999_500, unit: 'M', size: 1e6 },
  { from: 999.5, unit: 'k', size: 1000 },
] as const;

/** A price for the few characters of a toolbar badge, the same in every language: `93.5k`, `950`, `0.12`, `1e-5`. */
export const formatBadge = (price: number): string => {
  const { unit, size } = BADGE_UNITS.find(({ from }) => price >= from) ?? { unit: '', size: 1 };
  const figure = price / size;
  if (figure < 0.01) return figure.toExponential(0);
  return `${Number(figure.toPrecision(figure < 1 ? 2 : 3))}${unit}`;
};
