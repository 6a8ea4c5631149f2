import { describe, expect, it } from 'vitest';
import { startMentionScan } from '../../../src/domain/mentions/index.ts';
import { parseNewCoins } from '../../../src/domain/mentions/parse-new-coins.ts';

const NEW_COINS = [
  { id: 'quibblo', symbol: 'QBLO', name: 'Quibblo' },
  { id: 'bitcoin-harbour', symbol: 'BHRB', name: 'Bitcoin Harbour' },
  { id: 'not-bitcoin', symbol: 'BTC', name: 'Bitcoin' },
];

const find = (...blocks: readonly string[]): readonly string[] => {
  const scan = startMentionScan({}, NEW_COINS);
  for (const block of blocks) scan.readBlock(block);
  return scan.decide().flatMap((mentions) => mentions.map(({ surface, id }) => `${surface} = ${id}`));
};

describe('coins listed after the build', () => {
  it('are found by name with ticker, and from there on by ticker', () => {
    expect(find('Crypto and Bitcoin news: Quibblo (QBLO) was listed.', 'QBLO rose 5%.')).toEqual([
      'Bitcoin = bitcoin',
      'Quibblo (QBLO) = quibblo',
      'QBLO = quibblo',
    ]);
  });

  it('are found by names that start with an embedded one', () => {
    expect(find('The Bitcoin Harbour token joined crypto exchanges on Monday; Bitcoin fell.')).toEqual([
      'Bitcoin Harbour = bitcoin-harbour',
      'Bitcoin = bitcoin',
    ]);
  });

  it('are not found in words that merely look like them, nor in place of embedded coins', () => {
    expect(find('He is a quibblo of a man.', 'The QBLO met in Oslo.', 'BTC is Bitcoin.')).toEqual([
      'BTC = bitcoin',
      'Bitcoin = bitcoin',
    ]);
  });
});

describe('parseNewCoins', () => {
  it('keeps the coins it does not know and drops what is no coin', () => {
    const answer = [
      ...NEW_COINS,
      { id: 'a b', symbol: 'X', name: 'Spaced' },
      { id: 'no-name', symbol: 'NN' },
      7,
      null,
    ];
    expect(parseNewCoins(answer, (id) => id === 'not-bitcoin')).toEqual(NEW_COINS.slice(0, 2));
  });

  it('refuses an answer that is no list, and one too long to be the list', () => {
    expect(parseNewCoins({ error: 'rate limit' }, () => false)).toBeNull();
    expect(parseNewCoins([], () => false)).toBeNull();
    expect(parseNewCoins(new Array(60_001).fill(NEW_COINS[0]), () => false)).toBeNull();
  });
});
