import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { countText } from '../../src/ui/count-text.ts';
import { toListText } from '../../src/ui/list-text.ts';
import { uiDirection, uiLocale } from '../../src/ui/locale.ts';
import { chooseTexts, message } from '../../src/ui/strings.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

afterEach(() => chooseTexts(null));

test("texts are the browser's own until the reader chooses", () => {
  expect(message('watch', 'Solana')).toBe('Watch Solana');
  expect(uiLocale()).toBe('en-US');
});

test('a chosen language gives texts, places and numbers of its own', () => {
  chooseTexts({ language: 'pt_BR', texts: { watch: 'Seguir $1' } });
  expect(message('watch', 'Solana')).toBe('Seguir Solana');
  expect(uiLocale()).toBe('pt-BR');
});

test("a text that the chosen language lacks is the browser's", () => {
  chooseTexts({ language: 'de', texts: {} });
  expect(message('undo')).toBe('Undo');
});

test('a count has the plural form of its language, and the common one where the texts lack it', () => {
  expect([1, 6].map((count) => countText('panelVenueCount', count))).toEqual([
    'on 1 exchange',
    'on 6 exchanges',
  ]);
  chooseTexts({
    language: 'ru',
    texts: {
      panelVenueCount_one: 'на $1 бирже',
      panelVenueCount_few: 'на $1 биржах',
      panelVenueCount_other: '$1',
    },
  });
  expect([1, 3, 21].map((count) => countText('panelVenueCount', count))).toEqual([
    'на 1 бирже',
    'на 3 биржах',
    'на 21 бирже',
  ]);
});

test('names of a list are kept apart as the language writes it', () => {
  expect(toListText(['Bybit', 'Gate'])).toBe('Bybit, Gate');
  chooseTexts({ language: 'zh_CN', texts: { listSeparator: '、' } });
  expect(toListText(['Bybit', 'Gate'])).toBe('Bybit、Gate');
});

test('a browser in a language that has no texts shows English, from left to right even where its own runs the other way', async () => {
  const asked = vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('ar-EG');
  vi.resetModules();
  const there = await import('../../src/ui/locale.ts');
  expect([there.uiLocale(), there.uiDirection()]).toEqual(['en', 'ltr']);
  asked.mockRestore();
});

test('the direction is that of the texts', () => {
  chooseTexts({ language: 'de', texts: { textDirection: 'rtl' } });
  expect(uiDirection()).toBe('rtl');
});
