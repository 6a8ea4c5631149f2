// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { LiquidationBar } from '../../src/ui/LiquidationBar.tsx';
import { draw, findAxeViolations, toSpokenText } from './draw.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

const SIDES = { longUsd: 12_100_000, shortUsd: 57_700_000 };

const growthOf = (body: HTMLElement, side: string): number =>
  Number(body.querySelector<HTMLElement>(`.mn-${side}`)?.style.flexGrow);

test('a sum is a floor, with each side beside its own name', async () => {
  const body = await draw(<LiquidationBar sides={SIDES} isAtLeast freshness="live" absence={null} />);
  expect(toSpokenText(body)).toBe('at least $69.8MLong $12.1MShort $57.7M');
  expect(await findAxeViolations(body)).toEqual([]);
});

test('the bar is split in the proportion of the sides', async () => {
  const body = await draw(<LiquidationBar sides={SIDES} isAtLeast freshness="live" absence={null} />);
  expect(growthOf(body, 'short') / growthOf(body, 'long')).toBeCloseTo(57.7 / 12.1);
});

test('the full record of a venue needs no "at least"', async () => {
  const body = await draw(<LiquidationBar sides={SIDES} isAtLeast={false} freshness="live" absence={null} />);
  expect(body.querySelector('.mn-liquidations-total')?.textContent).toBe('$69.8M');
});

test('nothing liquidated is zero; nothing known is a dash', async () => {
  const none = { longUsd: 0, shortUsd: 0 };
  expect(
    (await draw(<LiquidationBar sides={none} isAtLeast freshness="live" absence={null} />)).textContent,
  ).toContain('at least $0');
  const unknown = await draw(<LiquidationBar sides={null} isAtLeast freshness="live" absence="no-feed" />);
  expect(unknown.textContent).toBe('—Liquidations are not read here');
});
