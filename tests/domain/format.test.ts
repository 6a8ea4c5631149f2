import { expect, test } from 'vitest';
import { formatPrice, formatPriceShort } from '../../src/domain/format.ts';
import { CURRENCIES, type Currency, isOffPeg } from '../../src/domain/market/money.ts';

const inUnits = (price: number, currency: Currency, locale = 'en-US'): string =>
  formatPrice(price, { currency, perUsd: 1 }, locale).replaceAll(/\s/g, ' ');

test.each([
  ['usd', 93_512.34, '$93,512.34'],
  ['usd', 0.00000012, '$0.0000001200'],
  ['usd', 0.000000384, '$0.0000003840'],
  ['usd', 1, '$1.00'],
  ['usd', 0.5, '$0.5000'],
  ['usd', 0.999_95, '$1.00'],
  ['usd', 0.9999, '$0.9999'],
  ['eur', 80_420.61, '€80,420.61'],
  ['gbp', 70_134.2, '£70,134.20'],
  ['jpy', 14_400_900.4, '¥14,400,900'],
  ['jpy', 23.561, '¥23.56'],
  ['jpy', 0.00001848, '¥0.00001848'],
  ['krw', 136_528_016.2, '₩136,528,016'],
  ['krw', 1.2345, '₩1.23'],
  ['cny', 663_937.61, 'CN¥663,937.61'],
  ['inr', 8_229_085.92, '₹8,229,085.92'],
  ['brl', 504_966.63, 'R$504,966.63'],
  ['try', 3_927_518.28, 'TRY 3,927,518.28'],
  ['rub', 7_480_987.2, 'RUB 7,480,987.20'],
  ['aud', 144_009, 'A$144,009.00'],
  ['cad', 129_982.15, 'CA$129,982.15'],
  ['chf', 74_809.87, 'CHF 74,809.87'],
  ['btc', 1, 'BTC 1.0000'],
  ['btc', 0.035_267_81, 'BTC 0.03527'],
  ['sats', 231, '231 sats'],
  ['sats', 3_526_781, '3,526,781 sats'],
  ['sats', 0.000_012_3, '0.00001230 sats'],
] as const)('%s %d reads %s', (currency, price, text) => {
  expect(inUnits(price, currency)).toBe(text);
});

test('the rate is applied, and every currency can be drawn', () => {
  expect(formatPrice(100, { currency: 'eur', perUsd: 0.86 }, 'en-US')).toBe('€86.00');
  for (const currency of CURRENCIES) expect(inUnits(1234.5, currency)).toMatch(/1,23[45]/);
});

test('the locale decides how, the currency what', () => {
  expect(inUnits(93_512.34, 'eur', 'de-DE')).toBe('93.512,34 €');
  expect(inUnits(93_512.34, 'inr', 'hi-IN')).toBe('₹93,512.34');
});

test('a short price has nothing behind the point from a thousand up', () => {
  const dollars = { currency: 'usd', perUsd: 1 } as const;
  expect(formatPriceShort(93_512.34, dollars, 'en-US')).toBe('$93,512');
  expect(formatPriceShort(999.5, dollars, 'en-US')).toBe('$999.50');
});

test('a peg is off from 0.2 % on', () => {
  expect([0.9981, 1, 1.0019].map(isOffPeg)).toEqual([false, false, false]);
  expect([0.9979, 1.0021].map(isOffPeg)).toEqual([true, true]);
});
