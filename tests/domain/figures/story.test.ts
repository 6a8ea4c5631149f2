import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/domain/figures/figure.ts';
import { findArticleFigures } from '../../../src/domain/figures/index.ts';
import { findMentions } from '../../../src/domain/mentions/index.ts';

/** A market story of our own in which every kind of figure stands that a reader meets in one. */
const STORY = [
  'Shorts Squeezed for $500M as Bitcoin, Ether and Dogecoin Jump',
  'A wave of short liquidations worth nearly $530 million over the past 24 hours was the largest since October.',
  'Bitcoin (BTC) rose from $88,000 to over $93,500. Ether (ETH), Cardano’s ADA and dogecoin (DOGE) made gains of around 14%, while Solana (SOL) and XRP added roughly 7%.',
  'Tokens like Sui (SUI), Uniswap’s UNI and Near Protocol (NEAR) jumped as much as 18%. Memecoin MOG kept its pace, soaring 30%.',
  'Bybit saw most short liquidations at $234 million, followed by Binance with $100 million and Gate.io with close to $70 million. The largest single liquidation was a $4.5 million ETH futures position on Binance.',
];

const read = (blocks: readonly string[], language?: string): Figure[][] => {
  const context = language === undefined ? {} : { language };
  return findArticleFigures(blocks, findMentions(blocks, context), context);
};

const show = ({ kind, value, approx, window, side, coins, venue }: Figure): string =>
  [kind, JSON.stringify(value), approx, window, side, coins.join('+'), venue].filter(Boolean).join(' ');

describe('findArticleFigures', () => {
  it('reads a market story', () => {
    expect(read(STORY).map((figures) => figures.map(show))).toEqual([
      ['liquidations 500000000 short'],
      ['liquidations 530000000 nearly 24h short', 'since null since October short'],
      [
        'price 88000 bitcoin',
        'price 93500 over bitcoin',
        'move 0.14 about ethereum+cardano+dogecoin',
        'move 0.07 about solana+ripple',
      ],
      ['move 0.18 up to sui+uniswap+near', 'move 0.3 mog-coin'],
      [
        'liquidations 234000000 short venue:bybit',
        'liquidations 100000000 short venue:binance',
        'liquidations 70000000 about short venue:gate',
        'largest-order 4500000 ethereum venue:binance',
      ],
    ]);
  });

  it('gives offsets of the figure without the words around it', () => {
    const text = 'Bitcoin (BTC) trades at almost $93,500.';
    const [[figure] = []] = read([text]);
    expect(text.slice(figure?.start, figure?.end)).toBe('$93,500');
  });

  it('goes by the language that the page states', () => {
    const values = (language: string) =>
      read(['Bitcoin (BTC): $93.500'], language)
        .flat()
        .map(({ value }) => value);
    expect(values('de-DE')).toEqual([93500]);
    expect(values('en-US')).toEqual([93.5]);
  });

  it('carries a subject on into a sentence that has none', () => {
    const [figures = []] = read(['Bitcoin (BTC) fell 3%. It now trades at $88,000. Gold rose 2%.']);
    expect(figures.map(show)).toEqual(['move -0.03 bitcoin', 'price 88000 bitcoin']);
  });

  it('shares figures out where there are as many as coins, and links none where there are not', () => {
    const [figures = []] = read(['XRP, Solana (SOL) and Bitcoin (BTC) lost 4% and 5%, respectively.']);
    expect(figures.map(({ coins }) => coins)).toEqual([[], []]);
  });
});
