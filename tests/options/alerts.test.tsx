// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Alert } from '../../src/domain/alerts/alert.ts';
import { Options } from '../../src/options/Options.tsx';
import { alertStatesItem, alertsItem } from '../../src/platform/alert-items.ts';
import { draw, findAxeViolations, settle } from '../ui/draw.ts';
import { answers, resetFakeBrowser, tab } from '../ui/fake-browser.ts';
import { toBitcoinQuote, toMarket } from '../ui/readings.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

vi.setConfig({ testTimeout: 30_000 });

const NOW_MS = Date.now();
const QUOTE = toBitcoinQuote(NOW_MS, { priceUsd: 93_512, change1h: 0.01, change24h: 0.06 });
const MARKET = toMarket({ coins: [{ coinId: 'bitcoin', quote: QUOTE, absence: null }] });

const ALERT: Alert = {
  id: 'a',
  condition: { kind: 'price', coinId: 'bitcoin', direction: 'up', price: 100_000, currency: 'usd' },
  repeats: true,
  isOn: true,
  armedAtMs: 1,
};

const find = <Type extends HTMLElement>(path: string): Type => {
  const found = document.querySelector<Type>(path);
  if (!found) throw new Error(`nothing at ${path}`);
  return found;
};
const press = (path: string): Promise<void> => settle(() => find(path).click());
const set = (path: string, value: string): Promise<void> =>
  settle(() => {
    const field = find<HTMLInputElement>(path);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
const text = (): string => document.body.textContent ?? '';
const readList = async (): Promise<readonly Alert[]> => (await alertsItem.read()).list;

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Options';
  location.hash = '';
  resetFakeBrowser();
  answers.background = () => MARKET;
});

test('a new alert is written, stored on, and asks for notifications', async () => {
  await draw(<Options />);
  await press('[name=alert-new]');
  expect(text()).toContain('Now: $93,512.00 · Binance');
  expect(await findAxeViolations(find('.editor'))).toEqual([]);
  await press('[name=alert-save]');
  expect(await readList()).toEqual([]);
  await set('[name=alert-amount]', '100000');
  await press('[name=alert-save]');
  expect(await readList()).toMatchObject([{ condition: ALERT.condition, repeats: false, isOn: true }]);
  expect(Date.now() - ((await readList())[0]?.armedAtMs ?? 0)).toBeLessThan(10_000);
  expect(tab.granted).toContain('notifications');
  expect(text()).toContain('Bitcoin at or above $100,000.00');
  expect(document.activeElement?.textContent).toBe('New alert');
  expect(await findAxeViolations(find('ul'))).toEqual([]);
});

test('an alert whose condition is true already says so', async () => {
  await draw(<Options />);
  await press('[name=alert-new]');
  await set('[name=alert-amount]', '90000');
  expect(text()).toContain('That is so already');
  await set('[name=alert-direction]', 'down');
  expect(text()).not.toContain('That is so already');
});

test('changes and liquidations have amounts of their own, and liquidations may be of the whole market', async () => {
  await draw(<Options />);
  await press('[name=alert-new]');
  await press('[name=alert-kind][value=change]');
  await set('[name=alert-direction]', 'either');
  await set('[name=alert-amount]', '7');
  await set('[name=alert-window]', '1h');
  await press('[name=alert-repeats][value=always]');
  await press('[name=alert-save]');
  await press('[name=alert-new]');
  await press('[name=alert-kind][value=liquidations]');
  await set('[name=alert-coin]', '');
  await set('[name=alert-amount]', '500');
  await press('[name=alert-save]');
  expect(await readList()).toMatchObject([
    {
      condition: { kind: 'change', coinId: 'bitcoin', direction: 'either', fraction: 0.07, window: '1h' },
      repeats: true,
    },
    { condition: { kind: 'liquidations', coinId: null, sumUsd: 500_000_000 }, repeats: false },
  ]);
});

test('an alert is changed in its place, and looked at afresh', async () => {
  await alertsItem.update((alerts) => ({ ...alerts, list: [ALERT] }));
  await draw(<Options />);
  await press('[aria-label^="Change:"]');
  expect(find<HTMLInputElement>('[name=alert-amount]').value).toBe('100000');
  await set('[name=alert-amount]', '110000');
  await press('[name=alert-save]');
  const [changed] = await readList();
  expect(changed).toMatchObject({ id: 'a', condition: { price: 110_000 }, repeats: true });
  expect(changed?.armedAtMs).toBeGreaterThan(1);
});

test('an alert is switched off and on again, which looks at it afresh', async () => {
  await alertsItem.update((alerts) => ({ ...alerts, list: [ALERT] }));
  await draw(<Options />);
  await press('[aria-label^="On:"]');
  expect((await readList())[0]?.isOn).toBe(false);
  await press('[aria-label^="On:"]');
  expect((await readList())[0]).toMatchObject({ isOn: true });
  expect((await readList())[0]?.armedAtMs).toBeGreaterThan(1);
});

test('a deleted alert leaves a line in its place that puts it back, with what it was told last', async () => {
  const other: Alert = {
    ...ALERT,
    id: 'b',
    condition: { ...ALERT.condition, coinId: 'ethereum' } as Alert['condition'],
  };
  await alertsItem.update((alerts) => ({ ...alerts, list: [ALERT, other] }));
  await draw(<Options />);
  find('[aria-label="Delete: Bitcoin at or above $100,000.00"]').focus();
  await press('[aria-label="Delete: Bitcoin at or above $100,000.00"]');
  expect((await readList()).map(({ id }) => id)).toEqual(['b']);
  expect(document.activeElement?.textContent).toBe('Undo');
  await press('.undo-row button');
  expect(await readList()).toEqual([ALERT, other]);
});

test('what an alert said last can be read, also where notifications are refused', async () => {
  const lastFiring = { firedAtMs: NOW_MS, value: 100_012, sourceIds: ['binance'], atMs: NOW_MS };
  await alertsItem.update((alerts) => ({ ...alerts, list: [ALERT] }));
  await alertStatesItem.update(() => ({ a: { armedAtMs: 1, isReady: false, lastFiring } }));
  await draw(<Options />);
  expect(text()).toMatch(/came .*: \$100,012\.00 · Binance/);
  expect(text()).toContain('does not let Margin Notes show notifications');
  await press('[name=allow-notifications]');
  expect(text()).not.toContain('does not let Margin Notes show notifications');
});

test('the address opens the editor for a coin, once', async () => {
  location.hash = '#alert=ethereum';
  await draw(<Options />);
  expect(find<HTMLSelectElement>('[name=alert-coin]').value).toBe('ethereum');
  expect(location.hash).toBe('');
});

test('quiet hours are set in the reader’s own time', async () => {
  await draw(<Options />);
  await press('[name=quiet-hours]');
  await set('[name=quiet-untilMinute]', '06:30');
  expect((await alertsItem.read()).quietHours).toEqual({ fromMinute: 1320, untilMinute: 390 });
  await press('[name=quiet-hours]');
  expect((await alertsItem.read()).quietHours).toBeNull();
});
