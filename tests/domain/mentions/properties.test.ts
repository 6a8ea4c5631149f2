import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions, startMentionScan } from '../../../src/domain/mentions/index.ts';

/** Pieces that the engine has rules for, so that random texts reach them, among any Unicode at all. */
const PIECES = [
  'Bitcoin',
  'BTC',
  '(BTC)',
  'Near Protocol',
  'near',
  '$SOL',
  'ETHUSDT',
  'Cardano’s ADA',
  'Mt. Gox',
  'crypto',
  'Gemini',
  'ADA',
  '비트코인이',
  '比特币',
  'ビットコインマイニング',
  'биткоина',
  'البيتكوين',
  '\u00ad',
  '\u200b',
  ' ',
  ' and ',
  ', ',
  '. ',
  '/',
  '$',
  '(',
  '\n',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const blocks = fc.array(text, { maxLength: 5 });

describe('findMentions on any text', () => {
  it('gives valid, sorted, disjoint offsets whose slices are the surfaces', () => {
    fc.assert(
      fc.property(blocks, (document) => {
        const perBlock = findMentions(document, {});
        expect(perBlock).toHaveLength(document.length);
        perBlock.forEach((mentions, at) => {
          let last = 0;
          for (const { start, end, surface } of mentions) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(document[at]?.slice(start, end)).toBe(surface);
            last = end;
          }
        });
      }),
    );
  });

  it('is deterministic and never lacks a reason', () => {
    fc.assert(
      fc.property(blocks, (document) => {
        const mentions = findMentions(document, {});
        expect(findMentions(document, {})).toEqual(mentions);
        for (const mention of mentions.flat()) expect(mention.evidence.length).toBeGreaterThan(0);
      }),
    );
  });

  it('gives a document read block by block, with decisions in between, what it gives the whole', () => {
    fc.assert(
      fc.property(blocks, (document) => {
        const scan = startMentionScan({});
        for (const block of document) {
          scan.readBlock(block);
          scan.decide();
        }
        expect(scan.decide()).toEqual(findMentions(document, {}));
      }),
    );
  });
});

/** Counts what the engine reads of a text until it has decided: unlike time, it is the same on every machine. */
const countReads = (repeated: string, times: number): number => {
  let reads = 0;
  const source = repeated.repeat(times);
  const counted = new Proxy(Object(source), {
    get: (_, key) => {
      if (key === 'length') return source.length;
      const member = Reflect.get(String.prototype, key);
      if (typeof member !== 'function') return Reflect.get(Object(source), key);
      return (...args: unknown[]) => {
        reads += 1;
        return member.apply(source, args);
      };
    },
  });
  const scan = startMentionScan({});
  scan.readBlock(counted);
  scan.decide();
  return reads;
};

describe('findMentions on adversarial text', () => {
  it.each([
    ['letters without a space', 'a'],
    ['ideographs without a space', '比'],
    ['katakana without a space', 'ビ'],
    ['open brackets', '('],
    ['combining marks', 'e\u0301\u0302\u0303'],
    ['zero-width marks', '\u200b'],
    ['starts of long names', 'the open '],
    ['white space after a start of a long name', 'near                    '],
    ['capitals glued to nothing', 'BTCUSD'],
    ['Hangul without a space', '비트'],
    ['a list of everyday words that are tickers', 'MANA, SAND, LINK, '],
    ['names and tickers side by side', 'Near Protocol (NEAR) '],
    ['open brackets after tickers', 'NEAR ('],
    ['letters that are spelt out otherwise', 'Immigration and Customs Enforcement (ICE) '],
  ])('reads a linear number of units: %s', (_, repeated) => {
    const small = countReads(repeated, 1_000);
    const large = countReads(repeated, 10_000);
    expect(large).toBeLessThan(small * 11 + 1_000);
  });

  it('gets through a megabyte without a space', () => {
    expect(
      findMentions(['x'.repeat(1_000_000), '('.repeat(100_000), 'BTC'.repeat(100_000)], {}).flat(),
    ).toEqual([]);
  });
});
