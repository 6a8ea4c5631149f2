import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../src/domain/mentions/index.ts';

/** A market story of our own with every shape of note that a reader meets in one. */
const STORY = [
  'Shorts Squeezed as Bitcoin, Ether and Dogecoin Jump',
  'Bitcoin (BTC) rose from $88,000 to $93,500. Ether (ETH), Cardano’s ADA and dogecoin (DOGE) gained 14%, while Solana (SOL) and XRP added 7%.',
  'Sui (SUI), Uniswap’s UNI and Near Protocol (NEAR) followed. Memecoin MOG soared 30%.',
  'Bybit saw $234 million of liquidations, ahead of Binance and Gate.io.',
  'A deal looks likely in the near term, said a manager at BTSE. One link to the report is at hand.',
];

const notes = (blocks: readonly string[]): string[][] =>
  findMentions(blocks, {}).map((mentions) => mentions.map((mention) => `${mention.surface} = ${mention.id}`));

describe('findMentions', () => {
  it('finds the coins and exchanges of a market story and leaves its ordinary words alone', () => {
    expect(notes(STORY)).toEqual([
      ['Bitcoin = bitcoin', 'Ether = ethereum', 'Dogecoin = dogecoin'],
      [
        'Bitcoin (BTC) = bitcoin',
        'Ether (ETH) = ethereum',
        'Cardano’s ADA = cardano',
        'dogecoin (DOGE) = dogecoin',
        'Solana (SOL) = solana',
        'XRP = ripple',
      ],
      ['Sui (SUI) = sui', 'Uniswap’s UNI = uniswap', 'Near Protocol (NEAR) = near', 'MOG = mog-coin'],
      ['Bybit = venue:bybit', 'Binance = venue:binance', 'Gate.io = venue:gate'],
      ['BTSE = venue:btse'],
    ]);
  });

  it('makes one mention of a neighbouring name and ticker and tells the two forms apart', () => {
    const [mentions = []] = findMentions(['Bitcoin (BTC) and ETH/USDT and $SOL'], {});
    expect(mentions.map(({ surface, form }) => [surface, form])).toEqual([
      ['Bitcoin (BTC)', 'name+ticker'],
      ['ETH', 'pair'],
      ['SOL', 'cashtag'],
    ]);
  });

  it('takes the page’s tags as evidence, and gives them no mentions', () => {
    const blocks = ['The Render team hired two engineers.'];
    expect(findMentions(blocks, {})).toEqual([[]]);
    expect(findMentions(blocks, { tags: ['Metals', 'Weather'] })).toEqual([[]]);
    const [mentions = []] = findMentions(blocks, { tags: ['Ethereum', 'DeFi', 'Altcoins'] });
    expect(mentions.map(({ surface, id }) => [surface, id])).toEqual([['Render', 'render-token']]);
  });
});
