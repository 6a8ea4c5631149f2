import { describe, expect, test } from 'vitest';
import { isOfCoin } from '../../../src/domain/coins/instrument.ts';
import { findBaseCoin } from '../../../src/domain/coins/instrument-base.ts';

describe('bases of contracts', () => {
  test.each([
    ['1000CAT', 'simon-s-cat', 1000],
    ['1000000BOB', 'build-on-bnb', 1_000_000],
    ['1000PEPE', 'pepe', 1000],
    ['1000X', 'x-empire', 1000],
    ['1MBABYDOGE', 'baby-doge-coin', 1_000_000],
    ['1000000MOG', 'mog-coin', 1_000_000],
    ['kPEPE', 'pepe', 1000],
    ['kNEIRO', 'neiro-3', 1000],
    ['SHIB1000', 'shiba-inu', 1000],
    ['10000SATS', 'sats-ordinals', 10_000],
    ['10000WHY', 'why', 10_000],
    ['1000NEIROCTO', 'neiro-3', 1000],
    ['1000000PEIPEI', 'peipeicoin-vip', 1_000_000],
  ])('%s is %s times %d', (base, coinId, coinsPerUnit) => {
    expect(findBaseCoin(base)).toEqual({ coinId, coinsPerUnit });
  });

  test.each([
    ['1INCH', '1inch'],
    ['0G', 'zero-gravity'],
    ['2Z', 'doublezero'],
    ['A2Z', 'arena-z'],
    ['XBT', 'bitcoin'],
    ['GRAM', 'the-open-network'],
    ['SPX', 'spx6900'],
    ['LSK', 'lisk'],
  ])('%s is the coin %s as it stands', (base, coinId) => {
    expect(findBaseCoin(base)).toEqual({ coinId, coinsPerUnit: 1 });
  });

  test.each(['TSLA', 'XAU', 'META', 'COIN', 'CL', 'SPY', 'KPEPE', 'ANDURIL', ''])('%s is no coin', (base) => {
    expect(findBaseCoin(base)).toBeNull();
  });
});

describe('the price of a contract against that of its coin', () => {
  const pepe = {
    symbol: '1000PEPEUSDT',
    coinId: 'pepe',
    contractSize: 1,
    inverse: false,
    coinsPerUnit: 1000,
  };

  test('a scale is taken into account', () => {
    expect(isOfCoin({ ...pepe, markPriceUsd: 0.0048 }, 0.000_004_72)).toBe(true);
    expect(isOfCoin({ ...pepe, markPriceUsd: 0.000_004_8 }, 0.000_004_72)).toBe(false);
  });

  test('more than a quarter off is another coin', () => {
    expect(isOfCoin({ ...pepe, coinsPerUnit: 1, markPriceUsd: 1.24 }, 1)).toBe(true);
    expect(isOfCoin({ ...pepe, coinsPerUnit: 1, markPriceUsd: 1.26 }, 1)).toBe(false);
    expect(isOfCoin({ ...pepe, coinsPerUnit: 1, markPriceUsd: 0.74 }, 1)).toBe(false);
  });

  test('without a price nothing is held against it', () => {
    expect(isOfCoin({ ...pepe, markPriceUsd: null }, 1)).toBe(true);
    expect(isOfCoin({ ...pepe, markPriceUsd: 0.0048 }, null)).toBe(true);
  });
});
