import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/domain/figures/find-figures.ts';
import { findArticleFigures } from '../../../src/domain/figures/index.ts';
import { type LanguageCode, lexicons } from '../../../src/domain/figures/languages/index.ts';
import { findMentions } from '../../../src/domain/mentions/index.ts';

const LANGUAGES = Object.keys(lexicons) as LanguageCode[];

/** Pieces that the engine has rules for, so that random texts reach them, among any Unicode at all. */
const PIECES = [
  'Bitcoin (BTC)',
  'ether and XRP',
  'Binance',
  'on Bybit',
  ' rose ',
  ' fell to ',
  ' liquidations ',
  ' shorts ',
  ' respectively',
  'between ',
  ' and ',
  'from ',
  'largest since October',
  'nearly ',
  'over the past 24 hours',
  '$88,000',
  '-$90',
  '$1.2 million',
  '7%',
  '–',
  '93.500',
  '9万3,500ドル',
  '1억 3천만원',
  '95 тыс. долларов',
  'yüzde 7',
  '上涨',
  '爆仓',
  ', ',
  '. ',
  '\n',
  ' ',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const isSortedAndDisjoint = (figures: readonly { start: number; end: number }[], length: number): boolean =>
  figures.every(({ start, end }, at) => start >= (figures[at - 1]?.end ?? 0) && end > start && end <= length);

/** For a machine with other work to do; each test takes about a second on a free one. */
const PATIENCE_MS = 60_000;

describe('figures of any text', { timeout: PATIENCE_MS }, () => {
  it('have valid, sorted, disjoint offsets in every language', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (block, language) =>
        isSortedAndDisjoint(findFigures(block, language), block.length),
      ),
      { numRuns: 200 },
    );
  });

  it('have finite values, ranges from low to high', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (block, language) =>
        findFigures(block, language).every(({ value }) => {
          if (value === null) return true;
          const [low, high] = typeof value === 'number' ? [value, value] : value;
          return Number.isFinite(low) && Number.isFinite(high) && low <= high;
        }),
      ),
      { numRuns: 200 },
    );
  });

  it('are linked only to coins and exchanges that the block mentions', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (blocks) => {
        const mentions = findMentions(blocks, {});
        const figures = findArticleFigures(blocks, mentions, {});
        expect(figures).toHaveLength(blocks.length);
        figures.forEach((ofBlock, at) => {
          const named = new Set(mentions[at]?.map(({ id }) => id));
          expect(isSortedAndDisjoint(ofBlock, blocks[at]?.length ?? 0)).toBe(true);
          for (const { coins, venue } of ofBlock) {
            expect(coins.every((coin) => named.has(coin))).toBe(true);
            if (venue !== null) expect(named.has(venue) || named.has(venue.replace('venue:', ''))).toBe(true);
          }
        });
      }),
    );
  });

  // A text without any full stop is one sentence: whatever looks back or ahead in it must stop somewhere. What grows
  // with the square of the length would run here for minutes, and so into the runner's own limit.
  it.each([
    'Bitcoin rose 5% and ',
    '$1,',
    '1,111,',
    '1万1',
    'largest ',
    'since October ',
    'Bitcoin, ',
    'on Binance $5 million liquidations, ',
    '5% and 6% respectively ',
    '$5-',
    'between ',
    '((((',
  ])('end on 50,000 units of %j', (unit) => {
    const block = unit.repeat(Math.ceil(50_000 / unit.length));
    const mention = { surface: 'Bitcoin', id: 'bitcoin', kind: 'coin', form: 'name', evidence: [] } as const;
    const mentions = [...block.matchAll(/Bitcoin/g)].map(({ index }) => ({
      ...mention,
      start: index,
      end: index + 7,
    }));
    const [figures = []] = findArticleFigures([block], [mentions], { language: 'en' });
    expect(isSortedAndDisjoint(figures, block.length)).toBe(true);
  });
});
