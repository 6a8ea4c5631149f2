import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../eval/figures-labels.ts';
import { formatScore, scoreFigures } from '../../eval/figures-score.ts';

/** The floors hold for the half that nothing was tuned on. */
const LEAST_F1 = 0.95;
const LEAST_LINKS = 0.93;

const tuning = scoreFigures(readLabelled('tuning'));
const heldBack = scoreFigures(readLabelled('held-back'));
const traps = scoreFigures(readLabelled('traps'));
console.log(
  [formatScore('tuning', tuning), formatScore('held back', heldBack), formatScore('traps', traps)].join('\n'),
);

describe('the figures of sentences of our own', () => {
  it('are enough to measure by', () => {
    expect(tuning.documents + heldBack.documents).toBeGreaterThanOrEqual(250);
    expect(heldBack.documents).toBeGreaterThanOrEqual(125);
    expect(traps.documents).toBeGreaterThanOrEqual(100);
  });

  it.each([
    ['tuned on', tuning],
    ['held back', heldBack],
  ])('are found and linked in the half that is %s', (_, score) => {
    expect(score.f1).toBeGreaterThanOrEqual(LEAST_F1);
    expect(score.links).toBeGreaterThanOrEqual(LEAST_LINKS);
  });

  it('are not seen in years, dates, scores, share prices and other numbers', () => {
    expect(traps.errors).toEqual([]);
  });
});
