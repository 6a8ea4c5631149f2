// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findArticle } from '../../../src/content/read/article.ts';

const tagsOf = (head: string, body = ''): readonly string[] => {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return findArticle()?.tags ?? [];
};

describe('the tags of an article', () => {
  beforeEach(() => {
    document.head.innerHTML = '';
  });

  it('are its meta tags, its section, its keywords and its tag links, each once', () => {
    expect(
      tagsOf(
        '<meta property="article:tag" content="Solana"><meta property="article:section" content="Markets">' +
          '<meta name="keywords" content="Solana, Near Protocol ,">',
        '<p>Text</p><a rel="tag nofollow" href="/t/avalanche"> Avalanche </a>',
      ),
    ).toEqual(['Solana', 'Markets', 'Near Protocol', 'Avalanche']);
  });

  it('are bounded, however many a page claims', () => {
    const many = Array.from({ length: 500 }, (_, at) => `tag ${at}`).join(',');
    const tags = tagsOf(`<meta name="keywords" content="${'x'.repeat(100)},${many}">`);
    expect(tags).toHaveLength(30);
    expect(tags[0]).toBe('tag 0');
  });
});
