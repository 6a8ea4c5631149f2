// @vitest-environment happy-dom
import * as v from 'valibot';
import { beforeEach, expect, test, vi } from 'vitest';
import { storedItem } from '../../src/platform/stored-item.ts';
import { useStoredItem } from '../../src/ui/use-stored-item.ts';
import { draw, settle } from './draw.ts';
import { resetFakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

const namesItem = storedItem<string[]>({
  key: 'mn-test',
  area: 'local',
  version: 1,
  schema: v.array(v.string()),
  fallback: ['first'],
});

const Names = () => {
  const [names, update] = useStoredItem(namesItem);
  return (
    <button type="button" onClick={() => update((before) => [...before, 'own'])}>
      {names ? names.join(' ') : 'unread'}
    </button>
  );
};

beforeEach(resetFakeBrowser);

test('shows the stored value once it is read', async () => {
  expect((await draw(<Names />)).textContent).toBe('first');
});

test('shows what this surface changes and what any other writes', async () => {
  const body = await draw(<Names />);
  await settle(() => body.querySelector('button')?.click());
  expect(body.textContent).toBe('first own');
  await settle(() => void namesItem.update(() => ['other']));
  expect(body.textContent).toBe('other');
});
