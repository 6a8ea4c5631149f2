// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { AbsenceSchema } from '../../src/domain/market/absence.ts';
import { absenceMessage } from '../../src/ui/absence-message.ts';
import { Change } from '../../src/ui/Change.tsx';
import { Price } from '../../src/ui/Price.tsx';
import { SourceAge } from '../../src/ui/SourceAge.tsx';
import { draw, findAxeViolations, toSpokenText } from './draw.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

const NOW_MS = Date.UTC(2025, 1, 3, 12);

test('a live price is drawn in the locale of the browser', async () => {
  const body = await draw(<Price priceUsd={93_512.34} freshness="live" absence={null} />);
  expect(body.textContent).toBe('$93,512.34');
  expect(body.querySelector('.mn-live')).not.toBeNull();
});

test('a short price leaves the cents of large sums away', async () => {
  const body = await draw(<Price priceUsd={93_512.34} freshness="live" absence={null} isShort />);
  expect(body.textContent).toBe('$93,512');
});

test('a stale price is marked as such', async () => {
  const body = await draw(<Price priceUsd={2.6134} freshness="stale" absence={null} />);
  expect(body.querySelector('.mn-stale')?.textContent).toBe('$2.61');
});

test('an unknown price is a dash with its reason, and never a number', async () => {
  const body = await draw(<Price priceUsd={null} freshness="live" absence="blocked" />);
  expect(body.textContent).toBe('—Blocked here');
  expect(body.querySelector('[title]')?.getAttribute('title')).toBe('Blocked here');
  expect(toSpokenText(body)).toBe('Blocked here');
});

test('every absence has words of its own', () => {
  const words = AbsenceSchema.options.map(absenceMessage);
  expect(words).not.toContain('');
  expect(new Set(words).size).toBe(AbsenceSchema.options.length);
});

test.each([
  { fraction: 0.0621, shown: '+6.2%', direction: 'up', arrow: 'M0 7 4 0 8 7Z' },
  { fraction: -0.0713, shown: '−7.1%', direction: 'down', arrow: 'M0 0 8 0 4 7Z' },
  { fraction: 0.0004, shown: '0.0%', direction: 'flat', arrow: '' },
  { fraction: -0.0004, shown: '0.0%', direction: 'flat', arrow: '' },
  { fraction: 0.0005, shown: '+0.1%', direction: 'up', arrow: 'M0 7 4 0 8 7Z' },
])(
  'a change of $fraction reads $shown and points $direction',
  async ({ fraction, shown, direction, arrow }) => {
    const body = await draw(<Change fraction={fraction} over="change24h" freshness="live" absence={null} />);
    expect(body.textContent).toBe(`24 h ${shown}`);
    expect(body.querySelector('.mn-change')?.classList.contains(`mn-${direction}`)).toBe(true);
    expect(body.querySelector('path')?.getAttribute('d')).toBe(arrow);
  },
);

test('an unknown change is a dash', async () => {
  const body = await draw(
    <Change fraction={null} over="change1h" freshness="live" absence="not-published" />,
  );
  expect(body.textContent).toBe('—Not published by the source');
});

test('a figure tells its source and its age, to the eye and to the ear', async () => {
  const age = (
    <SourceAge sourceId="coingecko" atMs={NOW_MS - 12_000} nowMs={NOW_MS} freshness="live" absence={null} />
  );
  const body = await draw(age);
  expect(body.textContent).toContain('CoinGecko · 12 sec');
  expect(toSpokenText(body)).toBe('CoinGecko, 12 sec ago');
});

test('an old figure says that it is old', async () => {
  const age = (
    <SourceAge sourceId="gate" atMs={NOW_MS - 840_000} nowMs={NOW_MS} freshness="stale" absence={null} />
  );
  expect((await draw(age)).textContent).toContain('Gate · 14 min old');
});

test('where there is no figure, the reason stands in the place of the age', async () => {
  const age = <SourceAge sourceId="okx" atMs={null} nowMs={NOW_MS} freshness="unknown" absence="timeout" />;
  expect((await draw(age)).textContent).toBe('No answer in time');
});

test('the figures are accessible', async () => {
  const body = await draw(
    <p>
      <Price priceUsd={1} freshness="live" absence={null} />
      <Price priceUsd={null} freshness="unknown" absence="offline" />
      <Change fraction={0.1} over="change7d" freshness="stale" absence={null} />
      <SourceAge sourceId="okx" atMs={NOW_MS} nowMs={NOW_MS} freshness="live" absence={null} />
    </p>,
  );
  expect(await findAxeViolations(body)).toEqual([]);
});
