// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Alert } from '../../src/domain/alerts/alert.ts';
import { type Backup, formatBackup } from '../../src/domain/backup.ts';
import type { Dismissal } from '../../src/domain/dismissal.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { Options } from '../../src/options/Options.tsx';
import { toSiteHost } from '../../src/options/to-site-host.ts';
import { alertsItem } from '../../src/platform/alert-items.ts';
import {
  blockedSitesItem,
  dismissalsItem,
  keysItem,
  settingsItem,
  watchListItem,
} from '../../src/platform/reader-items.ts';
import { draw, findAxeViolations, settle } from '../ui/draw.ts';
import { answers, resetFakeBrowser, tab } from '../ui/fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../ui/fake-browser.ts')).fakeBrowser,
}));

const NOW_MS = Date.now();
const MARKET = {
  coins: [],
  venues: [],
  liquidationRecords: [],
  derivatives: [],
  sources: [
    { sourceId: 'coingecko', kind: 'prices', lastGoodAtMs: NOW_MS, failure: null, retryAtMs: null },
    { sourceId: 'binance', kind: 'prices', lastGoodAtMs: NOW_MS, failure: null, retryAtMs: null },
    { sourceId: 'binance', kind: 'liquidations', lastGoodAtMs: null, failure: 'blocked', retryAtMs: null },
  ],
  liquidationLog: 'disk',
  topCoinIds: [],
};

const REQUESTS = {
  countedSinceMs: null,
  sources: [
    { sourceId: 'coingecko', asked: 15, failed: 0 },
    { sourceId: 'binance', asked: 1200, failed: 3 },
  ],
};

const enter = (path: string, value: string): Promise<void> =>
  settle(() => {
    const field = find<HTMLInputElement>(path);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });

const press = (path: string): Promise<void> => settle(() => find<HTMLElement>(path).click());

const chooseFile = (text: string): Promise<void> =>
  settle(() => {
    const field = find<HTMLInputElement>('[name=import]');
    Object.defineProperty(field, 'files', {
      value: [new File([text], 'margin-notes.json')],
      configurable: true,
    });
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });

const find = <Type extends Element>(path: string): Type => {
  const found = document.querySelector<Type>(path);
  if (!found) throw new Error(`nothing at ${path}`);
  return found;
};

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.title = 'Options';
  resetFakeBrowser();
  answers.background = (asked) => ((asked as { mn: string }).mn === 'readRequests' ? REQUESTS : MARKET);
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

test('a source has one switch for all that it is asked for, and says how it is doing', async () => {
  await draw(<Options />);
  expect(document.querySelectorAll('[name=source-binance]')).toHaveLength(1);
  expect(find('.source:has([name=source-binance])').textContent).toMatch(
    /Prices · .*Liquidations · Blocked here/,
  );
  await press('[name=source-binance]');
  expect((await settingsItem.read()).sourcesOff).toEqual(['binance']);
  await press('[name=source-binance]');
  expect((await settingsItem.read()).sourcesOff).toEqual([]);
});

test('a source says how often it was asked in the last hour, and how often in vain', async () => {
  await draw(<Options />);
  const textOf = (id: string) => find(`.source:has([name=source-${id}])`).textContent;
  expect(textOf('binance')).toContain('Requests in the last hour: 1,200 · failed: 3');
  expect(textOf('coingecko')).toMatch(/Requests in the last hour: 15$/);
});

test('words that are no mention are listed, the latest first, each with a way back', async () => {
  const near = { surface: 'near', id: 'near', host: 'www.example.org', atMs: 1 };
  const gate = { surface: 'gate', id: 'venue:gate', host: 'decrypt.co', atMs: 2 };
  await dismissalsItem.update(() => [near, gate]);
  await draw(<Options />);
  expect(document.body.textContent).toMatch(
    /“gate” is not Gate.* on decrypt\.co.*“near” is not NEAR Protocol/,
  );
  await press('[aria-label^="Note again: “near”"]');
  expect(await dismissalsItem.read()).toEqual([gate]);
});

test('a key is stored as entered; what can be none is refused', async () => {
  await draw(<Options />);
  await enter('[name=key-coingecko]', ' CG-abc ');
  expect((await keysItem.read()).coingecko).toBe('CG-abc');
  await enter('[name=key-coingecko]', 'not a key');
  expect((await keysItem.read()).coingecko).toBe('CG-abc');
});

test.each([
  ['https://www.coindesk.com/a/b', 'coindesk.com'],
  ['Decrypt.co', 'decrypt.co'],
  ['no site', null],
  ['localhost', null],
])('%s names the site %s', (written, site) => {
  expect(toSiteHost(written)).toBe(site);
});

test('blocked and allowed sites are listed, each with a way back', async () => {
  tab.granted = ['https://blog.example.org/*'];
  await blockedSitesItem.update(() => ['coindesk.com']);
  await draw(<Options />);
  await press('[aria-label="Unblock coindesk.com"]');
  expect(await blockedSitesItem.read()).toEqual([]);
  await press('[aria-label="Take back the permission for https://blog.example.org/*"]');
  expect(tab.granted).toEqual([]);
  expect(document.body.textContent).not.toContain('blog.example.org');
});

const ALERT: Alert = {
  id: 'sol-up',
  condition: { kind: 'price', coinId: 'solana', direction: 'up', price: 200, currency: 'usd' },
  repeats: false,
  isOn: true,
  armedAtMs: 1,
};
const NEAR: Dismissal = { surface: 'near', id: 'near', host: 'www.example.org', atMs: 1 };
const IN_FILE: Backup = {
  settings: { ...DEFAULT_SETTINGS, currency: 'eur', sourcesOff: ['okx'] },
  watchList: ['cardano', 'bitcoin'],
  blockedSites: ['decrypt.co'],
  alerts: { list: [ALERT], quietHours: { fromMinute: 1320, untilMinute: 420 } },
  dismissals: [NEAR],
};

test('a file is shown before it replaces anything, with what it adds and removes', async () => {
  await alertsItem.update(() => ({ list: [{ ...ALERT, repeats: true }], quietHours: null }));
  await draw(<Options />);
  await chooseFile(formatBackup(IN_FILE));
  const rows = [...document.querySelectorAll('.preview dd')].map(({ textContent }) => textContent);
  expect(rows).toEqual([
    '5 now, 2 in the file 1 added, 4 removed',
    '0 now, 1 in the file 1 added, 0 removed',
    '1 now, 1 in the file 1 added, 1 removed',
    '0 now, 1 in the file 1 added, 0 removed',
    '22:00 – 07:00',
    'Show prices in · Sources',
  ]);
  expect(await watchListItem.read()).toHaveLength(5);
  expect(await dismissalsItem.read()).toEqual([]);
  expect(await findAxeViolations(document.documentElement)).toEqual([]);
  await press('[name=take-over]');
  expect(await watchListItem.read()).toEqual(IN_FILE.watchList);
  expect(await blockedSitesItem.read()).toEqual(IN_FILE.blockedSites);
  expect(await settingsItem.read()).toEqual(IN_FILE.settings);
  expect(await dismissalsItem.read()).toEqual(IN_FILE.dismissals);
  const { list, quietHours } = await alertsItem.read();
  expect(quietHours).toEqual(IN_FILE.alerts.quietHours);
  expect(list).toEqual([{ ...ALERT, armedAtMs: list[0]?.armedAtMs }]);
  expect(list[0]?.armedAtMs).toBeGreaterThanOrEqual(NOW_MS);
});

test('a file of version 1 leaves alerts and words that are no mention as they are, and says so', async () => {
  const { alerts: _alerts, dismissals: _dismissals, ...first } = IN_FILE;
  const kept = { list: [ALERT], quietHours: null };
  await alertsItem.update(() => kept);
  await dismissalsItem.update(() => [NEAR]);
  await draw(<Options />);
  await chooseFile(JSON.stringify({ format: 'margin-notes', version: 1, ...first }));
  expect(find('.preview').textContent).toContain('yours stay');
  expect(document.querySelectorAll('.preview dt')).toHaveLength(3);
  await press('[name=take-over]');
  expect(await watchListItem.read()).toEqual(IN_FILE.watchList);
  expect(await alertsItem.read()).toEqual(kept);
  expect(await dismissalsItem.read()).toEqual([NEAR]);
});

test('what is exported has all that the reader chose and no key', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:export';
  });
  await keysItem.update((keys) => ({ ...keys, coinalyze: 'secret-key' }));
  await dismissalsItem.update(() => [NEAR]);
  await alertsItem.update(() => IN_FILE.alerts);
  await draw(<Options />);
  await press('[name=export]');
  const text = (await blobs[0]?.text()) ?? '';
  expect(text).not.toContain('secret-key');
  expect(JSON.parse(text)).toMatchObject({
    version: 2,
    alerts: IN_FILE.alerts,
    dismissals: [NEAR],
    blockedSites: [],
  });
});

test('a file that is too large is not read', async () => {
  await draw(<Options />);
  await chooseFile(' '.repeat(1_000_001));
  expect(document.querySelector('.preview')).toBeNull();
  expect(document.body.textContent).toContain('This file is too large');
});

test('a file that is not taken over after all leaves the focus where it was chosen', async () => {
  await draw(<Options />);
  await chooseFile(formatBackup(IN_FILE));
  const cancel = document.activeElement as HTMLElement;
  expect(cancel.textContent).toBe('Cancel');
  cancel.click();
  await vi.waitFor(() => expect(document.querySelector('.preview')).toBeNull());
  expect(document.activeElement?.getAttribute('name')).toBe('import');
});

test('a file that is none of ours changes nothing and says why', async () => {
  await draw(<Options />);
  await chooseFile('{}');
  expect(document.querySelector('.preview')).toBeNull();
  expect(document.body.textContent).toContain('This file was not made by Margin Notes');
});

test('everything is deleted only after a second question', async () => {
  await watchListItem.update(() => ['cardano']);
  await keysItem.update((keys) => ({ ...keys, coinalyze: 'abc' }));
  await draw(<Options />);
  await press('[name=delete]');
  const cancel = document.activeElement as HTMLElement;
  expect(cancel.textContent).toBe('Cancel');
  cancel.click();
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('delete'));
  await press('[name=delete]');
  expect(await watchListItem.read()).toEqual(['cardano']);
  await press('[name=delete-sure]');
  await vi.waitFor(() => expect(document.body.textContent).toContain('Everything was deleted, here'));
  expect(await watchListItem.read()).toHaveLength(5);
  expect((await keysItem.read()).coinalyze).toBe('');
});
