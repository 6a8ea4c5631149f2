// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settingsItem } from '../../src/platform/reader-items.ts';
import { readFirstValues } from '../../src/popup/first-values.ts';
import { Popup } from '../../src/popup/Popup.tsx';
import { drawPage } from '../../src/ui/draw-page.ts';
import { chooseTexts, message } from '../../src/ui/strings.ts';
import { settle } from './draw.ts';
import { answers, resetFakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-browser.ts')).fakeBrowser,
}));

const GERMAN = { language: 'de', texts: { watchListHeading: 'Beobachtet', searchLabel: 'Münze suchen' } };

const choose = (language: 'browser' | 'de'): Promise<void> =>
  settle(() => void settingsItem.update((before) => ({ ...before, language })));

const heading = (): string | null | undefined => document.querySelector('#watch-list-heading')?.textContent;

beforeEach(() => {
  resetFakeBrowser();
  document.body.replaceChildren();
  answers.background = (asked) =>
    (asked as { mn: string }).mn === 'readTexts' ? GERMAN : new Promise(() => undefined);
});
afterEach(() => chooseTexts(null));

test('a page speaks the chosen language from the start, and another one as soon as it is chosen', async () => {
  await choose('de');
  const first = await readFirstValues().all;
  await settle(() => void drawPage(() => render(<Popup first={first} />, document.body)));
  await vi.waitFor(() => expect(heading()).toBe('Beobachtet'));
  expect(document.documentElement.lang).toBe('de');
  await choose('browser');
  await vi.waitFor(() => expect(heading()).toBe(message('watchListHeading')));
  expect(document.documentElement.lang).toBe('en-US');
  expect(heading()).not.toBe('Beobachtet');
});

test('a page opens in the language of the browser while the background hangs', async () => {
  answers.background = () => new Promise(() => undefined);
  await choose('de');
  await drawPage(() => render(<p>{message('watchListHeading')}</p>, document.body));
  expect(document.body.textContent).toBe(message('watchListHeading'));
});
