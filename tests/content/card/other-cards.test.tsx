// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { Card } from '../../../src/content/card/Card.tsx';
import { DismissedCard } from '../../../src/content/card/DismissedCard.tsx';
import type { Market } from '../../../src/platform/protocol.ts';
import { draw, findAxeViolations } from '../../ui/draw.ts';
import { resetFakeBrowser } from '../../ui/fake-browser.ts';
import { toBybitDay, toMarket } from '../../ui/readings.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = 1_790_000_000_000;
const MARKET = toMarket({ venues: [toBybitDay(NOW_MS)] });

const drawCard = (id: string, market: Market | null): Promise<HTMLElement> =>
  draw(
    <Card
      mention={{
        start: 0,
        end: 5,
        id,
        kind: id.startsWith('venue:') ? 'venue' : 'coin',
        surface: 'Bybit',
        form: 'name',
        evidence: ['unmistakable form'],
      }}
      market={market}
      nowMs={NOW_MS}
      isWatched={false}
      publication={null}
      onWatch={() => undefined}
      onDismiss={() => undefined}
      onBlockSite={() => undefined}
      onOpenPanel={() => undefined}
      onClose={() => undefined}
    />,
  );

beforeEach(resetFakeBrowser);

test('the card of an exchange is accessible', async () => {
  const body = await drawCard('venue:bybit', MARKET);
  expect(body.textContent).toContain('$234M');
  expect(await findAxeViolations(body)).toEqual([]);
});

test('a card before the first answer, and one of a coin that nobody knows, are accessible', async () => {
  expect(await findAxeViolations(await drawCard('bitcoin', null))).toEqual([]);
  const coins = [{ coinId: 'bitcoin', quote: null, absence: 'not-listed' as const }];
  const body = await drawCard('bitcoin', { ...MARKET, coins });
  expect(body.textContent).toContain('Not listed by the source');
  expect(await findAxeViolations(body)).toEqual([]);
});

test('what was called no coin can be taken back, and is said politely', async () => {
  const onUndo = vi.fn();
  const body = await draw(<DismissedCard surface="LINK" onUndo={onUndo} />);
  expect(body.querySelector('[role="status"]')?.textContent).toContain('LINK');
  expect(await findAxeViolations(body)).toEqual([]);
  body.querySelector('button')?.click();
  expect(onUndo).toHaveBeenCalledOnce();
});
