/** Figures as text. Every function takes the BCP 47 locale; all minus signs are the true minus (U+2212). */

const TRUE_MINUS = '−';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formats are slow to make and are asked for on every tick. */
const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
};

const withTrueMinus = (text: string): string => text.replace('-', TRUE_MINUS);

/** Cents from one dollar up, four significant digits below it, so that 0.00000012 says as much as 93,512.34. */
const priceDigits = (priceUsd: number): Intl.NumberFormatOptions =>
  priceUsd >= 1
    ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    : { minimumSignificantDigits: 2, maximumSignificantDigits: 4 };

/** `$93,512.34`, `$0.00001234`. */
export const formatPriceUsd = (priceUsd: number, locale: string): string =>
  numberFormat(locale, { style: 'currency', currency: 'USD', ...priceDigits(priceUsd) }).format(priceUsd);

/** The price for a place with little room: no cents from a thousand dollars up. */
export const formatPriceUsdShort = (priceUsd: number, locale: string): string =>
  priceUsd >= 1000
    ? numberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(priceUsd)
    : formatPriceUsd(priceUsd, locale);

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

/** A sum in dollars with three significant digits and a magnitude: `$69.8M`, `$77.0M`; whole dollars below 1,000. */
export const formatNotionalUsd = (notionalUsd: number, locale: string): string =>
  numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    ...(notionalUsd < 1000
      ? { maximumFractionDigits: 0 }
      : { notation: 'compact', minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
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

/** A time of day in the reader's zone: `14:05`. */
export const formatTimeOfDay = (atMs: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
