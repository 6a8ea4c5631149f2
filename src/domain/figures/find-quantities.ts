import type { Approximation } from './figure.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { readDigits, readNumber, scale } from './read-number.ts';
import { rememberPattern } from './remember-pattern.ts';
import { toAlternatives } from './word-pattern.ts';

/** A number in the text with its unit. A range has two ends, anything else the same value twice. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly unit: 'money' | 'percent' | 'multiple' | 'none';
  readonly low: number;
  readonly high: number;
  readonly currency: string | null;
  /** As written before it; 0 where there is no sign. */
  readonly sign: -1 | 0 | 1;
  /** What the written digits were multiplied by: 1e6 for a million, 0.01 for a percent. */
  readonly factor: number;
  readonly approx: Approximation | null;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  US$: 'USD',
  R$: 'BRL',
  HK$: 'HKD',
  A$: 'AUD',
  C$: 'CAD',
  NT$: 'TWD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
};
const CODES = 'USD EUR GBP JPY KRW CNY BRL TRY RUB INR AUD CAD CHF HKD TWD MXN UAH USDT USDC'.split(' ');
/** Coins in which prices of other coins are quoted. */
const QUOTE_COINS = ['BTC', 'ETH'];
/** One sign for two currencies: the language tells. */
const YEN_OR_YUAN = /[¥￥]/;

/** How far before and after a figure its approximation is looked for. */
const APPROX_REACH = 40;

const toMagnitudePattern = (words: readonly string[]): string => {
  const letters = words.filter((word) => word.length === 1 && /[a-z]/.test(word));
  const longer = words.filter((word) => !letters.includes(word));
  // A single letter belongs to the number only when it touches it, or a currency sign follows: `70 M$`.
  return `(?:\\s?-?(?:${toAlternatives(longer)})|(?:${toAlternatives(letters)}|\\s(?:${toAlternatives(letters)})(?=[$€])))`;
};

const toPattern = (lexicon: Lexicon): string => {
  const unspaced = lexicon.unspaced === true;
  const wordEnd = unspaced ? '(?![a-z])' : '(?![\\p{L}\\p{N}])';
  const groups = lexicon.decimal === ',' ? ".,'’\\s" : ",'’\\u00a0\\u202f";
  const digits = `\\d{1,3}(?:[${groups}]\\d{3}(?!\\d))+(?:[.,]\\d{1,18})?|\\d{1,18}(?:[.,]\\d{1,18})?`;
  const magnitude = `${toMagnitudePattern(Object.keys(lexicon.magnitudes))}${wordEnd}`;
  const number = unspaced
    ? `(?:${digits})(?:(?:${magnitude})+(?:\\s?(?:${digits})(?:${magnitude})+)*(?:${digits})?)?`
    : `(?:${digits})(?:${magnitude})?`;
  const symbols = toAlternatives(Object.keys(SYMBOLS));
  const prefix = `(?:${symbols}|[¥￥]|(?:${toAlternatives(CODES)})\\s?)`;
  const joiner = `\\s?(?:-|de\\s|d['’]|of\\s)?`;
  const suffix = `(?:(?:${symbols}|[¥￥])(?!\\d)|(?:${toAlternatives([...Object.keys(lexicon.currencies), ...CODES, ...QUOTE_COINS])})${wordEnd})`;
  const percent = `(?:[%％]|(?:${toAlternatives(lexicon.percent.split(' ').filter(Boolean))})${wordEnd})`;
  const percentBefore = `(?:${toAlternatives((lexicon.percentBefore ?? '').split(' ').filter(Boolean))})\\s?`;
  const edge = unspaced ? '(?<![A-Za-z\\d.,/])' : '(?<![\\p{L}\\p{N}.,/])';
  return (
    `(?<sign>(?<![\\p{L}\\p{N}.,/)%])[-−–+])?(?:(?<percentBefore>${edge}${percentBefore})|(?<prefix>${edge}${prefix})\\s?)?` +
    `(?<number>(?<![\\d.,/])${edge}(?:${number}))(?![\\d]|[.,:/]\\d)` +
    `(?:-?\\s?(?<percent>${percent})|(?<tail>${joiner}(?<suffix>${suffix})))?`
  );
};

const toCurrency = (written: string, lexicon: Lexicon): string => {
  const word = written.trim();
  if (YEN_OR_YUAN.test(word)) return lexicon.currencies['円'] === undefined ? 'CNY' : 'JPY';
  const upper = word.toUpperCase();
  const known = SYMBOLS[upper] ?? lexicon.currencies[word.toLowerCase()] ?? lexicon.currencies[upper];
  if (known !== undefined) return known;
  const stem = Object.keys(lexicon.currencies).find(
    (key) => key.endsWith('*') && word.toLowerCase().startsWith(key.slice(0, -1).toLowerCase()),
  );
  return (stem === undefined ? undefined : lexicon.currencies[stem]) ?? upper;
};

const toSign = (sign: string | undefined): -1 | 0 | 1 => {
  if (sign === undefined) return 0;
  return sign === '+' ? 1 : -1;
};

const toFactor = (number: string, inUnits: number, lexicon: Lexicon): number => {
  const digits = readDigits(/^[\d.,'’\s]*\d/.exec(number)?.[0] ?? '1', lexicon.decimal);
  return digits === 0 ? 1 : Number((inUnits / digits).toPrecision(6));
};

const toQuantity = (match: RegExpMatchArray, lexicon: Lexicon): Quantity => {
  const { sign, prefix, number = '', percent, percentBefore, tail = '', suffix } = match.groups ?? {};
  const isPercent = percent !== undefined || percentBefore !== undefined;
  const currency = isPercent ? undefined : (prefix ?? suffix);
  const value = readNumber(number, lexicon);
  const start = match.index ?? 0;
  const inUnits = isPercent ? scale(value, 0.01) : value;
  return {
    start: start + (isPercent ? 0 : (sign?.length ?? 0)),
    // `$6.7 million ETH`: a sum that has its currency leaves the word after it to the text.
    end: start + match[0].length - (prefix === undefined ? 0 : tail.length),
    unit: isPercent ? 'percent' : currency === undefined ? 'none' : 'money',
    low: inUnits,
    high: inUnits,
    currency: currency === undefined ? null : toCurrency(currency, lexicon),
    sign: toSign(sign),
    factor: toFactor(number, inUnits, lexicon),
    approx: null,
  };
};

const HYPHEN = /^\s?[-–—~～〜]\s?$/;

/** `$88,000-$90,000`, `between 3% and 4%`, `5 to 7%`; but `from $88,000 to $90,000` is a movement between two figures. */
const isRange = (text: string, low: Quantity, high: Quantity, language: Language): boolean => {
  if (high.unit === 'none' || (low.unit !== 'none' && low.unit !== high.unit)) return false;
  if (low.currency !== null && high.currency !== null && low.currency !== high.currency) return false;
  const gap = text.slice(low.end, high.start);
  if (gap.length > 12) return false;
  if (HYPHEN.test(gap)) return true;
  const { rangeJoins, rangePair, moveStarts } = language.lexicon;
  const before = text.slice(Math.max(0, low.start - APPROX_REACH), low.start);
  const isOnly = (word: string): boolean =>
    language.startsWith(word).test(gap) && language.endsIn(word).test(gap);
  if (rangePair !== undefined && isOnly(rangePair[1]) && language.endsIn(rangePair[0]).test(before))
    return true;
  return isOnly(rangeJoins) && low.approx === null && !language.endsIn(moveStarts).test(before);
};

/** `$500-530 million`, `5 to 7%`: the magnitude and the percent sign at the end are meant for both ends. */
const toLowEnd = (low: Quantity, high: Quantity): number => {
  const scaled = scale(low.low, high.factor);
  return low.factor === 1 && scaled <= high.high ? scaled : low.low;
};

const mergeRange = (low: Quantity, high: Quantity): Quantity => {
  const ends = [toLowEnd(low, high), high.high];
  return {
    ...high,
    start: low.start,
    low: Math.min(...ends),
    high: Math.max(...ends),
    currency: high.currency ?? low.currency,
    approx: low.approx,
    sign: low.sign,
  };
};

/** `von 95.000 auf 91.000 US-Dollar`: the unit at the end of a movement is meant for its start too. */
const isMovement = (
  text: string,
  from: Quantity,
  to: Quantity,
  { lexicon, endsIn, startsWith }: Language,
): boolean => {
  const gap = text.slice(from.end, to.start);
  return (
    from.unit === 'none' &&
    to.unit === 'money' &&
    gap.length <= 12 &&
    startsWith(lexicon.levelBefore).test(gap) &&
    endsIn(lexicon.levelBefore).test(gap) &&
    endsIn(lexicon.moveStarts).test(text.slice(Math.max(0, from.start - APPROX_REACH), from.start))
  );
};

const joinNeighbours = (text: string, quantities: readonly Quantity[], language: Language): Quantity[] => {
  const joined: Quantity[] = [];
  for (const quantity of quantities) {
    const last = joined.at(-1);
    if (last !== undefined && last.low === last.high && isRange(text, last, quantity, language))
      joined[joined.length - 1] = mergeRange(last, quantity);
    else {
      if (last !== undefined && isMovement(text, last, quantity, language))
        joined[joined.length - 1] = { ...last, unit: 'money', currency: quantity.currency };
      joined.push(quantity);
    }
  }
  return joined;
};

const findApprox = (text: string, quantity: Quantity, language: Language): Approximation | null => {
  const before = text.slice(Math.max(0, quantity.start - APPROX_REACH), quantity.start);
  const stated = language.approxBefore.find(([, pattern]) => pattern.test(before));
  if (stated !== undefined) return stated[0];
  const after = text.slice(quantity.end, quantity.end + APPROX_REACH);
  return language.approxAfter.find(([, pattern]) => pattern.test(after))?.[0] ?? null;
};

const findMultiples = (text: string, language: Language): Quantity[] => {
  const multiples = Object.keys(language.lexicon.multiples ?? {});
  const pattern = rememberPattern(
    language.lexicon,
    'multiples',
    () => `(?<!\\p{L})(?:${toAlternatives(multiples)})(?!\\p{L})`,
  );
  return [...text.matchAll(pattern)].map((match) => {
    const value = language.lexicon.multiples?.[match[0].toLowerCase()] ?? 0;
    return {
      start: match.index,
      end: match.index + match[0].length,
      unit: 'multiple',
      low: value,
      high: value,
      currency: null,
      sign: 0,
      factor: 1,
      approx: null,
    };
  });
};

/**
 * Every sum of money, percentage and multiple of a text, and the bare numbers between them, sorted and disjoint.
 * Offsets cover number, magnitude and unit, not the words that hedge it.
 */
export const findQuantities = (text: string, language: Language): Quantity[] => {
  const numbers = [
    ...text.matchAll(rememberPattern(language.lexicon, 'quantities', () => toPattern(language.lexicon))),
  ].map((match) => {
    const quantity = toQuantity(match, language.lexicon);
    return { ...quantity, approx: findApprox(text, quantity, language) };
  });
  return joinNeighbours(
    text,
    [...numbers, ...findMultiples(text, language)].sort((a, b) => a.start - b.start),
    language,
  );
};
