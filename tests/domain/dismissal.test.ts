import { expect, test } from 'vitest';
import {
  type Dismissal,
  isDismissed,
  toDismissalsWith,
  toDismissalsWithout,
} from '../../src/domain/dismissal.ts';
import { isBlockedSite } from '../../src/domain/sites.ts';

const NEAR: Dismissal = { surface: 'near', id: 'near', host: 'news.example', atMs: 1 };

test('words are dismissed on their site and for their coin alone, in any case', () => {
  const list = toDismissalsWith([], NEAR);
  expect(isDismissed(list, { surface: 'NEAR', id: 'near' }, 'news.example')).toBe(true);
  expect(isDismissed(list, { surface: 'NEAR', id: 'near' }, 'other.example')).toBe(false);
  expect(isDismissed(list, { surface: 'Near Protocol', id: 'near' }, 'news.example')).toBe(false);
  expect(isDismissed(list, { surface: 'near', id: 'nearpad' }, 'news.example')).toBe(false);
});

test('a dismissal stands once and can be taken back', () => {
  const twice = toDismissalsWith(toDismissalsWith([], NEAR), { ...NEAR, atMs: 2 });
  expect(twice).toEqual([{ ...NEAR, atMs: 2 }]);
  expect(toDismissalsWithout(twice, NEAR)).toEqual([]);
});

test('the list stays within what the browser syncs', () => {
  const many = Array.from({ length: 300 }, (_, atMs) => ({ ...NEAR, surface: `word ${atMs}`, atMs }));
  const list = many.reduce<Dismissal[]>(toDismissalsWith, []);
  expect(list).toHaveLength(200);
  expect(list.at(-1)?.surface).toBe('word 299');
});

test('a blocked site is blocked with those below it', () => {
  expect(isBlockedSite(['news.example'], 'www.news.example')).toBe(true);
  expect(isBlockedSite(['news.example'], 'badnews.example')).toBe(false);
});
