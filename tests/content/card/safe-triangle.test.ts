import { describe, expect, test } from 'vitest';
import { isOnWay } from '../../../src/content/card/safe-triangle.ts';

const CARD = { left: 100, top: 200, right: 440, bottom: 500 };

describe('a pointer on its way to the card', () => {
  test.each([
    ['straight down into a card below', { x: 120, y: 180 }, { x: 120, y: 195 }],
    ['slanting to the far corner', { x: 120, y: 160 }, { x: 260, y: 182 }],
    ['up into a card above', { x: 400, y: 540 }, { x: 300, y: 515 }],
    ['to the right into a card beside', { x: 60, y: 300 }, { x: 90, y: 350 }],
    ['to the left into a card beside', { x: 500, y: 300 }, { x: 460, y: 310 }],
    ['not yet moved', { x: 120, y: 180 }, { x: 120, y: 180 }],
  ])('%s', (_how, from, at) => {
    expect(isOnWay(from, at, CARD)).toBe(true);
  });

  test.each([
    ['away from the card', { x: 120, y: 180 }, { x: 120, y: 150 }],
    ['along the line of text', { x: 120, y: 160 }, { x: 300, y: 160 }],
    ['beside the triangle', { x: 120, y: 100 }, { x: 430, y: 120 }],
    ['past the card', { x: 60, y: 300 }, { x: 60, y: 520 }],
  ])('not %s', (_how, from, at) => {
    expect(isOnWay(from, at, CARD)).toBe(false);
  });
});
