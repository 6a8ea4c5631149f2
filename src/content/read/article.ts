import { findSiteRoot } from './site-rules.ts';

/** What the page is about and where its text is. */
export interface Article {
  readonly root: Element;
  readonly title: string;
  readonly language: string | undefined;
  /** What the site filed the story under: its tags, its section and its keywords, each once. */
  readonly tags: readonly string[];
}

/** An `<article>` with less than this share of the page's paragraphs is a teaser among others, not the story. */
const STORY_SHARE = 0.5;

const paragraphLength = (element: Element): number =>
  [...element.querySelectorAll('p')].reduce((sum, p) => sum + (p.textContent?.length ?? 0), 0);

const findStory = (body: Element): Element | null => {
  const articles = [...body.querySelectorAll('article')];
  if (articles.length === 0) return null;
  const lengths = articles.map(paragraphLength);
  const longest = lengths.indexOf(Math.max(...lengths));
  const story = articles[longest] ?? null;
  return story && (lengths[longest] ?? 0) >= STORY_SHARE * paragraphLength(body) ? story : null;
};

/** The element whose text is annotated: what we know of the site, the story, the main part, else the body; null before that. */
const findRoot = (): Element | null => {
  const { body } = document;
  if (!body) return null;
  return findSiteRoot(body) ?? findStory(body) ?? body.querySelector('main, [role="main"]') ?? body;
};

const findTitle = (): string => {
  const heading = document.querySelector('h1')?.textContent?.trim();
  if (heading) return heading;
  const shared = document.querySelector('meta[property="og:title"]')?.getAttribute('content')?.trim();
  return shared || document.title;
};

const MOST_TAGS = 30;
const LONGEST_TAG = 60;
const TAG_METAS =
  'meta[property="article:tag"], meta[property="article:section"], meta[name="keywords"], meta[name="news_keywords"]';

const findTags = (): string[] => {
  const stated = [...document.querySelectorAll(TAG_METAS)].flatMap(
    (meta) => meta.getAttribute('content')?.split(',') ?? [],
  );
  const linked = [...document.querySelectorAll('a[rel~="tag"]')].map((link) => link.textContent ?? '');
  const tags = [...stated, ...linked].map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
};

/** The article of this page as it stands now, or null where there is nothing to read. */
export const findArticle = (): Article | null => {
  const root = findRoot();
  if (!root) return null;
  const language = document.documentElement.lang || undefined;
  return { root, title: findTitle(), language, tags: findTags() };
};
