// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findPublicationTime } from '../../../src/content/read/publication-time.ts';

const NOW_MS = Date.UTC(2026, 3, 23);
const AT_MS = Date.UTC(2026, 3, 22, 6, 20);
const ISO = '2026-04-22T15:20:00+09:00';
const OTHER = '2026-04-20T00:00:00Z';

const find = (head: string, body = ''): number | null => {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return findPublicationTime(document, document.body, NOW_MS);
};

const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const meta = (content: string): string => `<meta property="article:published_time" content="${content}">`;
const article = { '@type': 'NewsArticle', datePublished: ISO };

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

describe('the publication time', () => {
  test.each([
    ['a lone article', jsonLd(article)],
    ['a list', jsonLd([{ '@type': 'Organization' }, article])],
    ['a graph', jsonLd({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, article] })],
    ['a list of graphs', jsonLd([{ '@graph': [article] }])],
    ['several types', jsonLd({ ...article, '@type': ['Article', 'AnalysisNewsArticle'] })],
    ["a page's main entity", jsonLd({ '@type': 'WebPage', datePublished: OTHER, mainEntity: article })],
    ['a blog post', jsonLd({ ...article, '@type': 'BlogPosting' })],
    ['the second block', jsonLd({ '@type': 'BreadcrumbList' }) + jsonLd(article)],
    ['a block beside a broken one', jsonLd('{"@type":"NewsArticle",') + jsonLd(article)],
    ['JSON-LD before metadata', jsonLd(article) + meta(OTHER)],
    ['metadata', meta(ISO)],
    [
      'metadata, where JSON-LD has only a day',
      jsonLd({ ...article, datePublished: '2026-04-22' }) + meta(ISO),
    ],
    ['microdata', `<meta itemprop="datePublished" content="${ISO}">`],
  ])('in %s', (_name, head) => {
    expect(find(head)).toBe(AT_MS);
  });

  test('in the text, the surest element first', () => {
    const body = `<time datetime="${OTHER}">old</time><header><time datetime="${ISO}">now</time></header>`;
    expect(find('', body)).toBe(AT_MS);
    expect(find('', `<p><time datetime="${ISO}"></time></p>`)).toBe(AT_MS);
  });

  test.each([
    ['nothing is said', '', ''],
    ['only the web page has one', jsonLd({ '@type': 'WebPage', datePublished: ISO }), ''],
    ['it is only a day', meta('2026-04-22'), '<time datetime="2026-04-22">today</time>'],
    ['it has no zone', meta('2026-04-22T06:20:00'), ''],
    ['it is words', '', '<time datetime="two hours ago"></time>'],
    ['it is no text', jsonLd({ ...article, datePublished: { '@value': ISO } }), ''],
  ])('is unknown where %s', (_name, head, body) => {
    expect(find(head, body)).toBeNull();
  });
});
