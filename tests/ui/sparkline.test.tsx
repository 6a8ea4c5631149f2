// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Sparkline } from '../../src/ui/Sparkline.tsx';
import { toSparklinePath, toSparklinePoints } from '../../src/ui/sparkline-path.ts';
import { draw, findAxeViolations, toSpokenText } from './draw.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

test('the line goes from the left edge to the right, the highest price at the top', () => {
  const points = toSparklinePoints([10, 30, 20], { width: 100, height: 20 });
  expect(points).toEqual([
    { x: 0, y: 20 },
    { x: 50, y: 0 },
    { x: 100, y: 10 },
  ]);
  expect(toSparklinePath(points)).toBe('M0.0 20.0L50.0 0.0L100.0 10.0');
});

test('equal prices lie in the middle', () => {
  expect(toSparklinePoints([5, 5], { width: 10, height: 20 }).map((point) => point.y)).toEqual([10, 10]);
});

test('no price leaves the box, however small or large it is', () => {
  const prices = fc.array(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(prices, (pricesUsd) => {
      const points = toSparklinePoints(pricesUsd, { width: 56, height: 22 });
      return points.every(({ x, y }) => x >= 0 && x <= 56 && y >= 0 && y <= 22);
    }),
  );
});

test('the drawing is told in words', async () => {
  const line = <Sparkline pricesUsd={[90, 80, 95, 92]} freshness="live" width={56} height={22} />;
  const body = await draw(line);
  expect(toSpokenText(body)).toBe('Seven days: from $90.00 to $92.00, lowest $80.00, highest $95.00');
  expect(await findAxeViolations(body)).toEqual([]);
});

test.each([[[]], [[90]]])('of the prices %j there is no line', async (pricesUsd) => {
  const line = <Sparkline pricesUsd={pricesUsd} freshness="live" width={56} height={22} />;
  expect((await draw(line)).innerHTML).toBe('');
});
