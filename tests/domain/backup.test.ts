import { expect, test } from 'vitest';
import { formatBackup, parseBackup } from '../../src/domain/backup.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';

const kept = {
  settings: { ...DEFAULT_SETTINGS, currency: 'eur' },
  watchList: ['bitcoin', 'cardano'],
  blockedSites: ['example.com'],
} as const;
const text = formatBackup({ ...kept, watchList: [...kept.watchList] });

const codeOf = (written: string): string | null => {
  const outcome = parseBackup(written);
  return outcome.ok ? null : outcome.code;
};

test('what was exported is what is imported', () => {
  const outcome = parseBackup(text);
  expect(outcome.ok && outcome.backup).toMatchObject(kept);
});

test('a file that is none of ours, damaged or of another version is refused', () => {
  expect(codeOf('not json')).toBe('no-json');
  expect(codeOf('null')).toBe('no-backup');
  expect(codeOf('{"format":"something"}')).toBe('no-backup');
  expect(codeOf(text.replace('"version": 1', '"version": 2'))).toBe('other-version');
  expect(codeOf(text.replace('"example.com"', '7'))).toBe('no-backup');
});

test('keys and strange properties in a file are left behind', () => {
  const outcome = parseBackup(text.replace('"version": 1', '"version": 1, "keys": { "coingecko": "CG-x" }'));
  expect(outcome.ok && Object.keys(outcome.backup)).not.toContain('keys');
});
