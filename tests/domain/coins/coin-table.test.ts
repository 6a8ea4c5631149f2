import { describe, expect, it } from 'vitest';
import { coinTable, findCoin, topCoinIds } from '../../../src/domain/coins/coin-table.ts';
import { searchCoins } from '../../../src/domain/coins/search.ts';
import { findVenue } from '../../../src/domain/coins/venue.ts';

describe('coinTable', () => {
  it('holds the whole list in rank order, each id once', () => {
    expect(coinTable).toHaveLength(3225);
    expect(new Set(coinTable.map((coin) => coin.id)).size).toBe(3225);
    expect(coinTable.map((coin) => coin.rank)).toEqual(coinTable.map((_, index) => index + 1));
  });

  it('finds a coin whose id cannot be guessed from its name', () => {
    expect(findCoin('near')).toMatchObject({ symbol: 'NEAR', name: 'NEAR Protocol' });
    expect(findCoin('no-such-coin')).toBeNull();
  });

  it('gives the largest coins first', () => {
    expect(topCoinIds(2)).toEqual(['bitcoin', 'ethereum']);
  });
});

describe('findVenue', () => {
  it('knows an exchange by its id', () => {
    expect(findVenue('gate')).toMatchObject({ name: 'Gate', type: 'cex', tokenId: 'gatechain-token' });
    expect(findVenue('crypto_com')).toMatchObject({ name: 'Crypto.com' });
    expect(findVenue('nowhere')).toBeNull();
  });
});

describe('searchCoins', () => {
  const ids = (query: string, limit = 3) => searchCoins(query, limit).map((coin) => coin.id);

  it('puts the exact ticker first, then the larger of equal answers', () => {
    expect(ids('eth')[0]).toBe('ethereum');
    expect(ids('bitcoin c', 1)).toEqual(['bitcoin-cash']);
    expect(ids('doge')[0]).toBe('dogecoin');
  });

  it('forgives one typo in a name that nothing is spelled like', () => {
    for (const typed of ['solanna', 'soalna', 'sollana']) expect(ids(typed)[0]).toBe('solana');
    expect(ids('ethereun')[0]).toBe('ethereum');
    expect(ids('qqqqqq')).toEqual([]);
  });

  it('forgives one in each word, and in a name that is not typed to its end', () => {
    expect(ids('etherium clasic')).toEqual(['ethereum-classic']);
    expect(ids('etheri')[0]).toBe('ethereum');
    expect(ids('etherium qqqqqq')).toEqual([]);
  });

  it('reads a cashtag and spaces as the bare ticker, and nothing as nothing', () => {
    expect(ids(' $SOL ')[0]).toBe('solana');
    expect(ids('  ')).toEqual([]);
  });
});
