// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Strip, type StripProps } from '../../../src/content/ticker/Strip.tsx';
import { draw, findAxeViolations, settle, toSpokenText } from '../../ui/draw.ts';
import { resetFakeBrowser } from '../../ui/fake-browser.ts';
import { toBitcoinQuote, toMarket } from '../../ui/readings.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = 1_790_000_000_000;
const QUOTE = toBitcoinQuote(NOW_MS - 4000, { change1h: 0.002, change24h: 0.0621, change7d: -0.03 });
const MARKET = toMarket({
  coins: [
    { coinId: 'bitcoin', quote: QUOTE, absence: null },
    { coinId: 'ghost', quote: null, absence: 'not-listed' },
    { coinId: 'ripple', quote: null, absence: 'offline', symbol: 'XRP' },
  ],
});

const drawStrip = (shape: StripProps['shape'], onClose = (): void => undefined): Promise<HTMLElement> =>
  draw(
    <Strip
      shape={shape}
      coinIds={['bitcoin', 'ghost', 'ripple']}
      market={MARKET}
      nowMs={NOW_MS}
      onClose={onClose}
    />,
  );

beforeEach(resetFakeBrowser);

describe.each(['marquee', 'list', 'label', 'table'] as const)('the strip as a %s', (shape) => {
  test('tells each coin with its price and change, and of an unknown one why', async () => {
    const text = toSpokenText(await drawStrip(shape));
    expect(text).toMatch(/BTC .*\$93,500\.00.*24 h \+6\.2%/);
    expect(text).toMatch(/ghost .*Not listed by the source/);
    expect(text).toMatch(/XRP .*No connection/);
    expect(text).toContain('via Margin Notes');
  });

  test('is accessible, and can be closed', async () => {
    const onClose = vi.fn();
    const body = await drawStrip(shape, onClose);
    expect(await findAxeViolations(body)).toEqual([]);
    body.querySelector<HTMLElement>('.close')?.click();
    expect(onClose).toHaveBeenCalledOnce();
  });
});

test('only the band moves, and it stops when it is told to', async () => {
  const body = await drawStrip('marquee');
  const pause = body.querySelector<HTMLElement>('.pause');
  expect(pause?.getAttribute('aria-label')).toBe('Stop the movement');
  await settle(() => pause?.click());
  expect(body.querySelector('.run')?.className).toContain('paused');
  expect((await drawStrip('list')).querySelector('.pause')).toBeNull();
});

test('a table tells of the hour and the week, too', async () => {
  const text = toSpokenText(await drawStrip('table'));
  expect(text).toMatch(/Bitcoin.*1 h \+0\.2%.*7 d −3\.0%/);
});
