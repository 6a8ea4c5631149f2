// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findArticle } from '../../../src/content/read/article.ts';
import { findSiteRoot, SITE_RULES } from '../../../src/content/read/site-rules.ts';
import { walkTextBlocks } from '../../../src/content/read/text-blocks.ts';
import { isOfSite, NEWS_SITES } from '../../../src/domain/sites.ts';
import { SITE_PAGES } from '../../fixtures/sites/pages.ts';

afterEach(() => vi.unstubAllGlobals());

const open = (host: string, body: string): void => {
  vi.stubGlobal('location', { hostname: host });
  document.body.innerHTML = body;
};

const readAll = (): string => {
  const article = findArticle();
  return article ? [...walkTextBlocks(article.root, 'all')].map(({ text }) => text).join('\n') : '';
};

const withoutMarks = (body: string): string => body.replaceAll(/ (?:class|id|data-[\w-]+)="[^"]*"/g, '');
const count = (text: string, word: string): number => text.split(word).length - 1;

describe.each(SITE_PAGES)('the story of $host', ({ host, body }) => {
  test('is read whole, and nothing that stands beside it', () => {
    open(host, body);
    const text = readAll();
    expect(count(text, 'TOLD')).toBe(count(body, 'TOLD'));
    expect(text).not.toContain('BESIDE');
  });

  test('is told apart by its marks alone', () => {
    open(host, withoutMarks(body));
    expect(readAll()).toContain('BESIDE');
  });
});

describe('site rules', () => {
  test('are of listed sites, and each part of each has a page that needs it', () => {
    for (const { hosts, root, skip } of SITE_RULES) {
      for (const host of hosts ?? []) expect(NEWS_SITES).toContain(host);
      const bodies = SITE_PAGES.filter(({ host }) => !hosts || hosts.some((site) => isOfSite(host, site)));
      for (const selector of [root, ...(skip?.split(', ') ?? [])]) {
        if (selector === undefined) continue;
        const isNeeded = bodies.some(({ host, body }) => {
          open(host, body);
          return document.querySelector(selector) !== null;
        });
        expect(isNeeded, selector).toBe(true);
      }
    }
  });

  test('are for their own site and those below it', () => {
    const body = '<p>One.</p><div class="ArticleBody-articleBody"><p>Two.</p></div>';
    open('edition.cnbc.com', body);
    expect(findSiteRoot(document.body)?.textContent).toBe('Two.');
    open('notcnbc.com', body);
    expect(findSiteRoot(document.body)).toBeNull();
    expect(readAll()).toContain('One.');
  });

  test('name no root where several elements match', () => {
    open('www.cnbc.com', '<div class="ArticleBody-articleBody"></div>'.repeat(2));
    expect(findSiteRoot(document.body)).toBeNull();
  });
});
