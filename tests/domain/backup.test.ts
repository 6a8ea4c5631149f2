import { expect, test } from 'vitest';
import type { Alert } from '../../src/domain/alerts/alert.ts';
import { type Backup, formatBackup, MOST_BACKUP_BYTES, parseBackup } from '../../src/domain/backup.ts';
import type { Dismissal } from '../../src/domain/dismissal.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';

const toAlert = (id: string): Alert => ({
  id,
  condition: { kind: 'change', coinId: 'bitcoin', direction: 'either', fraction: 0.05, window: '24h' },
  repeats: true,
  isOn: true,
  armedAtMs: 1,
});
const toDismissal = (surface: string): Dismissal => ({ surface, id: 'near', host: 'decrypt.co', atMs: 1 });

const KEPT: Backup = {
  settings: { ...DEFAULT_SETTINGS, currency: 'eur' },
  watchList: ['bitcoin', 'cardano'],
  blockedSites: ['example.com'],
  alerts: { list: [toAlert('a'), toAlert('b')], quietHours: { fromMinute: 1320, untilMinute: 420 } },
  dismissals: [toDismissal('near')],
};
const text = formatBackup(KEPT);

const contentOf = (written: string) => {
  const outcome = parseBackup(written);
  return outcome.ok ? outcome.content : null;
};
const codeOf = (written: string): string | null => {
  const outcome = parseBackup(written);
  return outcome.ok ? null : outcome.code;
};

/** A file with other values than ours in it. */
const toFile = (changes: object): string => JSON.stringify({ ...JSON.parse(text), ...changes });

test('what was exported is what is imported', () => {
  expect(contentOf(text)).toEqual(KEPT);
});

/** Written by hand as version 1 wrote it: it may not follow what the code writes now. */
const FIRST = `{
  "format": "margin-notes",
  "version": 1,
  "settings": { "density": "all", "theme": "dark", "currency": "eur", "liveStreams": false, "sourcesOff": ["okx"] },
  "watchList": ["cardano"],
  "blockedSites": ["decrypt.co"]
}`;

test('a file of version 1 is read, and says nothing of what it does not know', () => {
  expect(contentOf(FIRST)).toEqual({
    settings: {
      ...DEFAULT_SETTINGS,
      density: 'all',
      theme: 'dark',
      currency: 'eur',
      liveStreams: false,
      sourcesOff: ['okx'],
    },
    watchList: ['cardano'],
    blockedSites: ['decrypt.co'],
  });
  expect(Object.keys(contentOf(FIRST) ?? {})).not.toContain('alerts');
});

test.each([0, 1.5, 3, -1, 1e300])('a file of version %d is refused', (version) => {
  expect(codeOf(toFile({ version }))).toBe('other-version');
});

test.each(['not json', '', '\u0000', '{"format"', `${'['.repeat(100_000)}`])(
  '%.20s is no JSON',
  (written) => {
    expect(codeOf(written)).toBe('no-json');
  },
);

test.each([
  'null',
  '[]',
  '7',
  '{"format":"something"}',
  '{"format":"margin-notes"}',
  '{"format":"margin-notes","version":"2"}',
  '{"format":"margin-notes","version":2}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  toFile({ blockedSites: [7] }),
  toFile({ blockedSites: Array.from({ length: 1001 }, (_each, at) => `${at}.example`) }),
  toFile({ alerts: [] }),
  toFile({ alerts: null }),
  toFile({ alerts: { list: [], quietHours: { fromMinute: -1, untilMinute: 0 } } }),
  toFile({ dismissals: [{ ...toDismissal('x'), surface: 'x'.repeat(101) }] }),
  text.replace('"atMs": 1', '"atMs": 1e999'),
])('%.60s is none of ours', (written) => {
  expect(codeOf(written)).toBe('no-backup');
});

test('a bad alert, coin or setting costs that one', () => {
  const content = contentOf(
    toFile({
      settings: { ...KEPT.settings, theme: '<script>' },
      watchList: ['cardano', '../etc', 7],
      alerts: { list: [{ ...toAlert('a'), repeats: 'yes' }, toAlert('b')], quietHours: null },
    }),
  );
  expect(content?.settings).toEqual({ ...KEPT.settings, theme: DEFAULT_SETTINGS.theme });
  expect(content?.watchList).toEqual(['cardano']);
  expect(content?.alerts?.list).toEqual([toAlert('b')]);
});

test('a file brings no more than a reader can make, and nothing twice', () => {
  const many = Array.from({ length: 500 }, (_each, at) => `n${at}`);
  const content = contentOf(
    toFile({
      watchList: [...many, ...many],
      blockedSites: ['decrypt.co', 'decrypt.co'],
      alerts: { list: [...many, ...many].map(toAlert), quietHours: null },
      dismissals: [...many, ...many].map(toDismissal),
    }),
  );
  expect(content?.watchList).toHaveLength(100);
  expect(content?.blockedSites).toEqual(['decrypt.co']);
  expect(new Set(content?.alerts?.list.map(({ id }) => id)).size).toBe(30);
  expect(content?.alerts?.list).toHaveLength(30);
  expect(content?.dismissals).toHaveLength(200);
  expect(content?.dismissals?.at(-1)).toEqual(toDismissal('n499'));
});

test('the largest export that a reader can make can be read again', () => {
  const full: Backup = {
    ...KEPT,
    watchList: Array.from({ length: 100 }, (_each, at) => `${at}-`.padEnd(60, 'x')),
    blockedSites: Array.from({ length: 1000 }, (_each, at) => `${at}.`.padEnd(253, 'x')),
    alerts: { ...KEPT.alerts, list: Array.from({ length: 30 }, (_each, at) => toAlert(`alert-${at}`)) },
    dismissals: Array.from({ length: 200 }, (_each, at) => ({
      ...toDismissal(`${at} `.padEnd(100, '値')),
      host: `${at}.`.padEnd(253, 'x'),
    })),
  };
  const written = formatBackup(full);
  expect(new TextEncoder().encode(written).length).toBeLessThan(MOST_BACKUP_BYTES / 2);
  expect(contentOf(written)).toEqual(full);
});

test('keys and strange properties in a file are left behind', () => {
  const content = contentOf(
    text.replace(
      '"version": 2',
      '"version": 2, "keys": { "coingecko": "CG-x" }, "__proto__": { "watchList": [] }',
    ),
  );
  expect(content).toEqual(KEPT);
  expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
});
