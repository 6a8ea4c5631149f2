// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { Options } from '../../src/options/Options.tsx';
import { settingsItem } from '../../src/platform/stored-items.ts';
import { draw, findAxeViolations, settle } from '../ui/draw.ts';
import { resetFakeBrowser } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const find = <Type extends Element>(path: string): Type => {
  const found = document.querySelector<Type>(path);
  if (!found) throw new Error(`nothing at ${path}`);
  return found;
};

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Options';
  resetFakeBrowser();
});

test('a choice, a switch and a list are stored as the reader sets them', async () => {
  await draw(<Options />);
  await settle(() => find<HTMLInputElement>('[name=theme][value=dark]').click());
  await settle(() => find<HTMLInputElement>('[name=liveStreams]').click());
  await settle(() => {
    const select = find<HTMLSelectElement>('[name=currency]');
    select.value = 'sats';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(await settingsItem.read()).toMatchObject({ theme: 'dark', liveStreams: false, currency: 'sats' });
});

test('what is chosen elsewhere is shown at once', async () => {
  await draw(<Options />);
  await settle(() => void settingsItem.update((before) => ({ ...before, risingColour: 'red' })));
  expect(find<HTMLInputElement>('[name=risingColour][value=red]').checked).toBe(true);
});

test('every control has a name that can be read', async () => {
  const body = await draw(<Options />);
  for (const { textContent } of body.querySelectorAll('label, legend, h2')) expect(textContent).not.toBe('');
  expect(await findAxeViolations(document.documentElement)).toEqual([]);
});
