import { expect, test } from 'vitest';
import { isBlockedSite, toSite, toSitesAllowing, toSitesWith } from '../../src/domain/sites.ts';

test('a blocked site is blocked with those below it, and no other', () => {
  expect(isBlockedSite(['coindesk.com'], 'www.coindesk.com')).toBe(true);
  expect(isBlockedSite(['coindesk.com'], 'notcoindesk.com')).toBe(false);
});

test('allowing a host removes whatever blocks it, and only that', () => {
  const sites = toSitesWith(toSitesWith(['decrypt.co'], toSite('www.coindesk.com')), 'coindesk.com');
  expect(sites).toEqual(['coindesk.com', 'decrypt.co']);
  expect(toSitesAllowing(sites, 'www.coindesk.com')).toEqual(['decrypt.co']);
});
