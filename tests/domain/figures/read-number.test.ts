import { describe, expect, it } from 'vitest';
import { lexicons } from '../../../src/domain/figures/languages/index.ts';
import { readDigits, readNumber } from '../../../src/domain/figures/read-number.ts';

describe('readDigits', () => {
  it.each([
    ['93,500', '.', 93_500],
    ['93.500', ',', 93_500],
    ['93.500', '.', 93.5],
    ['1.234.567,89', ',', 1_234_567.89],
    ['1,234,567.89', ',', 1_234_567.89],
    ['93 500', ',', 93_500],
    ['0,034', ',', 0.034],
    ['0.034', ',', 0.034],
    ['0.00001234', '.', 0.00001234],
    ['2.5', ',', 2.5],
  ] as const)('reads %s with the decimal mark %s', (written, decimal, value) => {
    expect(readDigits(written, decimal)).toBe(value);
  });
});

describe('readNumber', () => {
  it.each([
    ['4.5 million', 'en', 4_500_000],
    ['212.6M', 'en', 212_600_000],
    ['82k', 'en', 82_000],
    ['9万3,500', 'ja', 93_500],
    ['2.3亿', 'zh', 230_000_000],
    ['1억 3천만', 'ko', 130_000_000],
    ['95 mil', 'es', 95_000],
    ['3,3 trilhões', 'pt', 3_300_000_000_000],
    ['1,2 Mrd.', 'de', 1_200_000_000],
    ['3 200 milliards', 'fr', 3_200_000_000_000],
    ['90 тыс.', 'ru', 90_000],
    ['3,9 milyon', 'tr', 3_900_000],
  ] as const)('reads %s in %s', (written, language, value) => {
    expect(readNumber(written, lexicons[language])).toBe(value);
  });
});
