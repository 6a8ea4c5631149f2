import { afterEach, expect, test, vi } from 'vitest';
import { uiLocale } from '../../src/ui/locale.ts';
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
