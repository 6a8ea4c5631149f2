// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { watchListItem } from '../../src/platform/reader-items.ts';
import { findAxeViolations, settle } from '../ui/draw.ts';
import { answers, resetFakeBrowser } from '../ui/fake-browser.ts';
import { withCoinTable } from './coin-table-answers.ts';
import { drawPopup } from './draw-popup.tsx';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const field = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>('[role=combobox]');
  if (!found) throw new Error('no search field');
  return found;
};

const type = (text: string): Promise<void> =>
  settle(() => {
    field().focus();
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });

/** Presses a key in the field; false when the popup kept it for itself. */
const press = async (key: string): Promise<boolean> => {
  let isLeftToBrowser = true;
  await settle(() => {
    isLeftToBrowser = field().dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  });
  return isLeftToBrowser;
};

const options = (): Element[] => [...document.querySelectorAll('[role=option]')];
const symbols = (): (string | undefined)[] =>
  options().map((option) => option.querySelector('.symbol')?.textContent);
const marked = (): (string | undefined)[] =>
  options()
    .filter((option) => option.getAttribute('aria-selected') === 'true')
    .map((option) => option.querySelector('.symbol')?.textContent);

beforeEach(async () => {
  resetFakeBrowser();
  answers.background = withCoinTable(() => new Promise(() => undefined));
  await watchListItem.update(() => ['bitcoin']);
  await drawPopup();
});

test('nothing is open before something is typed', () => {
  expect(options()).toEqual([]);
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

test('finds by ticker and name, and marks the first', async () => {
  await type('eth');
  expect(symbols()[0]).toBe('ETH');
  expect(marked()).toEqual(['ETH']);
  expect(field().getAttribute('aria-expanded')).toBe('true');
  const active = field().getAttribute('aria-activedescendant');
  expect(document.getElementById(active ?? '')?.getAttribute('aria-selected')).toBe('true');
});

test('arrows walk through the results and around their ends', async () => {
  await type('bitcoin');
  const [first, second] = symbols();
  await press('ArrowDown');
  expect(marked()).toEqual([second]);
  await press('ArrowUp');
  expect(marked()).toEqual([first]);
  await press('ArrowUp');
  expect(marked()).toEqual([symbols().at(-1)]);
});

test('Enter adds the marked coin and clears the field for the next', async () => {
  await type('cardano');
  await press('Enter');
  expect(await watchListItem.read()).toEqual(['bitcoin', 'cardano']);
  expect(field().value).toBe('');
  expect(options()).toEqual([]);
  expect(document.activeElement).toBe(field());
  expect(document.querySelector('[role=status].mn-hidden')?.textContent).toBe('Cardano added');
});

test('a coin that is watched says so, and Enter removes it', async () => {
  await type('btc');
  expect(options()[0]?.textContent).toContain('On your list');
  await press('Enter');
  expect(await watchListItem.read()).toEqual([]);
  expect(document.activeElement).toBe(field());
});

test('a press on a result adds it', async () => {
  await type('cardano');
  await settle(() => (options()[0] as HTMLElement).click());
  expect(await watchListItem.read()).toEqual(['bitcoin', 'cardano']);
});

test('Escape clears the field; in an empty one it is left to the browser, which closes the popup', async () => {
  await type('sol');
  expect(await press('Escape')).toBe(false);
  expect(field().value).toBe('');
  expect(await press('Escape')).toBe(true);
});

test('Enter that ends the composing of a character adds nothing', async () => {
  await type('cardano');
  await settle(() => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  });
  expect(await watchListItem.read()).toEqual(['bitcoin']);
});

test('what is not found is told', async () => {
  await type('no such coin');
  expect(options()).toEqual([]);
  expect(document.querySelector('.search [role=status]')?.textContent).toBe('No coin by this name or ticker');
});

test('the open list is accessible', async () => {
  await type('bit');
  expect(await findAxeViolations(document.body)).toEqual([]);
});
