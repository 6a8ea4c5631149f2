import { describe, expect, it } from 'vitest';
import { scoreOwnCorpus } from '../../eval/own-corpus.ts';

const scores = scoreOwnCorpus();
const sum = (key: 'blocks' | 'found' | 'missed' | 'right' | 'wrong'): number =>
  scores.reduce((total, score) => total + score[key], 0);
const errors = scores.flatMap((score) => score.errors.map((error) => `${score.family}: ${error}`)).join('\n');

describe('the project’s own corpus', () => {
  it('holds at least five hundred sentences', () => {
    expect(sum('blocks')).toBeGreaterThanOrEqual(500);
  });

  it('is read with a precision of at least 99.5 %', () => {
    expect(sum('right') / (sum('right') + sum('wrong')), errors).toBeGreaterThanOrEqual(0.995);
  });

  it('is read with a recall of at least 98.5 %', () => {
    expect(sum('found') / (sum('found') + sum('missed')), errors).toBeGreaterThanOrEqual(0.985);
  });

  it.each(scores.filter((score) => score.found + score.missed === 0))('finds nothing in $family', (score) => {
    expect(score.errors).toEqual([]);
  });
});
